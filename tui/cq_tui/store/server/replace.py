"""An archive put into a server: loaded beside what is there, and put in its place when all of it has come."""

from collections.abc import Sequence
from contextlib import suppress

from cq_tui import __version__
from cq_tui.archive.problem import ArchiveError
from cq_tui.archive.read import Archive
from cq_tui.archive.schema import rules_of
from cq_tui.archive.tables import VIEWS_FILE
from cq_tui.files.text import FileFault, read_text
from cq_tui.files.write import FileExists
from cq_tui.language import _
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.engine.clickhouse.connection import Connection, ServerError
from cq_tui.store.engine.clickhouse.schema import create_tables, create_views, table_names
from cq_tui.store.engine.clickhouse.text_index import probe
from cq_tui.store.engine.errors import QueryError
from cq_tui.store.selection.extent import Extent
from cq_tui.store.server.about import ABOUT, About, begin, complete, has_same_columns, is_complete, tell
from cq_tui.store.server.address import Address
from cq_tui.store.server.first_answers import answer_first
from cq_tui.store.server.load import Told, load
from cq_tui.store.server.small_kinds import kept_records
from cq_tui.values.sql import identifier

_BESIDE, _ASIDE = "__loading", "__before"
"""What the names of tables end with that come, and that go."""


def put(
    extent: Extent,
    connection: Connection,
    address: Address,
    *,
    replace: bool,
    told: Told,
    cancellation: Cancellation | None = None,
) -> int:
    """Load what is meant into a server, in place of an earlier archive; returns how many records.

    Broken off before all has come, what stood there stands there still. Raises FileExists for an earlier archive
    unless it may be replaced, ArchiveError for a database with other tables, ServerError, QueryError and Cancelled.
    """
    schema = extent.store.schema
    rules = rules_of(*extent.store.archive.roots)
    counts = {kind.name: extent.count(kind) for kind in schema.values()}
    _refuse_others(connection, address, replace=replace)
    names = [*table_names(schema), ABOUT]
    try:
        _drop(connection)  # of a load that was killed
        indexed = _makes_index(connection)
        for statement in create_tables(schema, _BESIDE, indexed=indexed):
            tell(connection, statement)
        load(extent, connection, cancellation or Cancellation(), told, _BESIDE)
        about = About(__version__, rules, _views(extent.store.archive), kept_records(extent), indexed=indexed)
        begin(connection, about, schema, _BESIDE)
        fits = has_same_columns(connection, schema)
        if fits:  # what is asked in the place of the tables fits the new ones, so that nobody meets a half of them
            complete(connection, _BESIDE)
        _put_in_place(connection, names)
    except BaseException:
        with suppress(ServerError):
            _drop(connection)
        raise
    if not fits:
        for statement in create_views(schema):
            tell(connection, statement)
        complete(connection)
    with suppress(ServerError):  # what stays is dropped by the next load
        _drop(connection)
    with suppress(ServerError, QueryError):  # without them each session asks
        answer_first(extent.store.archive, connection, address, about.records)
    return sum(counts.values())


def _makes_index(connection: Connection) -> bool:
    """Whether the server can index what records say. Without that, all texts are read for each word."""
    *made, asked = probe(f"_probe{_BESIDE}")
    try:
        for statement in made:
            tell(connection, statement)
        return tell(connection, asked) == [(1,)]
    except ServerError as error:
        if not error.code:  # it did not come that far
            raise
        return False


def _views(archive: Archive) -> str:
    """The views for the readers of an archive, of all its folders; what can't be read is left out: check tells it."""
    texts = [archive.views]
    for root in archive.roots:
        with suppress(FileFault):
            texts.append(read_text(root / "data" / VIEWS_FILE))
    return "\n".join(filter(None, texts))


def _refuse_others(connection: Connection, address: Address, *, replace: bool) -> None:
    whole = is_complete(connection)
    if whole and not replace:
        raise FileExists(_("{path} holds an archive already.").format(path=address))
    if whole is None:
        others = tell(
            connection,
            f"SELECT name FROM system.tables WHERE database = currentDatabase() "
            f" AND NOT endsWith(name, '{_BESIDE}') AND NOT endsWith(name, '{_ASIDE}')",
        )
        if others:
            message = _("{address}: holds other tables, and is left as it is; name an empty database")
            raise ArchiveError(message.format(address=address))


def _put_in_place(connection: Connection, names: Sequence[str]) -> None:
    """Give the tables their names, and those that have them others, in one statement: all at once for who reads."""
    there = {row[0] for row in tell(connection, "SELECT name FROM system.tables WHERE database = currentDatabase()")}
    aside = [(name, name + _ASIDE) for name in names if name in there]
    moves = [*aside, *((name + _BESIDE, name) for name in names)]
    tell(connection, "RENAME TABLE " + ", ".join(f"{identifier(one)} TO {identifier(other)}" for one, other in moves))


def _drop(connection: Connection) -> None:
    """Drop what stands beside an archive."""
    ours = f"endsWith(name, '{_BESIDE}') OR endsWith(name, '{_ASIDE}')"
    found = tell(connection, f"SELECT name FROM system.tables WHERE database = currentDatabase() AND ({ours})")
    for row in found:
        tell(connection, f"DROP TABLE IF EXISTS {identifier(str(row[0]))} SYNC")
