"""Files and folders as a command line names them: ``-`` is standard input or output, and never a name."""

from argparse import ArgumentTypeError
from pathlib import Path

from cq_tui.files.spool import STDIN
from cq_tui.language import _


def folder(text: str) -> Path:
    """A folder, which nothing can stand for that comes through a pipe."""
    if text == STDIN:
        raise ArgumentTypeError(_("a folder is meant, and - is standard input; a folder of that name is ./-"))
    return Path(text)


def log_file(text: str) -> Path:
    """A file that a log is written into; stdout is for data."""
    if text == STDIN:
        raise ArgumentTypeError(_("a log is written into a file, and - is none; --verbose tells on stderr"))
    return Path(text)


PATHS = (Path, folder, log_file)
"""The types of arguments that are names of files or folders."""
