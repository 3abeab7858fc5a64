"""A terminal browser of event outcomes: deals, speakers, platforms, the industry chain."""

import logging

__version__ = "0.2.0.dev0"

# Without a handler the standard library would print warnings on stderr. Here, so that it holds whatever is imported.
logging.getLogger(__name__).addHandler(logging.NullHandler())
