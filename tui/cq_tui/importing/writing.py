"""Writing a converted list: its files are made outside the archive, set against those that stand there, and put in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from cq_tui.archive.declare import SCHEMA_PATH
from cq_tui.archive.read import has_changed
from cq_tui.archive.same.file import PATH as DECISIONS
from cq_tui.files.changes import Changes
from cq_tui.files.write import WriteError
from cq_tui.importing.commit import manifest
from cq_tui.importing.commit.decisions import drop_decisions, gone_deals
from cq_tui.importing.commit.output_files import OfOrganisations, files, refused_file, remarks_file
from cq_tui.importing.commit.staging import Staged, commit_files, differing, holding, stage
from cq_tui.importing.errors import ImportProblem, StandsAlready
from cq_tui.importing.importer import Converted
from cq_tui.importing.progress import Progress, unwatched
from cq_tui.importing.recognise.maps import map_file
from cq_tui.importing.recognise.maps.mapping import SKIP
from cq_tui.importing.recognise.maps.names_of_cells import NamesOfCell
from cq_tui.importing.recognise.prepare import Near, Prepared
from cq_tui.language import _
from cq_tui.log import Log
from cq_tui.values.clean import clean_line

_log = Log(__name__)


@dataclass(frozen=True, slots=True)
class Written:
    """What an import wrote: paths in the archive; empty where nothing is new.

    ``decisions``: how many decisions on deals told twice went with deals that the list has no more.
    """

    paths: tuple[str, ...]
    decisions: int = 0


def save_map(
    prepared: Prepared,
    near: Near = (),
    held: Changes | None = None,
    becomes: dict[str, str] | None = None,
    together: Sequence[tuple[str, str]] = (),
    cells: Sequence[NamesOfCell] = (),
) -> None:
    """Save a proposed mapping beside the archive's data. Raises ImportProblem."""
    if prepared.given:
        return
    text = map_file.text(prepared.proposal, near, becomes, together, cells).encode()
    path = prepared.map_path
    if path.is_file() and path.read_bytes() == text:
        return
    with holding(prepared.store.archive.root, held) as change:
        try:
            change.write(f"imports/{prepared.listed.id}/{path.name}", [text])
            change.commit()
        except WriteError as error:
            raise ImportProblem(str(error)) from None


@dataclass(frozen=True, slots=True)
class Staging:
    """The files of an import as they would be, outside the archive: which differ, and which of an earlier one go."""

    every: list[Staged]
    changed: list[Staged]
    stale: list[str]
    replaces: bool
    """Whether records of an earlier import of the list would be replaced."""


def staging(converted: Converted, progress: Progress = unwatched) -> Staging:
    """Make the files of an import; they go with the list. Raises ImportProblem, and what ``progress`` raises."""
    prepared, accepted = converted.prepared, converted.accepted
    if accepted.asked:
        raise ImportProblem(accepted.asked[0].text)
    if not accepted.counts.accepted:
        raise ImportProblem(_("{path}: no row is accepted").format(path=clean_line(str(prepared.listed.sheet.path))))
    root, id_ = prepared.store.archive.root, prepared.listed.id
    left_out = {column for column, told in prepared.proposal.mapping.columns.items() if told == SKIP}
    about = OfOrganisations(converted.own.organisations or prepared.store.schema["organisations"], converted.about)
    made = files(prepared.store.schema, prepared.listed, accepted, converted.known, about, left_out)
    if text := converted.own.text:
        made[SCHEMA_PATH] = lambda: [text]
    beside = f"imports/{id_}"
    if converted.refusals:
        made[f"{beside}/refused.csv"] = lambda: refused_file(prepared.listed, accepted)
    if accepted.counts.remarked:
        made[f"{beside}/remarks.csv"] = lambda: remarks_file(prepared.listed, accepted)
    map_text = map_file.text(
        prepared.proposal, converted.near, converted.own.by_column, converted.together, converted.cells
    )
    if not prepared.map_path.is_file() or not prepared.given:
        made[f"{beside}/MAP.toml"] = lambda: [map_text.encode()]
    staged = stage(made, accepted.table.folder, accepted.table.watch.to(progress))
    kept = ("MAP.toml", manifest.NAME)
    stale = [name for name in _there(root, id_) if name not in made and not name.endswith(kept)]
    return compared(converted, staged, stale)


def compared(converted: Converted, staged: list[Staged], stale: list[str]) -> Staging:
    """The files of an import set against those that stand in the archive."""
    root, id_ = converted.prepared.store.archive.root, converted.prepared.listed.id
    changed = differing(root, staged)
    own = (f"data/{id_}/", f"seeds/{id_}.toml")
    standing = [one.name for one in changed if one.name.startswith(own) and (root / one.name).exists()]
    gone = any(not name.startswith("imports/") for name in stale)
    return Staging(staged, changed, stale, bool(standing) or gone)


def write(
    converted: Converted,
    *,
    replace_: bool = False,
    progress: Progress = unwatched,
    held: Changes | None = None,
    staged: Staging | None = None,
) -> Written:
    """Put the accepted rows into the archive, the refused ones and the mapping beside it.

    ``held``: the archive, if the caller holds it for changes already. ``staged``: the files, if they are made already.
    Raises StandsAlready where the list is there from other content and ``replace_`` is false, ImportProblem where
    something is still asked, no row is accepted, or writing failed, and what ``progress`` raises; the archive is then
    as it was.
    """
    prepared = converted.prepared
    root, id_ = prepared.store.archive.root, prepared.listed.id
    made = staged or staging(converted, progress)
    if made.replaces and not replace_:
        message = _("{path} is there already, from other content or another mapping.")
        raise StandsAlready(message.format(path=f"data/{id_}"))
    decisions = 0
    if made.changed or made.stale:
        with holding(root, held) as change:
            if has_changed(prepared.store.archive):
                message = _("{path} has changed since it was opened; open it again, and import then.")
                raise ImportProblem(message.format(path=clean_line(str(root))))
            file, declared = prepared.listed.called, converted.own.declared
            told = manifest.manifest(root, id_, file, prepared.kind.name, declared)
            gone = gone_deals(root, id_, made.every)
            decisions = drop_decisions(change, gone)
            commit_files(change, made.changed, made.stale, {f"imports/{id_}/{manifest.NAME}": told})
        _log.info("wrote %s; removed %s", [one.name for one in made.changed], made.stale)
    paths = (*(one.name for one in made.changed), *made.stale, *([DECISIONS] if decisions else ()))
    return Written(paths, decisions)


def _there(root: Path, id_: str) -> Iterable[str]:
    """The files that an earlier import of the list wrote, as paths in the archive."""
    for folder in (f"data/{id_}", f"imports/{id_}"):
        yield from (f"{folder}/{path.name}" for path in sorted((root / folder).glob("*")) if path.is_file())
