"""Proposes a mapping, from what each column can be."""
