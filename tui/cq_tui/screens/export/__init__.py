"""Exporting a list."""
