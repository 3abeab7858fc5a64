"""An archive of which no record is in memory: as one in a server that has many of each kind."""

from cq_tui.archive.read import Archive
from cq_tui.archive.tables import TableFile
from cq_tui.store.engine.door import Door
from cq_tui.store.store import Store


def of_tables(archive: Archive, engine: Door) -> Store:
    """A store that has to ask its engine for whatever it is asked for."""
    tables = [TableFile(archive.root, "elsewhere", kind) for kind in archive.schema.values()]
    return Store(Archive(archive.roots, tables=tables, schema=archive.schema), door=lambda: engine)
