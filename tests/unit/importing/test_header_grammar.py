"""The grammar that takes a header apart: its name, measure, language, and what else stands in brackets."""

import pytest
from cq_tui.importing.recognise.words.header_grammar import (
    HeaderParts,
    halves,
    take_apart,
    without_language,
    without_measure,
)
from cq_tui.values.measures import Measure

USD_M = Measure("m", "USD")


@pytest.mark.parametrize(
    ("header", "parts"),
    [
        ("Amount", HeaderParts("Amount")),
        ("  Deal \n value ", HeaderParts("Deal value")),
        ("dealValue", HeaderParts("deal Value")),
        ("4. Datum", HeaderParts("Datum")),
        ("#Partei", HeaderParts("Partei")),
        ("Amount ($m)", HeaderParts("Amount", Measure("m", "$"), "$m")),
        ("Amount (USD) (m)", HeaderParts("Amount", USD_M, "USD m")),
        ("Amount (USD) (EUR m)", HeaderParts("Amount", USD_M, "USD EUR m")),
        ("Title (EN)", HeaderParts("Title", language="en")),
        ("名称（中文）（English）", HeaderParts("名称", language="zh")),
        ("Share (%)", HeaderParts("Share", is_percent=True, brackets=("%",))),
        ("Share per cent", HeaderParts("Share per cent", is_percent=True)),
        ("Place ( hall ) [stand] ()", HeaderParts("Place", brackets=("hall", "stand"))),
        ("", HeaderParts("")),
    ],
)
def test_a_header_and_what_stands_in_its_brackets(header: str, parts: HeaderParts) -> None:
    assert take_apart(header) == parts


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Amount_$m", HeaderParts("Amount", Measure("m", "$"), "$m")),
        ("投资额/万元", HeaderParts("投资额", Measure("万", "CNY"), "万元")),
        ("USD m - Amount", HeaderParts("Amount", USD_M, "USD m")),
        ("美元金额", HeaderParts("金额", Measure("", "USD"), "美元")),
        ("Amount", None),
    ],
)
def test_a_measure_beside_the_name(name: str, parts: HeaderParts | None) -> None:
    assert without_measure(HeaderParts(name)) == parts


def test_what_was_told_in_brackets_goes_before_what_stands_beside_the_name() -> None:
    parts = without_measure(HeaderParts("Amount EUR k", Measure("", "USD"), "USD"))
    assert parts == HeaderParts("Amount", Measure("k", "USD"), "USD EUR k")


@pytest.mark.parametrize(
    ("name", "left", "language"),
    [
        ("title_en", "title", "en"),
        ("TITLE_ZH", "title", "zh"),
        ("project_title_cn", "project title", "zh"),
        ("英文名称", "名称", "en"),
        ("名称中文", "名称", "zh"),
        ("外文 名称", "名称", "en"),
        ("Chinese name", "name", "zh"),
        ("name English", "name", "en"),
        ("en", "en", ""),
        ("Englishname", "Englishname", ""),
        ("title", "title", ""),
        ("title_x", "title_x", ""),
    ],
)
def test_a_language_beside_the_name(name: str, left: str, language: str) -> None:
    assert without_language(HeaderParts(name)) == HeaderParts(left, language=language)
    told = without_language(HeaderParts(name, language="zh"))
    assert told == HeaderParts(left, language="zh")


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("项目名称 Project name", ["项目名称", "Project name"]),
        ("Amount/金额", ["金额", "Amount"]),
        ("投资 (Total) 金额 USD", ["投资金额", "Total USD"]),
        ("X项目", []),
        ("项目", []),
        ("Project name", []),
        ("", []),
    ],
)
def test_the_halves_of_a_header_in_two_languages(name: str, found: list[str]) -> None:
    assert halves(name) == found
