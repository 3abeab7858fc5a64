"""Values: one class a field type (``types/``), and the rules that several types share. No I/O, no screen, no engine.

Each class says all that can be done with values of its type, in Python and as SQL text for the engine. The SQL is text
only: nothing here imports DuckDB. A rule that exists in both forms stands in one class, and a property test over all
types (``tests/unit/values``) holds the two together.
"""
