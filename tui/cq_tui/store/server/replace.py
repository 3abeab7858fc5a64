"""An archive put into a server: loaded beside what is there, and put in its place when all of it has come."""

from contextlib import suppress

from cq_tui.archive.problem import ArchiveError
from cq_tui.archive.read import Archive
from cq_tui.archive.schema import rules_of
from cq_tui.archive.tables import VIEWS_FILE
from cq_tui.files.text import FileFault, read_text
from cq_tui.files.write import FileExists
from cq_tui.language import _
from cq_tui.schema.schema import Schema
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.engine.clickhouse.connection import Connection, ServerError
from cq_tui.store.engine.clickhouse.schema import create_tables, create_views, table_names
from cq_tui.store.selection.extent import Extent
from cq_tui.store.server.about import begin, complete, is_complete, tell
from cq_tui.store.server.address import Address
from cq_tui.store.server.load import Told, load
from cq_tui.values.sql import identifier

_BESIDE = "__loading"


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
    try:
        _drop(connection, schema)  # of a load that was killed
        for statement in create_tables(schema, _BESIDE):
            tell(connection, statement)
        load(extent, connection, cancellation or Cancellation(), told, _BESIDE)
    except BaseException:
        with suppress(ServerError):
            _drop(connection, schema)
        raise
    begin(connection)  # from here until it is complete nobody opens it
    for name in table_names(schema):
        tell(connection, f"DROP TABLE IF EXISTS {identifier(name)} SYNC")
    moves = ", ".join(f"{identifier(name + _BESIDE)} TO {identifier(name)}" for name in table_names(schema))
    tell(connection, f"RENAME TABLE {moves}")
    for statement in create_views(schema):
        tell(connection, statement)
    complete(connection, rules, schema, counts, _views(extent.store.archive))
    return sum(counts.values())


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
            f"SELECT name FROM system.tables WHERE database = currentDatabase() AND NOT endsWith(name, '{_BESIDE}')",
        )
        if others:
            message = _("{address}: holds other tables, and is left as it is; name an empty database")
            raise ArchiveError(message.format(address=address))


def _drop(connection: Connection, schema: Schema) -> None:
    for name in table_names(schema):
        tell(connection, f"DROP TABLE IF EXISTS {identifier(name + _BESIDE)} SYNC")
