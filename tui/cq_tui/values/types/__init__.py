"""The field types, one class a file; ``base.py`` says what each must answer."""
