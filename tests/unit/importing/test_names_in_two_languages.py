"""Two columns of names whose headers differ in a language alone: one organisation with two names."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.words.language_beside import language_beside, spells_language

from tests.unit.conftest import Ran, Run
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
KOREAN = [
    "가나상사테크놀로지스", "나라의료재단연구소", "다라전자인터내셔널", "라마바이오파트너스", "마바식품주식회사",
    "바사물류홀딩스",
]  # fmt: skip
SHORT = "가나 나라 다라 라마 마바 바사".split()
ENGLISH = "GANA TECHNOLOGIES INC.|NARA LAB CO.|DARA LTD|RAMA BIO PARTNERS|MABA FOODS INC|BASA HOLDINGS".split("|")


def _list(first: str, second: str, names: list[str] = KOREAN) -> str:
    rows = (f"{one},{two},{(number + 1) * 100}\n" for number, (one, two) in enumerate(zip(names, ENGLISH, strict=True)))
    return f"{first},{second},누적투자금액 (억원)\n" + "".join(rows)


@pytest.mark.parametrize("names", [KOREAN, SHORT])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Company Name (Korean)", "Company Name (English)"), ("company_ko", "company_en"),
        ("Company (원문)", "Company (영문)"), ("Korean company name", "English company name"),
    ],
)  # fmt: skip
def test_they_name_one_organisation(
    bring: Bring, archive: Path, tmp_path: Path, first: str, second: str, names: list[str]
) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _list(first, second, names)))
    assert ran.code == 0, ran.err
    folder = archive / "data/fair-deals-list"
    organisations = rows_of(folder / "organisations.csv")
    assert [row["name_en"] for row in organisations] == ENGLISH
    assert [row["aliases"] for row in organisations] == names
    deals = rows_of(folder / "deals.csv")
    assert [len(row["parties"].split(";")) for row in deals] == [1] * 6
    assert deals[0]["title_en"] == ENGLISH[0]


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("Company Name (Korean)", ("company_name", "ko")), ("supplier_en", ("supplier", "en")),
        ("名称（原文）", ("名称", "local")), ("English name", ("name", "en")), ("Company", None),
    ],
)  # fmt: skip
def test_what_a_header_says_beside_a_language(header: str, said: tuple[str, str] | None) -> None:
    assert language_beside(header) == said


def test_a_code_may_be_of_a_country(bring: Bring, archive: Path, tmp_path: Path) -> None:
    assert not spells_language("Partner DE")
    rows = "Mill,Alder AG,Dune SA,1\nMine,Birch AG,Elm SA,2\nPort,Cedar AG,Fir SA,3\n"
    text = f"Project,Partner DE,Partner FR,Amount (EUR)\n{rows}"
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert ran.code == 0, ran.err
    assert len(rows_of(archive / "data/fair-deals-list/organisations.csv")) == 6


def _companies() -> str:
    header = "Company ID,Company Name (Korean),Company Name (English),누적투자금액 (억원),매출,직원수\n"
    each = enumerate(zip(KOREAN, [*ENGLISH[:-1], ""], strict=True))
    return header + "".join(f"CP{at},{one},{two},{(at + 1) * 100},{at + 1}000000,{at + 5}\n" for at, (one, two) in each)


def test_a_list_of_companies_with_what_was_invested_is_told(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _companies()), "--dry-run")
    assert "say what those have: the list reads like Organisations. --kind organisations takes it so." in ran.err


def test_the_other_name_of_a_listed_organisation_is_an_alias(run: Run, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _companies())
    ran = run("import", path, "--kind", "organisations", "--into", archive)
    assert ran.code == 0, ran.err
    rows = rows_of(next(archive.glob("data/*list/organisations.csv")))
    assert [row["name_en"] or row["name_zh"] for row in rows] == [*ENGLISH[:-1], KOREAN[-1]]
    assert [row["aliases"] for row in rows] == [*KOREAN[:-1], ""], "a name is no alias of its own"
