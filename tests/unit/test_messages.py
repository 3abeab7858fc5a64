"""The check of the translations: what it must not let through."""

import pytest
from babel.messages import Catalog

from scripts.messages import faults, placeholders

Words = str | tuple[str, ...]


def _faults(english: Words, chinese: Words) -> list[str]:
    catalog = Catalog(locale="zh", fuzzy=False)
    catalog.add(english, chinese)
    return faults(catalog)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Quit", "退出"),
        ("{path} is there already.", "{path} 已存在。"),
        ("{a} of {b}", "{b} 之 {a}，共 {b}"),
        ("{amount:,} in {what!r}", "{what!r} 为 {amount:,}"),
        (("one row", "{count} rows"), ("{count} 行",)),
        (("{count} row", "{count} rows"), ("{count} 行",)),
        ("the default is %(default)s", "默认为 %(default)s"),
        ("no { closes", "没有 { 闭合"),
        ('must be { "word" = "code" }', '须为 { "词" = "代码" }'),
        ("{{literal}}", "{{字面}}"),
    ],
)
def test_a_translation_that_says_the_same_passes(english: Words, chinese: Words) -> None:
    assert _faults(english, chinese) == []


@pytest.mark.parametrize(
    ("english", "chinese", "fault"),
    [
        ("Quit", "", "untranslated: Quit"),
        ("{path} is there", "{file} 已存在", "placeholders differ, {file} is not {path}: {path} is there"),
        ("{path} is there", "已存在", "placeholders differ, none is not {path}: {path} is there"),
        ("it is there", "{path} 已存在", "placeholders differ, {path} is not none: it is there"),
        ("{path} is there", "{path 已存在", "placeholders differ, none is not {path}: {path} is there"),
        ("{n:,} left", "剩 {n}", "placeholders differ, {n} is not {n:,}: {n:,} left"),
        (("one row", "{count} rows"), ("几行",), "placeholders differ, none is not {count}: one row"),
        (("{n} row", "{count} rows"), ("{count} 行",), "only one English form has {n}: {n} row"),
        (("one row", "{count} rows"), ("",), "untranslated: one row"),
        ("the default is %(default)s", "默认为 %(prog)s", "placeholders differ, %(prog)s is not %(default)s: "),
    ],
)
def test_a_translation_that_would_fail_or_hide_something_does_not(english: Words, chinese: Words, fault: str) -> None:
    (said,) = _faults(english, chinese)
    assert said.startswith(fault)


def test_nested_placeholders_are_compared_as_they_are_written() -> None:
    assert placeholders("{a:{width}}") == {"{a:{width}}"}
