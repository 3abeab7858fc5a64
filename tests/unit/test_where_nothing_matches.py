"""What is said of a filter that finds nothing: the stated totals of the category that it asks for."""

import pytest
from cq_tui.language import Language, use
from cq_tui.query.parse import parse
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.store.views.stated_where_empty import stated_where_empty


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        ("en", "category:outbound", "outbound: 5 stated, CNY 5.7 bn, none itemised (para. 19)"),
        ("zh", "category:outbound", "渝企出海：公布 5 项，57亿元，无明细（第19段）"),
        ("en", "category:cooperation", "cooperation: 7 stated, amount not stated, none itemised (para. 19)"),
        ("en", "category:finance party:nobody", "finance: 3 stated, CNY 85.241 bn, 2 named (para. 19)"),
        ("en", "-category:outbound", ""),
        ("en", "title:nosuch", ""),
    ],
)
def test_stated_totals_of_the_category(store: Store, lang: Language, text: str, said: str) -> None:
    use(lang)
    assert stated_where_empty(Selection(store, parse(text, store.kind("deals")))) == said


def test_other_kinds_state_nothing(store: Store) -> None:
    assert stated_where_empty(Selection(store, parse("role:panel", store.kind("speakers")))) == ""
