"""The values of a field of the archive that a kind has made up for a test: words, filter term, count."""

import json
from pathlib import Path

from cq_tui.language import use
from cq_tui.query.parse import parse
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.facets import facet_values
from cq_tui.store.selection.selection import Selection

from tests.shipped import kinds


def print_facets(archive: str, kind_name: str, name: str) -> int:
    use("en")
    kind = kinds()[kind_name]
    found = facet_values(Selection(open_archive(Path(archive)).store, parse("", kind)), kind.by_name[name]).values
    print(json.dumps([(one.words, one.term, one.count) for one in found]))
    return 0
