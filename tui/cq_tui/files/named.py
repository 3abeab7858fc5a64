"""Files and folders as a command line names them: ``-`` is standard input or output, and never a name."""

import os
from argparse import ArgumentTypeError
from pathlib import Path, PosixPath
from typing import Self

from cq_tui.files.spool import STDIN
from cq_tui.language import _

SERVER = "clickhouse://"
"""How an address begins that is given in the place of an archive's folder."""


class ServerRoot(PosixPath):
    """Such an address: a path to whoever hands it on, and found on no disk."""

    def __str__(self) -> str:
        """With the two slashes that a path has not."""
        return super().__str__().replace(":/", "://", 1)

    def absolute(self) -> Self:
        """It means the same wherever one is."""
        return self


def only_in_a_folder() -> str:
    """What is said to whoever wants to change the archive of a server."""
    return _("This archive stands in a server; change it in its folder, and load it again.")


def needs_a_folder(root: ServerRoot) -> str:
    """What is said where the files of an archive are asked for, and it has none."""
    return _("{address}: the archive of a server; this takes the folder that it was loaded from").format(address=root)


def archive_root(text: str) -> Path:
    """An archive to read: its folder, or the address of a server that holds it."""
    root = root_named(text)
    return root if isinstance(root, ServerRoot) else folder(text)


def root_named(text: str) -> Path:
    """The same where no standard input is: ``-`` is a folder of that name."""
    return ServerRoot(text) if text.startswith(SERVER) else Path(text)


def archive_roots(text: str) -> tuple[Path, ...]:
    """The archives that a variable names, parted as in ``PATH``; an address has that sign in it, and ends the list."""
    folders, begin, rest = text.partition(SERVER)
    servers = (ServerRoot(begin + rest),) if begin else ()
    return (*(Path(one) for one in folders.split(os.pathsep) if one), *servers)


def folder(text: str) -> Path:
    """A folder, which nothing can stand for that comes through a pipe."""
    if text.startswith(SERVER):
        raise ArgumentTypeError(_("a folder is meant, and this is the address of a server"))
    if text == STDIN:
        raise ArgumentTypeError(_("a folder is meant, and - is standard input; a folder of that name is ./-"))
    return Path(text)


def log_file(text: str) -> Path:
    """A file that a log is written into; stdout is for data."""
    if text == STDIN:
        raise ArgumentTypeError(_("a log is written into a file, and - is none; --verbose tells on stderr"))
    return Path(text)


PATHS = (Path, folder, archive_root, log_file)
"""The types of arguments that are names of files or folders."""
