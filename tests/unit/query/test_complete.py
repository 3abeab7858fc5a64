"""What the bar offers to go on with: names, code values, and how many records have each."""

import pytest
from cq_tui.language import Language, _, use
from cq_tui.query.complete import complete
from cq_tui.query.parse import parse
from cq_tui.query.terms import Codes
from cq_tui.query.vocabulary import field_named, folded
from cq_tui.store.selection.selection import Selection
from cq_tui.store.selection.value_suggestions import suggest_values
from cq_tui.store.store import Store
from cq_tui.values.countries import members

from tests.shipped import kinds


def _texts(text: str, kind: str = "deals") -> list[str]:
    return [one.text for one in complete(text, kinds()[kind])]


@pytest.mark.parametrize(
    ("text", "completed"),
    [
        ("", []),
        ("铝 ", []),
        ("-", []),
        ("铝 -", []),
        ("xyz", []),
        ('"cat', []),
        ("/cat", []),
        ("cat", ["category:"]),
        ("CAT", ["category:"]),
        ("ｃａｔ", ["category:"]),
        ("am", ["amount:", "amount_text:"]),
        ("-am", ["-amount:", "-amount_text:"]),
        ("铝 ti", ["铝 title:"]),
        ("铝　标", ["铝　标题:"]),
        ("类", ["类别:", "类型:"]),
        ("amount_b", []),
        ("title:x", []),
        ("nosuch:x", []),
        ("category:", [f"category:{code}" for code in ("finance", "outbound", "investment", "cooperation")]),
        ("category:f", ["category:finance"]),
        ("category:finance", []),
        ("category:zzz", []),
        ("-category:o", ["-category:outbound"]),
        ("category:finance,in", ["category:finance,investment"]),
        ("类别：产业", ["类别：产业投资", "类别：产业合作"]),
        ('instrument:pur', ["instrument:purchase-order"]),
        ("country:德", ["country:德国"]),
        ("country:bos", ['country:"Bosnia & Herzegovina"']),
        ("铝 stage:s", ["铝 stage:signed", "铝 stage:started", "铝 stage:suspended"]),
        ("stage:signed ", []),
        ("has:am", ["has:amount", "has:amount_text"]),
        ("-有:金", ["-有:金额"]),
        ("share_s", ["share_size:"]),
        ("share si", ["share signed:"]),  # and not share size: that would be the share
        ("sha", ["share:"]),
        ("期限", ["期限:"]),
        ("category: f", ["category: finance"]),
        ("category:finance, in", ["category:finance, investment"]),
        ("category>", []),
        ("category!=", []),
        ("sort:am", ["sort:amount", "sort:amount_text"]),
        ("sort:amount,ti", ["sort:amount,title"]),
        ("排序:金", ["排序:金额"]),
    ],
)  # fmt: skip
def test_completed(text: str, completed: list[str]) -> None:
    assert _texts(text) == completed


def test_has_takes_one_field_and_so_none_is_offered_after_a_comma() -> None:
    assert parse("has:amount,term", kinds()["deals"]).faults
    assert _texts("has:amount,te") == []


def test_what_is_given_already_is_not_offered_again() -> None:
    assert _texts("category:finance,") == [
        f"category:finance,{code}" for code in ("outbound", "investment", "cooperation")
    ]
    assert _texts("类别：金融赋能，产业投") == ["类别：金融赋能，产业投资"]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kind", list(kinds()))
def test_every_completion_of_every_prefix_is_understood_and_means_what_it_says(kind: str, language: Language) -> None:
    use(language)
    asked = kinds()[kind]
    for field in asked.asked:
        for name in (field.name, field.label.zh, field.label.en, *field.shown.aliases):
            for end in range(1, len(name) + 1):
                for one in complete(name[:end], asked):
                    found = field_named(asked, one.word)
                    assert found is not None, one
                    assert folded(one.word).startswith(folded(name[:end].split(" ")[-1]))
                    (fault,) = parse(one.text, asked).faults
                    assert fault.message == _("{field}: type a value.").format(field=found.label)


@pytest.mark.parametrize("kind", list(kinds()))
def test_every_completion_of_a_value_is_understood_and_goes_on_from_what_is_typed(kind: str) -> None:
    for field in kinds()[kind].fields:
        for begun in (f"{field.name}:", f"-{field.label.zh}：", f"sort:{field.name[:1]}", f"has:{field.name[:2]}"):
            for one in complete(begun, kinds()[kind]):
                assert one.text.startswith(begun)
                query = parse(one.text, kinds()[kind])
                assert query.faults == ()
                if one.code is not None:
                    named = Codes((one.code,))
                    union = Codes((one.code, *members(one.field.codes if one.field else None, one.code)), (one.code,))
                    assert query.terms[0].test == (union if len(union.any_of) > 1 else named)


@pytest.mark.parametrize(
    ("kind", "text", "offers"),
    [
        ("deals", "category:", [("finance", 2), ("investment", 1)]),
        ("deals", "类别：产业", [("产业投资", 1)]),
        ("deals", "category:f", [("finance", 2)]),
        ("deals", "category:o", []),
        ("deals", "category:finance,in", [("investment", 1)]),
        ("deals", "stage:", [("signed", 3), ("planned", 1)]),
        ("deals", "has:amount stage:", [("signed", 2), ("planned", 1)]),
        ("deals", "铝 stage:", [("planned", 1)]),
        ("deals", "qqqq stage:", []),
        ("deals", "nosuch:1 铝 stage:", [("planned", 1)]),
        ("deals", "country:", [("CN", 4), ("DE", 1), ("EU", 1)]),
        ("deals", "country:D", [("DE", 1)]),
        ("deals", "amount:", []),
        ("deals", "cat", []),
        ("deals", "", []),
        ("organisations", "country:", [("CN", 19), ("EU", 7), ("DE", 3), ("IT", 1)]),
        ("organisations", "country:DE type:", [("company", 2), ("group", 1)]),
        ("speakers", "role:", None),
        ("speakers", "country:", [("CN", 8), ("EU", 5), ("DE", 2), ("IT", 1)]),
        ("platforms", "方式:", [("released", 2), ("unveiled", 1)]),
        ("chain", "tier:l", [("leader", 3)]),
    ],
)
def test_values_with_their_counts_the_most_frequent_first(
    store: Store, kind: str, text: str, offers: list[tuple[str, int]] | None
) -> None:
    panel = [("panel", 6), ("industry-promotion", 3), ("keynote", 2), ("host-address", 1), ("remark", 1)]
    assert suggest_values(Selection(store, parse(text, kinds()[kind])), text) == (panel if offers is None else offers)
