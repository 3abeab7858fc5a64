"""Names that fill a cell by themselves, where lines of other cells say the same: so these are names, too."""

from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.mapping import Mapping, flat
from cq_tui.importing.sources.import_table import ImportTable
from cq_tui.query.name_keys import name_key


def names_alone(table: ImportTable, header: Header, mapping: Mapping) -> frozenset[str]:
    """The keys of such names in the columns of parties."""
    columns = {name for mapped in mapping.fields.values() for each in mapped.roles.values() for name in flat(each)}
    found: set[str] = set()
    for column in columns.intersection(header.names):
        cell = table.names[header.names.index(column)]
        lines = f"SELECT lower(trim(unnest(string_split({cell}, chr(10))))) FROM cells WHERE contains({cell}, chr(10))"
        asked = f"SELECT DISTINCT {cell} FROM cells WHERE NOT contains({cell}, chr(10)) AND lower({cell}) IN ({lines})"
        found |= {name_key(text) for (text,) in table.ask(asked)}
    return frozenset(found)
