"""Columns that list names behind commas: taken where much speaks for it, asked once where it may be. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.answers.choices import choices
from cq_tui.importing.recognise.answers.mapping_edits import changed
from cq_tui.importing.recognise.answers.mapping_rows import mapping_rows
from cq_tui.importing.recognise.maps import map_file
from cq_tui.importing.recognise.prepare import Prepared, prepare
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

Bring = Callable[..., Ran]
_ASKED = """company,round,investors
Aa,Seed,"BNB Paribas, Cc Partners, Dd Capital"
Bb,Seed,"Kima Ventures, Ee Angels"
Cc,Series A,"Ff Capital, Gg 2030 (Bbfrance / France 2030), Hh"
Dd,Seed,Kima Ventures
"""
_SURE = """title,investors
Aa one,"Kima Ventures, Ee Angels"
Bb two,"Ee Angels, Kima Ventures"
Cc three,"Ff Capital, Ee Angels, and Kima Ventures"
Dd four,Kima Ventures
Ee five,"Gg Holding, Ltd., Ff Capital"
"""


def _prepared(archive: Path, path: Path) -> Prepared:
    return prepare(Store(read(archive)), path, kinds()["deals"], "fair")


def _names(archive: Path) -> list[str]:
    return sorted(row["name_en"] for row in rows_of(archive / "data/fair-deals-list/organisations.csv"))


def test_a_column_that_may_be_of_lists_is_asked_once(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _ASKED), "--set", "title.column=company", "--dry-run")
    assert ran.code == 1
    assert "? parties: investors: 3 of 4 different cells hold commas, such as" in ran.err
    assert "--set parties.separator.investor=,  # 8 organisations: BNB Paribas; Cc Partners; Dd Capital" in ran.err
    assert "--set parties.separator.investor=none  # 4 organisations: BNB Paribas, Cc Partners, Dd Capital;" in ran.err
    assert "--set parties=" not in ran.err.partition("? ")[2]


@pytest.mark.parametrize(("mark", "count"), [(",", 8), ("none", 4)])
def test_the_answer_on_the_command_line_or_in_the_map_reads_the_column(
    bring: Bring, archive: Path, tmp_path: Path, mark: str, count: int
) -> None:
    path = sheet(tmp_path / "list.csv", _ASKED)
    assert bring(path).code == 1
    map_ = archive / "imports/fair-deals-list/MAP.toml"
    kept = f'separator."investor" = "{mark}"'
    lines = map_.read_text("utf-8").splitlines()
    map_.write_text("\n".join(kept if line.startswith(f"# {kept}") else line for line in lines), "utf-8")
    ran = bring(path)
    assert ran.code == 0, ran.err
    assert len([one for one in _names(archive) if one not in ("Aa", "Bb", "Cc", "Dd")]) == count
    assert "read as one each" not in ran.err
    before = (archive / "data/fair-deals-list/deals.csv").read_bytes()
    map_.unlink()
    assert bring(path, "--set", f"parties.separator.investor={mark}", "--force").code == 0
    assert (archive / "data/fair-deals-list/deals.csv").read_bytes() == before
    assert f'separator.investor = "{mark}"' in map_.read_text("utf-8")


def test_the_answer_on_the_screen_is_the_same(archive: Path, tmp_path: Path) -> None:
    prepared = _prepared(archive, sheet(tmp_path / "list.csv", _ASKED))
    row = next(one for one in mapping_rows(prepared) if one.question and one.role == "investor")
    offered = [one for one in choices(prepared, row) if one.key == "separator"]
    assert [(one.value, one.words) for one in offered] == [
        ("investor=,", '"," parts names'), ("investor=none", "one name each")
    ]  # fmt: skip
    assert "8 organisations" in offered[0].side
    answered = changed(prepared, row, offered[0])
    assert not [one for one in answered.proposal.questions if one.field == "parties"]
    assert answered.proposal.mapping.separators == {"investors": ","}
    again = next(one for one in mapping_rows(answered) if one.role == "investor")
    other = next(one for one in choices(answered, again) if one.value == "investor=none")
    assert changed(answered, again, other).proposal.mapping.separators == {"investors": "none"}
    another = next(one for one in choices(answered, again) if (one.key, one.value) == ("column", "round"))
    assert changed(answered, again, another).proposal.mapping.separators == {}


def test_a_column_whose_parts_come_again_is_of_lists(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _SURE)
    ran = bring(path)
    assert ran.code == 0, ran.err
    assert _names(archive) == ["Ee Angels", "Ff Capital", "Gg Holding, Ltd.", "Kima Ventures"]
    assert 'commas part the names in 4 of 5 different cells of investors, such as "Kima Ventures, Ee Angels"' in ran.err
    assert "4 cells name several: Kima Ventures + Ee Angels;" in ran.err
    assert bring(path, "--set", "parties.separator.investor=none", "--force").code == 0
    assert len(_names(archive)) == 5


@pytest.mark.parametrize(
    "text",
    [
        # towns behind names come again, and stand first nowhere
        "title,supplier\nA1,\"Aa Works, Bbtown\"\nA2,\"Cc Works, Bbtown\"\nA3,\"Dd Works, Bbtown\"\nA4,Ee Works\n",
        "title,funder\nA1,\"Ministry of Aa, Bb and Cc\"\nA2,\"Ministry of Dd, Ee and Ff\"\nA3,\"Ministry of Gg, Hh\"\n",
        "title,investors\nA1,\"Aa, Inc.\"\nA2,\"Bb, Inc.\"\nA3,\"Cc Co., Ltd.\"\nA4,\"Dd, a fund of many\"\n",
    ],
)  # fmt: skip
def test_commas_within_names_ask_nothing(take: Take, tmp_path: Path, text: str) -> None:
    found = take(sheet(tmp_path / "list.csv", text))
    assert not found.questions
    assert all(len(each) == 1 for each in found.values("parties"))


def test_a_mark_that_is_none_is_refused_with_those_that_are(bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _SURE)
    ran = bring(path, "--set", "parties.separator.investor=#")
    assert ran.code == 1
    assert '"#" is not one of , / & + | ; 、 blank and none' in ran.err
    assert "is not one of" in bring(path, "--set", "parties.separator.nobody=,").err


def test_the_map_says_what_parts_names(archive: Path, tmp_path: Path) -> None:
    prepared = _prepared(archive, sheet(tmp_path / "list.csv", _SURE))
    path = tmp_path / "MAP.toml"
    path.write_text(map_file.text(prepared.proposal), "utf-8")
    assert map_file.read(path, kinds()["deals"]).separators == {"investors": ","}
    path.write_text('[parties]\ninvestor = "investors"\nseparator = ","\n', "utf-8")
    with pytest.raises(Exception, match="must be a table"):
        map_file.read(path, kinds()["deals"])


@pytest.mark.parametrize(
    ("header", "asked"),
    [
        *(
            (one, True)
            for one in "Investors|Investoren|investisseurs|inversionistas|investidores|investitori".split("|")
        ),
        *((one, True) for one in "инвесторы|inwestorzy|investor_names|Backers".split("|")),
        *((one, False) for one in "Investor|Investisseur|inversionista|инвестор|投资方".split("|")),
    ],
)
def test_a_header_in_the_plural_asks_in_any_language(take: Take, tmp_path: Path, header: str, asked: bool) -> None:
    text = f'title,{header}\nA1,"Aa One, Bb Two"\nA2,"Cc Three, Dd Four"\nA3,"Ee Five, Ff Six"\nA4,Gg Seven\n'
    assert take(sheet(tmp_path / "list.csv", text)).questions == (["parties"] if asked else [])


def test_commas_of_a_chinese_column_part_other_names_too(take: Take, tmp_path: Path) -> None:
    rows = ("华戊资本,平己创投", "英癸资本,LB", "LB,平己创投", "英癸资本,Kx Capital", "华戊资本")
    text = "项目名称,投资方\n" + "".join(f'{n},"{row}"\n' for n, row in enumerate(rows, 1))
    found = take(sheet(tmp_path / "list.csv", text))
    assert [len(each) for each in found.values("parties")] == [2, 2, 2, 2, 1]


def test_other_marks_of_the_column_are_an_answer_of_their_own(bring: Bring, archive: Path, tmp_path: Path) -> None:
    names = ("Lumo, Norte", "Kappa, Sul", "Nestor, Norte", "Norte", "Aa SA | Bb SA", "Cc SA | Kappa, Sul", "Dd | Ee")
    rows = "".join(f'Mill {n},"{name}",{n}0\n' for n, name in enumerate(names, 1))
    path = sheet(tmp_path / "list.csv", f"Project,Supplier,Amount (EUR)\n{rows}")
    ran = bring(path)
    assert "--set parties.separator.supplier=,  #" in ran.err
    assert "--set 'parties.separator.supplier=|'  # likely; 9 organisations" in ran.err
    assert "--set parties.separator.supplier=none  # 7 organisations" in ran.err
    ran = bring(path, "--set", "parties.separator.supplier=|")
    assert ran.code == 0, ran.err
    found = {row["name_en"] for row in rows_of(archive / "data/fair-deals-list/organisations.csv")}
    assert found == {"Lumo, Norte", "Kappa, Sul", "Nestor, Norte", "Norte", "Aa SA", "Bb SA", "Cc SA", "Dd", "Ee"}


def test_persons_behind_companies_are_asked_for_once(bring: Bring, tmp_path: Path) -> None:
    rows = (
        'Dach,"Alder GmbH, Max Muster",1000\nTor,"Birch AG, Eva Lund",2000\nWeg,"Cedar KG, Jan Parr",3000\n'
        "Hof,Dune e.V.,4000\n"
    )
    ran = bring(sheet(tmp_path / "list.csv", f"Projekt,Empfänger,Betrag (EUR)\n{rows}"))
    assert ran.code == 1
    assert "3 of 4 different cells hold commas" in ran.err
    assert "--set parties.separator.recipient=,  # 7 organisations" in ran.err
    assert "--set parties.separator.recipient=none  # 4 organisations" in ran.err
    towns = rows.replace("Max Muster", "Bonn").replace("Eva Lund", "Köln").replace("Jan Parr", "Ulm")
    assert "hold commas" not in bring(sheet(tmp_path / "b.csv", f"Projekt,Empfänger,Betrag (EUR)\n{towns}")).err


_FUNDERS = """Title;Producer;Grant (EUR);Paid from;Year
Aa;Alba Film GmbH;100000;Land Nord,Film Trust East;2011
Bb;Bero Film GmbH;200000;Film Trust East;2012
Cc;Alba Film GmbH;150000;Land Nord;2012
Dd;Cado Film GmbH;250000;Film Fund South,Land Nord;2013
Ee;Bero Film GmbH;120000;Film Fund South;2013
"""


def test_a_few_cells_whose_parts_stand_alone_are_told_with_what_parts_all(
    bring: Bring, archive: Path, tmp_path: Path
) -> None:
    path = sheet(tmp_path / "list.csv", _FUNDERS)
    ran = bring(path, "--set", "parties.funder=Paid from", "--dry-run")
    assert (
        "! Parties: Paid from: cells with commas that are read as one name, of which a part stands alone elsewhere: "
        '2 of 5, such as "Land Nord,Film Trust East". To part all of them at commas: '
        "--set parties.separator.funder=," in ran.err
    )
    ran = bring(path, "--set", "parties.funder=Paid from", "--set", "parties.separator.funder=,")
    assert ran.code == 0, ran.err
    assert "with commas" not in ran.err
    assert [name for name in _names(archive) if "Film GmbH" not in name] == [
        "Film Fund South",
        "Film Trust East",
        "Land Nord",
    ]


def test_a_column_that_is_given_a_role_is_looked_at_as_any(bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", f"{_FUNDERS}Ff;Bero Film GmbH;90000;Land West,Land Nord;2013\n")
    ran = bring(path, "--set", "parties.funder=Paid from")
    assert ran.code == 1
    assert "? parties: Paid from: 3 of 6 different cells hold commas" in ran.err
    ran = bring(path, "--set", "parties.separator.funder=none", "--set", "parties.funder=Paid from")
    assert ran.code == 0, ran.err
    plural = sheet(
        tmp_path / "b.csv", f"{_FUNDERS}Ff;Bero;9;Land West,Land Nord;2013\n".replace("Paid from", "Investoren")
    )
    assert 'separator.funder = ","' in bring(plural, "--set", "parties.funder=Investoren").err


@pytest.mark.parametrize("mark", ["·", "•", "/"])
def test_a_mark_between_blanks_parts_names_which_is_told(bring: Bring, tmp_path: Path, mark: str) -> None:
    rows = f"Aa Labs,Bb Fund {mark} Cc Capital {mark} Dd,900\nEe Labs,Bb Fund,800\nFf Labs,J{mark}G Ltd,700\n"
    told = bring(sheet(tmp_path / "list.csv", f"Company,Investors,Amount (USD)\n{rows}"), "--dry-run").err
    assert "4 names as investor" in told, told
    assert "cells that are read as several names: 1 of 3" in told
