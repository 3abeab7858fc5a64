"""Publishing: what is asked for, written into a folder."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cq_tui.files.folder import Files, FolderTarget, change_folder, make_folder
from cq_tui.language import ngettext
from cq_tui.publishing import data_package, ftm
from cq_tui.publishing.request import CountedFiles, Request
from cq_tui.publishing.target import check


@dataclass(frozen=True, slots=True)
class Format:
    """A way to publish.

    ``files`` of a request, and in the end how many rows or entities they hold; ``contents``: the names and rows of its
    tables without writing any; ``counted``: what so many are called.
    """

    files: Callable[[Request], CountedFiles]
    contents: Callable[[Request], list[tuple[str, int]]]
    counted: Callable[[int], str]


def _rows(count: int) -> str:
    return ngettext("{count} row", "{count} rows", count).format(count=f"{count:,}")


def _entities(count: int) -> str:
    return ngettext("{count} entity", "{count} entities", count).format(count=f"{count:,}")


FORMATS: Mapping[str, Format] = {
    "datapackage": Format(data_package.files, data_package.contents, _rows),
    "ftm": Format(ftm.files, ftm.contents, _entities),
}


def publish(request: Request, format_: str, target: FolderTarget, *, replace: bool = False) -> str:
    """Write a publication; returns how much it is, in words.

    Raises WriteError, FileExists, QueryError and Cancelled; then nothing is written or changed. ``replace``: an earlier
    publication in the folder gives way to this one.
    """
    old = check(target, request.extent.store.archive, replace=replace)
    how, count = FORMATS[format_], 0

    def files() -> Files:
        nonlocal count
        count = yield from how.files(request)

    if old is None:
        make_folder(target, files())
    else:
        change_folder(target, files(), old)
    return how.counted(count)
