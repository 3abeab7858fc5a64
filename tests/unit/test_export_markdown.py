"""Markdown: a table for people, in which nothing of the data is markup."""

from collections.abc import Callable
from typing import Any

import pytest
from cq_tui import language
from cq_tui.export.export import Options, pieces
from cq_tui.export.formats.md import escaped
from cq_tui.store.selection.selection import Selection

from tests.shipped import kinds

Select = Callable[..., Selection]


def exported(selection: Selection, **options: Any) -> list[str]:
    return b"".join(pieces(selection, Options("md", **options), to_file=True)).decode().splitlines()


def test_labels_and_words_of_the_language(selection: Select) -> None:
    header, rule, row = exported(selection("instrument:credit-line"), columns="title,category,amount")
    assert (header, rule) == ("| Deal | Category | Amount |", "| --- | --- | ---: |")
    assert row == "| Credit for Chongqing's new energy vehicle industry | finance (inferred) | CNY 75 bn |"
    language.use("zh")
    assert (
        exported(selection("instrument:credit-line"), columns="category,amount")[2] == "| 金融赋能（推断） | 750亿元 |"
    )


def test_what_qualifies_a_value_has_a_column_only_where_it_is_asked_for(selection: Select) -> None:
    assert "Category basis" not in exported(selection())[0]
    assert exported(selection(), columns="category_basis")[0] == "| Category basis |"


def test_what_is_not_stated_is_said_in_words(selection: Select) -> None:
    assert exported(selection("instrument:fund"), columns="amount,date")[2] == "| not stated | - |"


@pytest.mark.parametrize("kind", kinds())
def test_every_line_of_every_kind_has_the_same_cells(selection: Select, kind: str) -> None:
    lines = exported(selection("", kind))
    bars = {line.replace("\\|", "").count("|") for line in lines}
    assert len(bars) == 1
    assert len(lines) == selection("", kind).count + 2


def test_markup_of_the_data_is_text() -> None:
    words = "a|b <img src=x> [x](y) `c` *d* _e_ ~f~ $g$ &amp; \\"
    assert escaped(words) == "a\\|b \\<img src=x\\> \\[x\\](y) \\`c\\` \\*d\\* \\_e\\_ \\~f\\~ \\$g\\$ \\&amp; \\\\"
