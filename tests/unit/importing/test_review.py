"""The review of a list before anything is written: what was read, from where, sums, spans, and what is odd."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from cq_tui import language
from cq_tui.archive.read import read
from cq_tui.importing import importer
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.importing.review.review import Review
from cq_tui.importing.review.words import review_lines
from cq_tui.kinds import kinds
from cq_tui.store.store import Store

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import quiet, sheet

LIST = f"""Project,Investor,Partner,Country,Type,Amount (USD),Signed,Share
Mill,Aa GmbH,Southwest Aluminium,Germany,investment,1740,2024-05-01,50%
Mine,AA gmbh,,Mars,investment,6120,{date.today().year + 1}-05-01,"45%, 20%"
Port,Cc,Dd,France,fund,820,2019,10
Rail,Cc,Dd,"France, Germany",fund,0,2020-01,10
Road,Southwest Aluminum,Dd,France,fund,€3,,10
Total,,,,,8683,,
"""


_MIXED = (
    '! Amount: 2 amounts name no unit, such as "200", and 2 do: are they counted in one, too? '
    "--set amount.bare=亿 counts them in 亿, --set amount.bare=none leaves them as remarks"
)


@pytest.fixture
def reviewed(archive: Path, tmp_path: Path) -> Callable[[str], tuple[Review, list[str]]]:
    """The review of a list, and its lines."""

    def made(text: str) -> tuple[Review, list[str]]:
        store = Store(read(archive))
        prepared = prepare(store, sheet(tmp_path / "list.csv", text), kinds()["deals"], "fair")
        assert not prepared.proposal.questions
        with importer.converting(prepared, quiet) as found:
            review = found.review()
            lines = review_lines(review, lambda _kind, id_: id_)
            return review, [f"{'!' if one.doubt else ' '} {one.label}: {one.text}" for one in lines]

    return made


def test_every_field_says_where_it_is_from_what_was_read_and_what_not(
    reviewed: Callable[[str], tuple[Review, list[str]]],
) -> None:
    _review, lines = reviewed(LIST)
    last = f"{date.today().year + 1}-05-01"
    assert lines == [
        "  Deal: 5 of 5 from Project",
        f"  Date: 4 of 5 from Signed; 2019 to {last}",
        f"! Date: in the future: 1, the last {last}",
        "  Type: 5 of 5 from Type; fund 3, investment 2",
        "  Amount: 4 of 5 from Amount (USD); 1 is 0, which states no amount; "
        "3: USD 8,680 (smallest USD 820, middle USD 1,740, largest USD 6,120); EUR 3",
        "! Amount: the largest is USD 6,120: is a unit missing? --set amount.unit=million takes it for millions",
        "  Share (%): 4 of 5 from Share; 1 not read; smallest 10, middle 10, largest 50",
        "  Parties: 5 of 5 from Investor, Partner",
        "  Parties: Investor: 3 names as investor; Aa GmbH 2, Cc 2, Southwest Aluminum 1",
        "  Parties: Partner: 2 names as partner; Dd 3, Southwest Aluminium 1",
        "! Parties: 1 of 5 rows name no partner; the first is row 3",
        "  Countries: 4 of 5 from Country; 1 not read; France 3, Germany 2",
        "! Countries: not known: \"Mars\" 1. --set 'countries.codes.Mars=…' says which country one means, or none",
        "  Organisations: 1 known, 4 new, 1 nearly known",
        "  Organisations: put together: Aa GmbH = AA gmbh",
        "  From no column: Category, Term (years), Sector, Chain segment, Place, Stage",
    ]


def test_what_columns_tell_of_organisations_is_told_too(
    reviewed: Callable[[str], tuple[Review, list[str]]],
) -> None:
    text = "Deal,Type,Investor,Investor country,Investor address,Investor DUNS\n"
    rows = [
        "A,fund,Aa GmbH,Germany,Here 1,15-048-3782",
        "B,fund,AA GMBH,Germany,Here 2,150483782",
        "C,fund,Bb,France,,06-070-4780",
        "D,fund,Bb,France,x,12",
        "E,fund,Bb,Italy,x,23-456-7890",
    ]
    _review, lines = reviewed(text + "\n".join(rows))
    assert [line.strip() for line in lines if "Organisations" in line] == [
        "Organisations: 0 known, 3 new",
        "Organisations, Country: 3 of 3 from Investor country; Germany 1, France 1, Italy 1",
        "Organisations, Address: 3 of 3 from Investor address; 1 not read",
        "Organisations, Identifiers: 3 of 3 from Investor DUNS; 1 not read",
        "Organisations: put together: Aa GmbH = AA GMBH",
        "Organisations: of one name and kept apart: Bb (2)",
    ]


def test_names_with_commas_are_told(reviewed: Callable[[str], tuple[Review, list[str]]]) -> None:
    names = ["Aalto, Berg and Cc", "Aa GmbH, Bb AG", "Dd Co., Ltd.", "Ee and Sons"]
    rows = "".join(f'D{number},fund,"{name}"\n' for number, name in enumerate(names))
    _review, lines = reviewed(f"Deal,Type,Investor\n{rows}")
    assert [line for line in lines if "comma" in line] == [
        "! Organisations: 1 name with a comma is read as one: Aalto, Berg and Cc. "
        "Where it is several, part them by a semicolon: --set 'organisations.Aalto, Berg and Cc=Aalto; Berg and Cc'"
    ]


def test_a_dry_run_tells_every_name(bring: Callable[..., Ran], tmp_path: Path) -> None:
    rows = [
        f"D{number},fund,{name}\n" for number in range(9) for name in (f"Made Works {number}", f"MADE-WORKS {number}")
    ]
    path = sheet(tmp_path / "list.csv", f"Deal,Type,Investor\n{''.join(rows)}E,fund,Made Works 1 GmbH\n")
    dry, ran = bring(path, "--dry-run"), bring(path)
    assert all(f"Made Works {number} = MADE-WORKS {number}" in dry.err for number in range(9))
    assert "; 3 more\n" in ran.err
    assert "Organisations: nearly known: Made Works 1 GmbH ~ made-works-1 (95 %)" in dry.err


def test_a_map_that_leaves_out_what_a_header_says_is_told(bring: Callable[..., Ran], tmp_path: Path) -> None:
    map_ = tmp_path / "MAP.toml"
    map_.write_text('kind = "deals"\n[title]\ncolumn = "Project"\n[event]\nconstant = "fair"\n', "utf-8")
    path = sheet(tmp_path / "list.csv", "Project,Investor,Type,Fax\nMill,Aa,fund,1\nMine,Bb,fund,2\n")
    said = bring(path, "--map", map_).err.splitlines()
    assert '! Parties: column "Investor" could say it, and the map does not take it' in said
    assert '! Type: column "Type" could say it, and the map does not take it' in said
    assert any(line.startswith("  From no column: Date, Category, Type, Amount, ") for line in said)
    other = sheet(tmp_path / "other.csv", "Project,Investor,Fax\nMill,Aa,1\nMine,Bb,2\n")
    assert "could say it" not in bring(other).err


def test_it_speaks_chinese(reviewed: Callable[[str], tuple[Review, list[str]]]) -> None:
    review, _lines = reviewed(LIST)
    language.use("zh")
    lines = [f"{one.label}：{one.text}" for one in review_lines(review, lambda _kind, id_: id_)]
    assert "类型：5 / 5，取自 Type；基金 3、投资 2" in lines
    assert any("8,680美元" in line and "最大 6,120美元" in line for line in lines)
    (doubt,) = (line for line in lines if "6,120美元" in line and "最小" not in line)
    assert "USD" not in doubt, "the amounts of a doubt are written in the language in force, too"


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ([("Amount (USD)", ["5000000000000"])], "! Amount: the largest is USD 5 tn: is the unit right?"),
        ([("Amount (USD m)", ["5", "6"])], ""),
        (
            [("Amount (JPY)", ["5000000", "6000000"])],
            "! Amount: the largest is JPY 6 m: is a unit missing? --set amount.unit=million takes it for millions",
        ),
        ([("Amount (EUR)", ["200000"] * 5)], "! Amount: EUR 200,000 in all 5 rows"),
        (
            [("Amount (EUR)", ["200", "200", "200", "200", "90000000"])],
            "! Amount: the largest is EUR 90 m, the middle one EUR 200: are all in one unit?",
        ),
        ([("Signed", ["2020-01-01"] * 5)], '! Date: "2020-01-01" in all 5 rows'),
        ([("Signed", ["once", "never", "2020"])], "! Date: only 1 of 3 cells could be read"),
        ([("Signed", ["2020-01-01"] * 4)], ""),
        ([("Amount (CNY)", ["3亿元", "200", "5000万", "€ 7"])], _MIXED),
        ([("Amount (CNY)", ["3亿元", "200000", "5000万"])], ""),
        ([("Amount (CNY m)", ["3亿元", "200", "5000万"])], ""),
    ],
)
def test_what_is_odd_is_said(
    reviewed: Callable[[str], tuple[Review, list[str]]], cells: list[tuple[str, list[str]]], said: str
) -> None:
    ((name, values),) = cells
    rows = "".join(f"Mill {n},fund,{value}\n" for n, value in enumerate(values))
    _review, lines = reviewed(f"Project,Type,{name}\n{rows}")
    found = [line for line in lines if line.startswith("!")]
    if said == _MIXED:
        assert _MIXED in found
    else:
        assert found == ([said] if said else [])


def test_the_command_tells_it_before_it_writes(bring: Callable[..., Ran], archive: Path, tmp_path: Path) -> None:
    dry = bring(sheet(tmp_path / "list.csv", LIST), "--dry-run")
    assert (
        "! Amount: the largest is USD 6,120: is a unit missing? --set amount.unit=million takes it for millions\n"
        in dry.err
    )
    assert not (archive / "data/fair-deals-list").exists()
    ran = bring(tmp_path / "list.csv")
    assert "  Organisations: put together: Aa GmbH = AA gmbh\n" in ran.err
    assert ran.out == ""


def test_amounts_below_zero_are_read_taken_off_the_sum_and_told(
    reviewed: Callable[[str], tuple[Review, list[str]]],
) -> None:
    cells = ['"8,613"', '"-1,200"', "560", "(40)", "-€10", "€ -5", "0"]
    rows = "".join(f"Mill {number},fund,{cell}\n" for number, cell in enumerate(cells))
    _review, lines = reviewed(f"Project,Type,Granted (EUR)\n{rows}")
    amount = [line for line in lines if "Amount" in line]
    assert amount == [
        "  Amount: 6 of 7 from Granted (EUR); 1 is 0, which states no amount; "
        "6: EUR 7,918 (smallest EUR -1,200, middle EUR -10, largest EUR 8,613)",
        "! Amount: the largest is EUR 8,613: is a unit missing? --set amount.unit=million takes it for millions",
        "! Amount: less than zero: 4, together EUR -1,255; they are taken off the sum",
    ]


def test_amounts_with_more_decimals_than_are_kept_are_told(
    reviewed: Callable[[str], tuple[Review, list[str]]],
) -> None:
    cells = ["833.333333333333", "833.333333333333", "100.50000000000001", "0.123456 m", "7.1234"]
    rows = "".join(f"Mill {number},fund,{cell}\n" for number, cell in enumerate(cells))
    _review, lines = reviewed(f"Project,Type,Amount (USD)\n{rows}")
    assert [line for line in lines if "rounded" in line] == [
        '! Amount: rounded to 4 decimals: 2, the first "833.333333333333"'
    ]
