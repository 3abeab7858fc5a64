"""What is typed reaches the server as it is, and nothing of it is a statement."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from cq_tui.store.engine.clickhouse.engine import ServerEngine
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.server.chdb_connection import ChdbConnection
from tests.server.test_conformance import pytestmark  # noqa: F401  the same condition
from tests.shipped import kinds

TEXTS = some.text(some.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
HOSTILE = ["", "'", "\\", "\\'", "';--", "{p0:String}", "\t\n\r\b\f", "?", "\\N", "NULL", "a','b", "[", "甲\u2028"]


@pytest.fixture(scope="module")
def server() -> ServerEngine:
    return ServerEngine(kinds(), ChdbConnection(), "parameters")


def _back(server: ServerEngine, value: Any) -> Any:
    return server.ask("SELECT ?", [value])[0][0]


@settings(max_examples=60)
@given(text=TEXTS | some.sampled_from(HOSTILE))
def test_texts(server: ServerEngine, text: str) -> None:
    assert _back(server, text) == text


@settings(max_examples=60)
@given(texts=some.lists(TEXTS | some.sampled_from(HOSTILE) | some.none(), max_size=4))
def test_lists_of_texts(server: ServerEngine, texts: list[str | None]) -> None:
    assert _back(server, texts) == texts


@pytest.mark.parametrize(
    "value",
    [
        0, -3, 2**62, True, False, None, date(1969, 12, 31), date(2199, 1, 2), Decimal("-0.0001"),
        Decimal("1234567890123456789012345678.1234"), [1, 2], [Decimal("1.5"), None], [date(2025, 1, 1)], [],
    ],
)  # fmt: skip
def test_other_values(server: ServerEngine, value: Any) -> None:
    assert _back(server, value) == value
