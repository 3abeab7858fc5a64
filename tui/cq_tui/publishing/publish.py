"""Publishing: what is asked for, written into a folder."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cq_tui.files.folder import Files, FolderTarget, change_folder, make_folder
from cq_tui.publishing import data_package, ftm
from cq_tui.publishing.request import Request
from cq_tui.publishing.target import check


@dataclass(frozen=True, slots=True)
class Format:
    """A way to publish: the files of a request, and, without writing any, the names and rows of its tables."""

    files: Callable[[Request], Files]
    contents: Callable[[Request], list[tuple[str, int]]]


FORMATS: Mapping[str, Format] = {
    "datapackage": Format(data_package.files, data_package.contents),
    "ftm": Format(ftm.files, ftm.contents),
}


def publish(request: Request, format_: str, target: FolderTarget, *, replace: bool = False) -> None:
    """Write a publication. Raises WriteError, FileExists, QueryError and Cancelled; then nothing is written or changed.

    ``replace``: an earlier publication in the folder gives way to this one.
    """
    old = check(target, request.extent.store.archive, replace=replace)
    files = FORMATS[format_].files(request)
    if old is None:
        make_folder(target, files)
    else:
        change_folder(target, files, old)
