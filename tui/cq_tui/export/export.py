"""Exporting a selection: the same bytes whether asked on the screen or on the command line."""

import codecs
import os
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from cq_tui.archive.read import Archive
from cq_tui.export.format import Request
from cq_tui.export.formats import format_named, format_names, usual_encoding
from cq_tui.export.naming import is_visible
from cq_tui.files.write import Target, WriteError, write
from cq_tui.language import _
from cq_tui.schema.columns import columns
from cq_tui.secure import Confinement
from cq_tui.store.selection.selection import Selection

_BATCH = 64 * 1024


@dataclass(frozen=True, slots=True)
class Options:
    """How to export: format, columns by comma, raw cells, and the encoding if not the usual one.

    ``as_shown``: as the screen shows it, and where no columns are named those that a list shows by itself.
    """

    format: str = "csv"
    columns: str | None = None
    raw: bool = False
    encoding: str | None = None
    as_shown: bool = False


def pieces(
    selection: Selection, options: Options, *, to_file: bool, confined: Confinement | None = None
) -> Iterator[bytes]:
    """The bytes of an export. CSV files get a byte-order mark for Excel, a stream gets none.

    ``confined``: secure mode, in which temporary files stay in its folder.
    Raises ColumnError before the first byte for a column that the kind does not have, WriteError for a format that
    can't be written as shown.
    """
    how = format_named(options.format)
    if options.as_shown and not how.as_shown:
        known = ", ".join(name for name in format_names() if format_named(name).as_shown)
        message = _("{format} is for programs and can't be written as on the screen; these can: {known}.")
        raise WriteError(message.format(format=options.format, known=known))
    names = options.columns
    if names is None and options.as_shown:
        several = selection.store.is_of_several_events(selection.kind)
        names = ",".join(field.name for field in selection.kind.usual_columns(several=several))
    chosen, temporary = columns(selection.kind, names), partial(_temporary, confined)
    request = Request(selection, chosen, names is not None, options.raw, options.as_shown, temporary)
    if how.data:
        return how.data(request)
    assert how.text
    return encoded(how.text(request), options.encoding or usual_encoding(options.format, to_file=to_file))


def _temporary(confined: Confinement | None) -> AbstractContextManager[Path]:
    """A folder for temporary files. Raises WriteError where secure mode allows none."""
    from cq_tui.files.scratch import scratch  # for a large workbook

    if confined is None:
        return scratch()
    if confined.folder is None:
        raise WriteError(_("So many rows need temporary files for xlsx, which secure mode does not allow: take csv."))
    return scratch(Path(f"/proc/self/fd/{confined.descriptor}") if confined.descriptor is not None else confined.folder)


def target_of(path: Path, confined: Confinement | None, *, streams: bool = False) -> Target:
    """Where an export of that path goes; ``streams``: it may be a pipe or a device.

    In secure mode the path is a plain name in the export folder, the file is its owner's alone, and messages don't
    tell the folder, which is the host's business. Raises SecureError for any other path.
    """
    if confined is None:
        return Target(path, streams=streams)
    return Target(confined.target(path), folder=confined.descriptor, private=True, called=path.name)


def export_file(
    selection: Selection,
    options: Options,
    target: Path | Target,
    *,
    replace: bool = False,
    confined: Confinement | None = None,
) -> int:
    """Write an export to a file; returns its size in bytes. Raises ColumnError and WriteError; see ``write``."""
    target = target if isinstance(target, Target) else Target(target)
    found = pieces(selection, options, to_file=True, confined=confined)
    return write_pieces(selection.store.archive, found, target, replace=replace)


def write_pieces(archive: Archive, found: Iterable[bytes], target: Target, *, replace: bool) -> int:
    """Write what was made of an archive to a file that is none of its own; returns its size. Raises WriteError."""
    if not is_visible(target.path.name):
        raise WriteError(_("{path}: a file's name can't have invisible characters.").format(path=target.shown))
    if replace and _is_read_from(target.path, archive):
        message = _("{path} holds the archive's own data; name another file.")
        raise WriteError(message.format(path=target.shown))
    return write(target, found, replace=replace)


def _is_read_from(path: Path, archive: Archive) -> bool:
    """Whether a path leads to one of the files of an archive, by whatever links."""
    try:
        status = path.stat()
    except OSError:
        return False
    return any(os.path.samestat(status, there) for there in map(_status, archive.files()) if there)


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None


def encoded(text: Iterator[str], encoding: str) -> Iterator[bytes]:
    """A text that comes piece by piece, as bytes by the batch."""
    encoder = codecs.getincrementalencoder(encoding)()
    held: list[str] = []
    size = 0
    for piece in text:
        held.append(piece)
        size += len(piece)
        if size >= _BATCH:
            yield encoder.encode("".join(held))
            held, size = [], 0
    yield encoder.encode("".join(held), final=True)
