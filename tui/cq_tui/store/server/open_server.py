"""Opening an archive that a server holds: it was read and checked when it was loaded."""

from pathlib import Path
from uuid import uuid4

from cq_tui.archive.problem import ArchiveError
from cq_tui.archive.read import Archive
from cq_tui.archive.tables import TableFile
from cq_tui.language import _
from cq_tui.schema.schema import Schema
from cq_tui.store.engine.clickhouse.connection import Connection, ServerError
from cq_tui.store.server.about import about
from cq_tui.store.server.address import Address, address_of
from cq_tui.store.server.credentials import credentials
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


def schema_on_server(root: Path) -> Schema:
    """The schema of the archive that an address means. Raises ArchiveError."""
    address = address_of(root)
    connection = connected(address)
    try:
        return about(connection, address)[1]
    except ServerError as error:
        raise ArchiveError(str(error)) from None
    finally:
        connection.close()


def open_server(root: Path) -> Store:
    """The store of the archive that an address means. Raises ArchiveError."""
    address = address_of(root)
    connection = connected(address)
    try:
        schema = about(connection, address)[1]
    except ServerError as error:
        raise ArchiveError(str(error)) from None
    from cq_tui.store.engine.clickhouse.engine import ServerEngine

    tables = [TableFile(root, str(address), kind) for kind in schema.values()]
    archive = Archive((root,), tables=tables, schema=schema)
    return Store(archive, door=lambda: ServerEngine(schema, connection, f"{uuid4()}"))
