"""Which of the two languages a text is in."""

import re

from cq_tui.values.sql import Sql

_HAN = re.compile(r"[\u3400-\u9fff]")
SQL_HAN = r"\x{3400}-\x{9fff}"
"""The characters of ``_HAN``, for a set of RE2."""


def is_chinese(text: str) -> bool:
    """Whether a text holds Chinese characters."""
    return _HAN.search(text) is not None


def sql_is_chinese(text: Sql) -> Sql:
    """As ``is_chinese``."""
    return f"regexp_matches({text}, '[{SQL_HAN}]')"


_KANA = re.compile(r"[\u3041-\u30ff\uff66-\uff9f]")


def is_japanese(text: str) -> bool:
    """Whether a text holds kana."""
    return _KANA.search(text) is not None
