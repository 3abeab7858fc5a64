"""What a prepared file rests on: the program, the rules, and the files of the archive as they were read.

A session takes the tables of the file only where all of this still holds. Of the files the name, size, time of change
and inode are compared, which takes no reading; their SHA-256 is compared by ``check``.
"""

import json
from pathlib import Path

from cq_tui import __version__
from cq_tui.archive.read import Archive, Stamp
from cq_tui.query.columns import declared_text, folded_names, heard_text, own_text
from cq_tui.query.heard import rules
from cq_tui.schema.kind import Kind
from cq_tui.values.sql import identifier

_FORMAT = 6
"""Of the prepared file itself; raised with whatever changes in it."""
_PIECE = 1024 * 1024


def basis(archive: Archive) -> str:
    """What a file prepared from this archive rests on, as one line of JSON."""
    stamp = archive.stamps[archive.root]
    return json.dumps(
        {"format": _FORMAT, "program": __version__, "rules": _rules(archive), "files": _files(stamp)},
        ensure_ascii=False,
        sort_keys=True,
    )


def _files(stamp: Stamp) -> dict[str, list[int]]:
    return {name: list(numbers) for name, numbers in stamp.items()}


def _rules(archive: Archive) -> str:
    """A fingerprint of all by which table files are read, judged and searched.

    Of kinds without such a file it holds what their tables are: how records in memory are checked is the program's.
    """
    import hashlib

    found = hashlib.sha256()
    found.update(rules())
    in_files = {file.kind.name for file in archive.tables}
    for kind in archive.schema.values():
        for text in [*_columns_of(kind), *(_rules_of(kind) if kind.name in in_files else ())]:
            found.update(text.encode())
            found.update(b"\0")
    return found.hexdigest()


def _columns_of(kind: Kind) -> list[str]:
    return [
        kind.name,
        declared_text(kind),
        *(text for field in kind.fields for text in (field.name, field.type.sql_type)),
    ]


def _rules_of(kind: Kind) -> list[str]:
    found = [kind.sql_refused, own_text(kind), heard_text(kind), folded_names(kind)]
    for field in kind.fields:
        cells = [identifier(name) for name in field.column_names]
        found += [field.type.sql_take(identifier(field.name)), kind.sql_value(field)]
        found += [*cells, field.type.sql_read(cells), field.type.sql_unread(cells) or ""]
    return found


def hashes(root: Path, names: list[str]) -> dict[str, str]:
    """The SHA-256 of files of an archive, by their names. Raises OSError."""
    import hashlib

    found = {}
    for name in names:
        digest = hashlib.sha256()
        with (root / name).open("rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
        found[name] = digest.hexdigest()
    return found


def why_stale(found: str, wanted: str) -> str:
    """The first difference between two bases, as a key: ``program``, ``rules``, ``format`` or the name of a file.

    Files go before rules, which hang on what the archive declares and on the kinds that it has table files of.
    """
    then, now = json.loads(found), json.loads(wanted)
    for key in ("format", "program"):
        if then.get(key) != now[key]:
            return key
    files_then, files_now = then.get("files", {}), now["files"]
    changed = (name for name in {**files_now, **files_then} if files_then.get(name) != files_now.get(name))
    return next(changed, "rules" if then.get("rules") != now["rules"] else "")
