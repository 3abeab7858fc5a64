"""The hits of the search say in which field the words stand, with the text round them."""

import pytest
from cq_tui.language import use
from cq_tui.query.highlight import Highlighter
from cq_tui.query.parse import parse
from cq_tui.store.store import Store
from cq_tui.store.views.found_in import FoundIn, found_in
from cq_tui.widgets.base.text_layout import around
from cq_tui.widgets.views.record_row import hit_row


def found(store: Store, kind: str, id_: str, text: str) -> FoundIn | None:
    record = store.get(kind, id_)
    assert record is not None
    highlighter = Highlighter(parse(text, store.kind(kind)), store.widen)
    return found_in(store, store.kind(kind), record, highlighter)


@pytest.mark.parametrize(
    ("kind", "id_", "text", "label", "words"),
    [
        ("deals", "specialised-innovative-fund", "耐心", "Note", "耐心"),
        (
            "deals",
            "aluminium-die-casting-line",
            "西马克",
            "Parties",
            "西马克",
        ),  # the Chinese name, on an English screen
        ("speakers", "eu-chamber-southwest", "european", "Speaker", "European"),
        ("speakers", "tuv-rheinland", "germany", "Country", "Germany"),
        ("organisations", "southwest-aluminium", "xnl", "Organisation", "西南铝"),
    ],
)
def test_the_field_and_the_words(store: Store, kind: str, id_: str, text: str, label: str, words: str) -> None:
    use("en")
    one = found(store, kind, id_, text)
    assert one is not None
    assert (one.label, one.text[slice(*one.spans[0])]) == (label, words)


def test_the_name_of_the_only_event_is_no_reason(store: Store) -> None:
    use("en")
    hit = found(store, "speakers", "hu-henghua", "european")
    assert hit is None or hit.label != "Event"


def test_the_text_round_the_words_fits_the_line(store: Store) -> None:
    use("en")
    kind = store.kind("deals")
    record = store.get("deals", "specialised-innovative-fund")
    assert record is not None
    row = hit_row(store, kind, record, 40, Highlighter(parse("耐心", kind), store.widen))
    assert row is not None
    assert [text for text, style in row.pieces if style == "hit"] == ["耐心"]


def test_a_stretch_round_the_first_span() -> None:
    assert around("0123456789abcdefghij", [(12, 14)], 10) == ("…abcdefgh…", [(3, 5)])
    assert around("short", [(1, 2)], 10) == ("short", [(1, 2)])
