"""Importing a list."""
