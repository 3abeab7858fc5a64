"""A terminal browser of event outcomes: deals, speakers, platforms, the industry chain."""

__version__ = "0.2.0.dev0"
