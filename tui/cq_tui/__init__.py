"""A terminal browser of event outcomes: deals, speakers, platforms, the industry chain."""

__version__ = "0.1.0"
