"""``cq-tui new``: an archive to fill in, with an event and comments that explain every field, its own ones too.

With ``--kind`` the file of one kind, for an archive that is there and declared the kind, or fields of it, later.
"""

import json
import os
from argparse import Namespace
from contextlib import suppress
from pathlib import Path

from cq_tui.archive.read import SEED_KINDS
from cq_tui.archive.tables import SCHEMA_FILE
from cq_tui.archive.template import SCHEMA, template
from cq_tui.commands.argument_parser import Parser
from cq_tui.commands.common import USAGE, CommandError, kind_named, say, schema_for
from cq_tui.files.named import folder
from cq_tui.files.write import WriteError, failure, write
from cq_tui.language import _
from cq_tui.query.name_keys import slug
from cq_tui.schema.description import json_schema
from cq_tui.schema.schema import Schema
from cq_tui.values.clean import clean_line


def configure(parser: Parser) -> None:
    """Declare the options."""
    words = _("a folder that is not there yet, is empty, or holds data/schema.toml alone")
    parser.add_argument("archive", metavar=_("ARCHIVE"), type=folder, help=words)
    kind = _("write the file of this kind alone, into an archive that is there")
    parser.add_argument("--kind", metavar=_("KIND"), help=kind)
    parser.add_example("cq-tui new fairs", _("an archive in the new folder fairs"))
    parser.add_example("cq-tui new fairs --kind deals", _("its file of deals, to fill in"))


def run(options: Namespace) -> int:
    """Make the archive; what to do next is told on stderr."""
    root: Path = options.archive
    shown = clean_line(str(root))
    if options.kind is not None:
        return _add_kind(root, shown, options.kind)
    made: list[Path] = []
    try:
        if root.exists() and not (root.is_dir() and _has_declarations_at_most(root)):
            raise CommandError(_("{path} is there already and is not empty; name a new folder.").format(path=shown))
        for name, text in _files(
            schema_for([root], history=True), slug(clean_line(root.resolve().name)) or "event"
        ).items():
            _make_folder((root / name).parent, made)
            write(root / name, [text.encode()])
            made.append(root / name)
    except BaseException as error:
        _take_back(made)
        if isinstance(error, WriteError):
            raise CommandError(str(error)) from None
        if isinstance(error, OSError):
            raise CommandError(failure(shown, error)) from None
        raise
    say(_("{path} is an archive now. Fill in data/events.toml, then run cq-tui check {path}.").format(path=shown))
    say(_("A list of your own goes in by cq-tui import FILE --event ID --into {path}.").format(path=shown))
    return 0


def _add_kind(root: Path, shown: str, name: str) -> int:
    """Write the file of one kind; what editors check by is made anew where the archive has it."""
    if not (root / "data").is_dir():
        raise CommandError(_("{path} is no archive: it has no folder data.").format(path=shown), USAGE)
    schema = schema_for([root], history=True)
    kind = kind_named(name, schema)
    path = root / ("seeds" if kind.name in SEED_KINDS else "data") / f"{kind.name}.toml"
    if os.path.lexists(path):
        raise CommandError(_("{path} is there already.").format(path=clean_line(str(path))))
    try:
        path.parent.mkdir(exist_ok=True)
        write(path, [template(kind).encode()])
        if os.path.lexists(root / SCHEMA):
            write(root / SCHEMA, [_schema_of_editors(schema)], replace=True)
    except WriteError as error:
        raise CommandError(str(error)) from None
    except OSError as error:
        raise CommandError(failure(shown, error)) from None
    say(_("{path} is to be filled in; then run cq-tui check {root}.").format(path=clean_line(str(path)), root=shown))
    return 0


def _schema_of_editors(schema: Schema) -> bytes:
    return (json.dumps(json_schema(list(schema.values())), ensure_ascii=False, indent=1) + "\n").encode()


def _has_declarations_at_most(root: Path) -> bool:
    """Whether a folder is empty, or holds nothing but what the archive to be made declares of its own."""
    data = root / "data"
    return all(one == data and one.is_dir() and [*one.iterdir()] == [data / SCHEMA_FILE] for one in root.iterdir())


def _files(every: Schema, event: str) -> dict[str, str]:
    """The files of a new archive: an event to fill in, every other kind as comments, and the schema for editors."""
    found = {SCHEMA: _schema_of_editors(every).decode()}
    given = {"id": f'"{event[:80]}"', "name": '{ zh = "活动名称", en = "Name of the event" }'}
    found["data/events.toml"] = template(every["events"], given=given)
    for kind in every.values():
        if kind.name not in ("events", *SEED_KINDS):
            found[f"data/{kind.name}.toml"] = template(kind)
    hint, *sources = template(every["sources"]).splitlines(keepends=True)
    _hint, *passages = template(every["passages"]).splitlines(keepends=True)
    found["seeds/sources.toml"] = "".join((hint, *sources, "\n", *passages))
    return found


def _make_folder(folder: Path, made: list[Path]) -> None:
    """Make a folder and what is missing above it; ``made`` takes each as soon as it is there."""
    for one in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
        one.mkdir()
        made.append(one)


def _take_back(made: list[Path]) -> None:
    """Leave nothing of a half-made archive, and nothing of what was not made here."""
    with suppress(OSError):
        for path in reversed(made):
            path.rmdir() if path.is_dir() else path.unlink()
