"""Opening an archive that a server holds: it was read and checked when it was loaded."""

from pathlib import Path
from uuid import uuid4

from cq_tui.archive.problem import ArchiveError
from cq_tui.archive.read import Archive
from cq_tui.archive.schema import schema_by
from cq_tui.archive.tables import TableFile
from cq_tui.language import _
from cq_tui.schema.kind import EVENTS
from cq_tui.schema.schema import Schema
from cq_tui.store.engine.clickhouse.connection import Connection, ServerError
from cq_tui.store.engine.errors import QueryError
from cq_tui.store.server.about import About, about, of_another_program
from cq_tui.store.server.address import Address, address_of
from cq_tui.store.server.credentials import credentials
from cq_tui.store.server.small_kinds import take_records
from cq_tui.store.store import Store


def connected(address: Address, *, writes: bool = False) -> Connection:
    """A connection to a server, by who the environment says asks. Raises ArchiveError."""
    try:
        from cq_tui.store.server.http import HttpConnection

        return HttpConnection(address, credentials(), writes=writes)
    except ImportError:
        raise ArchiveError(_("This takes a package more: pip install 'cq-tui[server]'")) from None
    except ServerError as error:
        raise ArchiveError(str(error)) from None


def schema_on_server(root: Path, *, history: bool = False) -> Schema:
    """The schema of the archive that an address means; ``history`` as of ``schema_of``. Raises ArchiveError."""
    kept, schema = _about(root)
    return schema_by(kept.rules._replace(history=True)) if history else schema


def views_on_server(root: Path) -> str:
    """The views for its readers of the archive that an address means, as a file of them. Raises ArchiveError."""
    return _about(root)[0].views


def _about(root: Path) -> tuple[About, Schema]:
    address = address_of(root)
    connection = connected(address)
    try:
        return about(connection, address)
    except ServerError as error:
        raise ArchiveError(str(error)) from None
    finally:
        connection.close()


def open_server(root: Path) -> Store:
    """The store of the archive that an address means. Raises ArchiveError."""
    address = address_of(root)
    connection = connected(address)
    try:
        return store_of(connection, root)
    except (ServerError, QueryError, ArchiveError) as error:
        connection.close()
        raise ArchiveError(str(error)) from None


def store_of(connection: Connection, root: Path) -> Store:
    """The store of the archive that a connection leads to. Raises ArchiveError, ServerError and QueryError."""
    from cq_tui.store.engine.clickhouse.engine import ServerEngine

    address = address_of(root)
    kept, schema = about(connection, address)
    engine = ServerEngine(
        schema,
        connection,
        f"{uuid4()}",
        kept.answers,
        wide=kept.wide,
        indexed=kept.indexed,
        heard=kept.heard,
    )
    tables = [TableFile(root, str(address), kind) for kind in schema.values()]
    archive = Archive((root,), tables=tables, schema=schema, views=kept.views)
    if not take_records(archive, kept.records):
        raise ArchiveError(of_another_program(address, kept.program))
    store = Store(archive, door=lambda: engine)
    if store.has_table(EVENTS):  # every screen asks which there are
        store.records(EVENTS)
    return store
