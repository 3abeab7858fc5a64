"""Values that are wrong: each is told with its file, line and field. All data here is made up."""

from pathlib import Path

import pytest

from tests.unit.made import DEAL, EVENT, PASSAGE, SOURCE, problems

CNY = 'currency = "CNY"\n'
PAIR = "amount and currency go together: give both, or neither when the amount is not stated"


def test_a_good_archive_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, deals=DEAL, seeds=SOURCE + PASSAGE + 'anchor = "open"\n') == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('amount = "2亿"\n' + CNY, 'amount: "2亿" is not a number; write it without quotes, in whole units'),
        ("amount = 0\n" + CNY, "amount: 0 is no amount; leave it out when nothing is known"),
        (
            "amount = -10000000000000000000\n" + CNY,
            "amount: -10000000000000000000 must be more than -10000000000000000000",
        ),
        (
            "amount = 10000000000000000000\n" + CNY,
            "amount: 10000000000000000000 must be less than 10000000000000000000",
        ),
        ("amount = 0.00001\n" + CNY, "amount: 0.00001 has more than 4 decimal places"),
        ("amount = 5\n", f"amount: {PAIR}"),
        ("term_years = 1.5\n", "term_years: 1.5 is not a whole number"),
        ('term_years = "3"\n', 'term_years: "3" is not a whole number'),
        ("term_years = 0\n", "term_years: 0 must be more than 0"),
        ("term_years = 1000000000\n", "term_years: 1000000000 must be less than 1000000000"),
        ("countable = 1\n", "countable: 1 is not true or false"),
        ('countable = "yes"\n', 'countable: "yes" is not true or false'),
        ('currency = "rmb"\namount = 1\n', 'currency: "rmb" is not an ISO 4217 currency code such as CNY'),
        ('place = "Fuling"\n', 'place: "Fuling" is not a table; write { zh = "...", en = "..." }'),
        ("place = {}\n", 'place: is empty; write { zh = "...", en = "..." }'),
        ('place = { zh = "", en = " " }\n', 'place: is empty; write { zh = "...", en = "..." }'),
        ("place = { zh = 5 }\n", 'place.zh: 5 is not text; write it in quotes: "..."'),
        ('place = { de = "hier" }\n', "place.de: is not a field of deals. Did you mean en?"),
        ('amount_text = ""\n', "amount_text: is empty; leave the line out when nothing is known"),
        ("amount_text = 3\n", 'amount_text: 3 is not text; write it in quotes: "..."'),
        ('countries = "CN"\n', 'countries: "CN" is not a list; write [ ... ]'),
        ('countries = ["CN", "XX"]\n', 'countries.1: "XX" is not an ISO 3166 country code such as CN or DE'),
        ('countries = ["cn"]\n', 'countries.0: "cn" is not an ISO 3166 country code such as CN or DE'),
        (
            'category = "Fin"\n',
            'category: "Fin" is not a code: small letters, digits and hyphens. '
            "What a code is called stands in data/schema.toml",
        ),
        ('parties = ["bank"]\n', 'parties.0: "bank" is not a table; write { org = "...", role = "..." }'),
        ('parties = [{ org = "bank" }]\n', "parties.0.role: is missing; every deal needs it"),
        ('sektor = { en = "Cars" }\n', "sektor: is not a field of deals. Did you mean sector?"),
        ("xyzzy = 1\n", "xyzzy: is not a field of deals."),
    ],
)
def test_value_of_a_deal(tmp_path: Path, line: str, expected: str) -> None:
    assert problems(tmp_path, deals=DEAL + line) == [f"data/deals.toml:6: {expected}"]


@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "+nan"])
def test_a_number_that_is_none_is_refused(tmp_path: Path, number: str) -> None:
    (problem,) = problems(tmp_path, deals=f"{DEAL}amount = {number}\n{CNY}")
    assert problem.startswith("data/deals.toml:6: amount: ")
    assert "is not a number" in problem


def test_true_is_not_a_number(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, deals=f"{DEAL}amount = true\n{CNY}")
    assert problem.startswith("data/deals.toml:6: amount: ")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('date = "2025-11-19"', 'date: "2025-11-19" is not a date; write 2025-11-19, without quotes'),
        ("date = 20251119", "date: 20251119 is not a date; write 2025-11-19, without quotes"),
        ("date = 09:00:00", "date: 09:00:00 is not a date; write 2025-11-19, without quotes"),
        ("date = 2025-11-19T09:00:00", "date: 2025-11-19 09:00:00 is not a date; write 2025-11-19, without quotes"),
        ("date = 0999-12-31", "date: 0999-12-31 must be 1000-01-01 or more"),
        ("date = 2100-01-01", "date: 2100-01-01 must be less than 2100-01-01"),
        ('guests = "800"', 'guests: "800" is not a whole number'),
        ("guests = true", "guests: True is not a whole number"),
        ("guests = -800", "guests: -800 must be more than 0"),
        ('guests_bound = "some"', 'guests_bound: "some" is not one of exact, over, about, nearly, at-least, at-most.'),
    ],
)
def test_value_of_an_event(tmp_path: Path, line: str, expected: str) -> None:
    assert problems(tmp_path, events=f"{EVENT}{line}\n") == [f"data/events.toml:4: {expected}"]


@pytest.mark.parametrize("year", [999, 2100])
def test_year_of_a_figure_is_in_range(tmp_path: Path, year: int) -> None:
    figure = f'[[figures]]\nid = "f"\ntitle = {{ en = "F" }}\nnature = "fact"\nyear = {year}\n'
    (problem,) = problems(tmp_path, figures=figure)
    assert problem.startswith(f"data/figures.toml:5: year: {year} must be ")


@pytest.mark.parametrize(
    ("identifier", "why"),
    [
        ('"The Mill"', '"The Mill" is not an id: small letters, digits and hyphens'),
        ('"-mill"', '"-mill" is not an id: small letters, digits and hyphens'),
        ('""', '"" is not an id: small letters, digits and hyphens'),
        ('"工厂"', '"工厂" is not an id: small letters, digits and hyphens'),
        ("7", '7 is not text; write it in quotes: "..."'),
    ],
)
def test_id_is_a_slug(tmp_path: Path, identifier: str, why: str) -> None:
    assert problems(tmp_path, deals=DEAL.replace('"mill"', identifier)) == [f"data/deals.toml:2: id: {why}"]


def test_an_id_of_81_characters_is_too_long(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, deals=DEAL.replace("mill", "m" * 81))
    assert problem.startswith("data/deals.toml:2: id: ")


@pytest.mark.parametrize("field", ["id", "title", "event"])
def test_a_missing_field_is_told_at_the_record(tmp_path: Path, field: str) -> None:
    text = "".join(line for line in DEAL.splitlines(keepends=True) if not line.startswith(field))
    assert problems(tmp_path, deals=text) == [f"data/deals.toml:1: {field}: is missing; every deal needs it"]


@pytest.mark.parametrize(
    ("anchor", "why"),
    [
        ("a" * 17, f'"{"a" * 17}" has more than 16 characters'),
        ("", "is empty; leave the line out when nothing is known"),
    ],
)
def test_anchor_length(tmp_path: Path, anchor: str, why: str) -> None:
    seeds = f'{SOURCE}{PASSAGE}anchor = "{anchor}"\n'
    assert problems(tmp_path, seeds=seeds) == [f"seeds/paper.toml:12: anchor: {why}"]


def test_currency_without_amount_is_told_at_the_record(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, deals=DEAL + CNY)
    assert problem.endswith(PAIR)


def test_a_long_value_is_told_in_short(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, deals=f'{DEAL}term_years = "{"9" * 500}"\n')
    assert len(problem) < 140


def test_a_hostile_value_is_told_harmlessly(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, deals=DEAL + 'category = "a\\u001b[31m\\u202eb\\nc"\n')
    assert not any(character in problem for character in "\x1b\u202e\n")
