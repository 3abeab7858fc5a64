"""Quotation marks that close nothing: no row is swallowed, and the line is named."""

from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from random import Random

import pytest
from cq_tui.importing.sources import quotes
from cq_tui.importing.sources.quotes import QuoteFault, Quoting, are_plain, are_sound, rows

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

Bring = Callable[..., Ran]
HEADER = "Project,Type,Amount (EUR m),Remarks"


def read(text: str, width: int, delimiter: str = ",") -> tuple[list[list[str]], list[QuoteFault]]:
    faults: list[QuoteFault] = []
    return list(rows(StringIO(text, newline=""), delimiter, width, faults)), faults


@pytest.mark.parametrize(
    ("text", "width", "found"),
    [
        ('a, "b, c" ,d\n', 3, [["a", "b, c", "d"]]),
        ('a,"b\r\nc",d\r\ne,f,g\r\n', 3, [["a", "b\r\nc", "d"], ["e", "f", "g"]]),
        ('a,"b\nc" ,d\ne,f,g', 3, [["a", "b\nc", "d"], ["e", "f", "g"]]),
        ('"Acme" Ltd,"say ""ho""",c "d"\n', 3, [['"Acme" Ltd', 'say "ho"', 'c "d"']]),
        ('a,"b "c" d",e\n', 3, [["a", 'b "c" d', "e"]]),
        ('a,"b\nx, y",c\n', 3, [["a", "b\nx, y", "c"]]),
        (
            'a,"Ended -b, c , d and e,\nf, g and h go on",1,2\n',
            4,
            [["a", "Ended -b, c , d and e,\nf, g and h go on", "1", "2"]],
        ),
        ('a,b,"Partners:\nAa, Bb, Cc"\n', 3, [["a", "b", "Partners:\nAa, Bb, Cc"]]),
        ('a,b,c,"\n1,2,3,\n"\n', 4, [["a", "b", "c", "\n1,2,3,\n"]]),
        ("", 3, []),
        ('"', 1, [['"']]),
    ],
)
def test_what_stands_in_quotes(text: str, width: int, found: list[list[str]]) -> None:
    assert read(text, width)[0] == found


@pytest.mark.parametrize("blanks", ["\t", " \t ", "\u00a0", "\u3000"])
def test_blanks_behind_a_quoted_cell(blanks: str) -> None:
    """It is closed: only blanks stand before the separator or the end of the line."""
    text = f'a,b,c,d{blanks}\n1,"2, 3",x,"late, second"{blanks}\n4,"5, 6"{blanks},y,""{blanks}\n'
    found, faults = read(text, 4)
    assert faults == []
    assert found[1:] == [["1", "2, 3", "x", "late, second"], ["4", "5, 6", "y", ""]]
    assert read(text.replace(",", ";"), 4, ";") == (
        [[cell.replace(",", ";") for cell in row] for row in found], []
    )  # fmt: skip


def test_a_tab_that_parts_cells_is_no_blank_behind_one() -> None:
    assert read('1\t"2\t3" \t\n', 3, "\t") == ([["1", "2\t3", ""]], [])


@pytest.mark.parametrize("after", ["", '9,10,"11",12\n', '9,10,11,"12"\n', '"9",10,11,12\n', '9,"",11,12\n'])
def test_an_open_mark_swallows_nothing(after: str) -> None:
    found, faults = read(f'a,b,c,d\n1,2,3,"open\n5,6,7,8\n{after}', 4)
    assert [row[0] for row in found] == ["a", "1", "5", *(["9"] if after else [])]
    assert found[1][3] == '"open'
    assert faults == [QuoteFault(2, 2, 4, Quoting.OPEN)]


def test_two_marks_far_apart_that_close_each_other_by_chance() -> None:
    found, faults = read('a,b,c\n1,2,"open\n3,4,5\n6,7,8"\n9,10,11\n', 3)
    assert [len(row) for row in found] == [3] * 5
    assert [fault.line for fault in faults] == [2]


@pytest.mark.parametrize(
    ("first", "last"),
    [('1,2,"open', '9,10,shut"'), ('1,"open, and', '9,10,shut"'), ('1,2,"open', '9,shut"'), ('"1,2,3', '9,10,shut"')],
)
def test_most_of_many_lines_between_two_marks_are_rows_though_not_all(first: str, last: str) -> None:
    between = [f"{number},x,y" for number in range(30)]
    between[3], between[7], between[20] = "3,x", "7,x,y,z", "20"
    found, faults = read("\n".join(["a,b,c", first, *between, last, "9,9,9"]), 3)
    assert len(found) == 34
    assert [fault.line for fault in faults][:1] == [2]


def test_a_text_of_many_lines_with_commas_is_one_cell() -> None:
    lines = [f"Item {number}, of the list, which is long" for number in range(9)]
    table = ["1;2;3", "4;5;6", "7;8;9", "1;2"]
    for text in ("\n".join(lines), "\n".join(table), "a\n\n\nb,c\n\n"):
        found, faults = read(f'a,b,c\n1,2,"{text}"\n3,4,5\n', 3)
        assert (found, faults) == ([["a", "b", "c"], ["1", "2", text], ["3", "4", "5"]], [])


def test_many_open_marks_take_no_longer_than_many_lines() -> None:
    found, faults = read("a,b\n" + '1,"x\n' * 20_000, 2)
    assert (len(found), len(faults)) == (20_001, 20_000)


def test_every_row_of_the_file_is_accounted_for(bring: Bring, archive: Path, tmp_path: Path) -> None:
    listed = [f"Plant {number},fund,{number},{chr(34) + 'later' if number == 2 else ''}" for number in range(1, 60)]
    ran = bring(sheet(tmp_path / "list.csv", "\n".join([HEADER, *listed])))
    assert "59 rows: 59 accepted, 0 refused" in ran.err
    assert "Row 3 (line 3) has a quotation mark that is opened and never closed" in ran.err
    deals = rows_of(archive / "data" / "fair-deals-list" / "deals.csv")
    assert (len(deals), deals[1]["note_en"]) == (59, '"later')


def test_a_row_that_may_be_cut_wrongly_is_refused_with_its_line(take: Take, tmp_path: Path) -> None:
    taken = take(sheet(tmp_path / "list.csv", f'{HEADER}\nMill,fund,1,"one, two\nMine,fund,2,\n'))
    assert taken.values("id") == ["mine"]
    said = "has a quotation mark in line 2 that is opened and never closed; read without it, the row has 5 cells"
    assert taken.reasons()[2].startswith(said)


def test_blanks_before_quotes(take: Take, tmp_path: Path) -> None:
    taken = take(
        sheet(tmp_path / "list.csv", 'Project, "Amount (EUR)", Type\nMill, "1,000", fund\nMine, "2,000", fund\n')
    )
    assert taken.values("amount") == [1000, 2000]


def test_lines_in_a_cell_end_with_lf_whatever_the_file_s_do(take: Take, tmp_path: Path) -> None:
    text = f'{HEADER}\r\nMill,fund,1,"one\r\ntwo"\r\n"Old\r\nmine",fund,2,x\r\n'
    taken = take(sheet(tmp_path / "list.csv", text))
    assert [str(title) for title in taken.values("title")] == ["Mill", "Old mine"]
    assert str(taken.values("note")[0]) == "one\ntwo"


def _told(text: str) -> tuple[bool, bool]:
    plain = are_plain(BytesIO(text.encode()), ",", lambda: None)
    return plain, are_sound(StringIO(text, newline=""), ",", lambda: None)


@pytest.mark.parametrize("piece", [1, 7, 1 << 20])
def test_what_the_bytes_beside_the_marks_tell_is_what_the_reader_tells(
    monkeypatch: pytest.MonkeyPatch, piece: int
) -> None:
    monkeypatch.setattr(quotes, "_PIECE", piece)
    chance = Random(5)
    made = [
        "".join(chance.choices(['"', '""', ",", "\n", "\r\n", "a", "智", " ", ',"', '",'], k=12)) for _ in range(3_000)
    ]
    found = [_told(text) for text in made]
    assert not [text for text, (plain, sound) in zip(made, found, strict=True) if plain and not sound]
    assert found.count((True, True)) > 100


@pytest.mark.parametrize("text", ['a,"b, c"\n"d","e ""f"""\r\n', "a,b\n", "", '"a",""\n'])
def test_the_usual_marks_are_told_by_the_bytes_alone(text: str) -> None:
    assert _told(text) == (True, True)


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('Aa,""Ho ho", 21 May, Saal",1500', ["Aa", '"Ho ho", 21 May, Saal', "1500"]),
        ('Aa,"The "Works", old, and "Mill", new",1500', ["Aa", 'The "Works", old, and "Mill", new', "1500"]),
        ('""Ho", he said",Saal,1500', ['"Ho", he said', "Saal", "1500"]),
        ('Aa,Saal,""Ho", he said"', ["Aa", "Saal", '"Ho", he said']),
        ('"Aa",""Ho", he said","1500"', ["Aa", '"Ho", he said', "1500"]),
    ],
)
def test_marks_inside_of_a_cell_are_read_by_the_number_of_cells(line: str, cells: list[str]) -> None:
    found, faults = read(f"a,b,c\n{line}\n1,2,3\n", 3)
    assert found == [["a", "b", "c"], cells, ["1", "2", "3"]]
    assert faults == [QuoteFault(2, 2, 3, Quoting.BY_WIDTH)]


@pytest.mark.parametrize("line", ['Aa,""Ho", one, two, three', '"a "b", c", "d "e", f", g, h'])
def test_what_can_be_read_in_no_way_or_in_several_is_a_fault(line: str) -> None:
    found, faults = read(f"a,b,c\n{line}\n1,2,3\n", 3)
    assert len(found) == 3
    assert [fault.cells == 3 for fault in faults] == [False]


def test_a_row_read_by_its_number_of_cells_is_told(bring: Bring, tmp_path: Path) -> None:
    text = 'Antragsteller,Projekt,BeitragCHF\nAa,""Ho ho", 21 May, Saal",1500\nBb,Konzert,2000\nCc,Buch,900\n'
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert "3 rows: 3 accepted, 0 refused" in ran.err
    assert "They are read so that they have 3 cells, as the others; the first is row 2 (line 2)." in ran.err


def test_rows_that_no_mark_inside_cuts_are_counted_with_those_that_it_does(bring: Bring, tmp_path: Path) -> None:
    text = (
        'Antragsteller,Projekt,BeitragCHF\nBb,"Buch "Eins" und mehr",2000\nAa,""Ho ho", 21 May, Saal",1500\nCc,x,900\n'
    )
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert "Rows with quotation marks inside of cells that are not doubled: 2." in ran.err
    assert "the first is row 2 (line 2)." in ran.err
    alone = bring(
        sheet(tmp_path / "other.csv", 'Antragsteller,Projekt,BeitragCHF\nBb,"Buch "Eins" mehr",2000\nCc,x,9\n')
    )
    assert "not doubled" not in alone.err
