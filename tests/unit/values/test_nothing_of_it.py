"""Cells that say that what they name is not known, in Python and in SQL alike. All of it is made up."""

import duckdb
import pytest
from cq_tui.values.nothing import is_nothing, sql_says_something
from cq_tui.values.sql import literal

_NONE = (
    "No date available",
    "No amount available",
    "Not country subentity available",
    "NO POSITION FOUND",
    "Keine Angabe vorhanden",
    "Sin importe disponible",
    "Aucune date renseignée",
    "暂未收录",
    "暫未收錄",
    "暂无公开信息",
    "尚未公布",
    "noch nicht bekannt",
)
_SOMETHING = (
    "Alder found",
    "No. 5 found",
    "Noah found",
    "No tender",
    "No, it is available",
    "Kein Fund AG",
    "尚未来科技",
    "暂收录",
)


@pytest.mark.parametrize("text", [*_NONE, *_SOMETHING])
def test_both_say_the_same(text: str) -> None:
    assert is_nothing(text) is (text in _NONE)
    assert duckdb.sql(f"SELECT {sql_says_something(literal(text))}").fetchall() == [(text in _SOMETHING,)]
