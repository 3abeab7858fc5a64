"""The review tells the names of each column of parties: how many, which, and what looks unlike a name. Made up."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing import importer
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.importing.recognise.words.person_names import is_like_a_person
from cq_tui.importing.review.review import Review
from cq_tui.importing.review.unlike_names import UnlikeName, unlike_names
from cq_tui.importing.review.words import review_lines
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.conftest import Ran
from tests.unit.importing.conftest import quiet, sheet

Reviewed = Callable[..., tuple[Review, list[str]]]
_COMPANIES = "Aa GmbH|Bb GmbH|Cc AG|Dd Ltd|Ee Ltd|Ff SA|Gg SpA|Hh BV|Ii AB|Jj Oy".split("|")


@pytest.fixture
def reviewed(archive: Path, tmp_path: Path) -> Reviewed:
    """The review of a list, and its lines about who the parties are."""

    def made(text: str, kind: str = "deals") -> tuple[Review, list[str]]:
        prepared = prepare(Store(read(archive)), sheet(tmp_path / "list.csv", text), kinds()[kind], "fair")
        assert not prepared.proposal.questions
        with importer.converting(prepared, quiet) as found:
            review = found.review()
            lines = review_lines(review, lambda _kind, id_: id_)
            told = {one.field.label for one in review.fields if one.parties}
            said = [f"{'!' if one.doubt else ' '} {one.text}" for one in lines if one.label in map(str, told)]
            return review, said

    return made


def _list(header: str, cells: Sequence[str]) -> str:
    rows = "".join(f'Mill {n},fund,"{cell}"\n' for n, cell in enumerate(cells))
    return f"Project,Type,{header}\n{rows}"


def test_a_column_of_names_is_one_quiet_line(reviewed: Reviewed) -> None:
    _review, lines = reviewed(_list("Supplier", [*_COMPANIES, "Aa GmbH", "Kk Kraftwerksanlagenbau GmbH"]))
    assert lines == [
        "  12 of 12 from Supplier; 11 names as supplier; Aa GmbH 2, Bb GmbH 1, Cc AG 1; "
        'the longest "Kk Kraftwerksanlagenbau GmbH"'
    ]


def test_several_columns_have_a_line_each_and_names_in_two_roles_are_told(reviewed: Reviewed) -> None:
    rows = "".join(f"Mill {n},{one},{_COMPANIES[-n - 1]}\n" for n, one in enumerate(_COMPANIES[:8]))
    _review, lines = reviewed(f"Project,Buyer,Supplier\n{rows}")
    assert lines == [
        "  8 of 8 from Buyer, Supplier",
        "  Buyer: 8 names as buyer; Aa GmbH 1, Bb GmbH 1, Cc AG 1",
        '  Supplier: 8 names as supplier; Jj Oy 1, Ii AB 1, Hh BV 1; the longest "Gg SpA"',
        '! Buyer: names that stand in Supplier, too: 6 of 8, such as "Cc AG": is each in its role? Else '
        "--set Buyer=string takes the column for no party",
    ]


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        (UnlikeName.NUMBERS, "12345678 Aa d.o.o.|RO1234567 Bb SRL|0123/4567 Cc|1) Dd GmbH|3. Ee Ltd"),
        (UnlikeName.CODE, "['Aa'|{\"name\": \"Bb\"}|Cc', 'Dd|Ee &amp; Ff|<b>Gg</b>|nan|'Hh'"),
        (
            UnlikeName.CONTACTS,
            "info@aa.example|Bb www.bb.example|Cc, Tel. 030 1234|Dd GmbH, Ringstraße 5|Ee, 10115 Ffstadt",
        ),
        (UnlikeName.CONTACTS, "Gg Ltd, 12 High Street|某某公司 中山路12号|Hh c/o Ii|Jj z.Hd. Kk|+49 30 123456"),
        (UnlikeName.MARKS, "Aa; Bb|甲、乙|Ee / Ff|Alpha/Betas|Aa, Bb, Cc, Dd"),
        (UnlikeName.GAPS, "Aa   Bb|某某公司 某某集团|Cc\tDd"),
        (UnlikeName.LONG, "Aa " * 40 + "|" + "某" * 50),
    ],
)
def test_what_is_unlike_a_name(sort: UnlikeName, names: str) -> None:
    for name in names.split("|"):
        (told,) = unlike_names("X", {name: ""})
        assert (told.reason.code, told.important) == (sort.name, True), name


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("Ee / Ff", "parties.separator.buyer=/"),
        ("甲；乙", "'parties.separator.buyer=;'"),
        ("Aa, Bb, Cc, Dd", "parties.separator.buyer=,"),
        ("Aa • Bb", "'organisations.Aa • Bb=Aa; Bb'"),
    ],
)
def test_marks_are_told_with_the_answer_that_parts_at_them(name: str, answer: str) -> None:
    (told,) = unlike_names("Buyer", {name: ""}, "parties.separator.buyer=")
    assert str(told.reason).endswith(f"To part them: --set {answer}")
    (told,) = unlike_names("Exhibitor", {name: ""}, "")
    assert "--set 'organisations." in str(told.reason), "a field without roles has no marks of its own"
    (told,) = unlike_names("Company", {name: ""})
    assert "--set" not in str(told.reason), "a row is a record"


@pytest.mark.parametrize(
    "name",
    [
        "3M Deutschland GmbH", "7-Eleven", "1. FC Aa e.V.", "1860 Aa", "9876543 Canada Inc.", 'ООО "Ромашка"', "A/S Aa",
        "Aa & Bb Co., Ltd.", "Aa (Bb) GmbH", "Aa+Bb Architekten", "L'Aa d'Bb", "A.A. Bb N.V.", "360 Capital",
        "Universität Aa, Institut für Bb", "Aa [in liquidation] Ltd", "某某（北京）有限公司", "'s-Aa Beheer B.V.",
        "Street One GmbH", "Via Aa SpA", "Weg und Steg e.V.",
    ],
)  # fmt: skip
def test_what_is_a_name(name: str) -> None:
    assert list(unlike_names("X", {name: name})) == []


def test_few_of_many_are_told_quietly(reviewed: Reviewed) -> None:
    cells = [f"Aa{n} GmbH" for n in range(40)]
    _review, (line,) = reviewed(_list("Supplier", [*cells, "12345678 Bb d.o.o."]))
    assert 'Supplier: names that begin with a number: 1 of 41, such as "12345678 Bb d.o.o."' in line


def test_persons_among_companies_and_one_name_in_most_rows_are_told(reviewed: Reviewed) -> None:
    _review, lines = reviewed(_list("Supplier", [*_COMPANIES, "Eva Muster", "Dr. Aa Bb", *["Zz GmbH"] * 15]))
    assert lines[1:] == [
        '! Supplier: names like those of persons, where most are bodies: 2 of 13, such as "Eva Muster"',
        '! Supplier: "Zz GmbH" in 15 of 27 rows: is that who the column is to name? '
        "If nobody is called so: --set 'organisations.Zz GmbH=-'",
    ]
    _review, lines = reviewed(_list("Donor", [*_COMPANIES, *["Zz GmbH"] * 15]))
    assert len(lines) == 1, "whoever keeps a list gives in all of its rows"


def test_parts_of_a_country_among_companies_are_neither_persons_nor_fillers(reviewed: Reviewed) -> None:
    names = [f"株式会社某{n}" for n in "甲乙丙丁戊己庚辛壬癸"]
    _review, lines = reviewed(_list("Supplier", [*names, "石某市", *["某某県"] * 8]))
    assert len(lines) == 1, lines


@pytest.mark.parametrize(
    ("name", "is_person"),
    [
        ("Eva Muster", True),
        ("Prof. Aa Bb", True),
        ("张三", True),
        ("Siemens Energy", False),
        ("腾讯", False),
        ("Eva", False),
    ],
)
def test_names_like_those_of_persons(name: str, is_person: bool) -> None:
    assert is_like_a_person(name) is is_person


def test_lists_of_organisations_are_told_alike(reviewed: Reviewed) -> None:
    rows = "".join(f"{one},Germany\n" for one in (*_COMPANIES, "info@kk.example"))
    _review, lines = reviewed(f"Name,Country\n{rows}", "organisations")
    assert "11 names" in lines[0]
    assert any(line.startswith("! Name: names with an address") for line in lines)


def test_json_has_it(bring: Callable[..., Ran], tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "a.csv", _list("Supplier", [*_COMPANIES, "www.aa.example"])), "--dry-run", "--json")
    (told,) = next(one for one in json.loads(ran.out)["fields"] if one["field"] == "parties")["parties"]
    assert (told["column"], told["role"], told["rows"], told["names"]) == ("Supplier", "supplier", 11, 11)
    assert told["longest"] == "www.aa.example"
    assert told["most"][0] == {"name": "Aa GmbH", "rows": 1}
    assert [(one["code"], one["important"]) for one in told["unlike"]] == [("CONTACTS", True)]
