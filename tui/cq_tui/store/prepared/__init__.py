"""Prepared archives: what a file of ready tables rests on, and whether a session may take it."""
