"""Columns that no field takes become fields of the archive's own, of the narrowest type that reads every cell."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.store.open_archive import open_archive

from tests.unit.conftest import Ran, Run
from tests.unit.importing.conftest import hashes, rows_of, sheet

Bring = Callable[..., Ran]
LIST = """项目名称,类型,园区代号,Jobs,Green,Founded,Web,Visited,Ref,Ratio,Story,Column
甲,投资,渝北区,120,yes,1998,https://a.example,2024-05-01,007,1.5%,one,1
乙,投资,渝北区,33,no,2001,https://b.example,2024-06,008,2%,two,2
丙,基金,江北区,5,yes,,http://c.example,2024-06-03,009,n/a,"three
lines",3
丁,基金,江北区,10,n/a,1950,,2020-01-01,010,4%,four,4
合计,,,168,,,,,,,,
"""
"""A made list; the last column only counts its rows."""


def declared(archive: Path) -> dict[str, dict[str, object]]:
    """The declared fields of deals."""
    found: dict[str, dict[str, object]] = tomllib.loads((archive / "data/schema.toml").read_text("utf-8"))["fields"][
        "deals"
    ]
    return found


def test_each_has_the_type_of_all_its_cells(bring: Bring, run: Run, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", LIST))
    assert ran.code == 0, ran.err
    fields = declared(archive)
    assert {name: one["type"] for name, one in fields.items()} == {
        "jobs": "count", "green": "flag", "founded": "date", "web": "url", "ref": "string",
        "ratio": "number", "story": "text", "yuan_qu_dai_hao": "code",
    }  # fmt: skip
    assert fields["yuan_qu_dai_hao"]["label"] == {"zh": "园区代号", "en": "园区代号"}
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["jobs"] for row in rows] == ["120", "33", "5", "10"]
    assert [row["yuan_qu_dai_hao"] for row in rows] == ["yu-bei-qu", "yu-bei-qu", "jiang-bei-qu", "jiang-bei-qu"]
    assert [row["founded_precision"] for row in rows[:2]] == ["year", "year"]
    assert [row["ratio"] for row in rows] == ["1.5", "2", "", "4"]
    assert "园区代号: 4 of 4 from 园区代号; a field of its own: one of a few words; 江北区 2, 渝北区 2\n" in ran.err
    assert run("check", archive).code == 0
    filtered = run(
        "export", "deals", "--archive", archive, "--filter", "园区代号:渝北区 jobs>50", "--columns", "id,ref"
    )
    assert filtered.out == "id,ref\r\njia,007\r\n" or filtered.out == "id,ref\njia,007\n"


def test_the_same_list_again_changes_nothing_and_another_one_adds_codes(
    bring: Bring, run: Run, archive: Path, tmp_path: Path
) -> None:
    path = sheet(tmp_path / "list.csv", "Project,Type,Wing\nA,fund,North\nB,fund,South\nC,fund,North\nD,fund,South\n")
    bring(path)
    before = hashes(archive)
    assert (bring(path).code, hashes(archive)) == (0, before)
    other = "Project,Type,Wing\nE,fund,West\nF,fund,west\nG,fund,North\nH,fund,West\n"
    ran = bring(sheet(tmp_path / "more.csv", other))
    assert ran.code == 0, ran.err
    codes = tomllib.loads((archive / "data/schema.toml").read_text("utf-8"))["codes"]
    assert list(codes["deals_wing"]) == ["north", "south", "west"]
    assert list(declared(archive)) == ["wing"]
    rows = rows_of(archive / "data/fair-deals-more/deals.csv")
    assert [row["wing"] for row in rows] == ["west", "west", "north", "west"]
    assert run("check", archive).code == 0


def test_the_mapping_can_say_otherwise(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Project,Type,Secret,Kept,Ref\nA,fund,hush,here,12\nB,fund,hush,there,13\n")
    bring(path, "--dry-run")
    saved = archive / "imports/fair-deals-list/MAP.toml"
    assert '# "Ref" = "count"' in saved.read_text("utf-8")
    told = '\n[columns]\n"Secret" = "skip"\n"Kept" = "passage"\n"Ref" = "string"\n'
    saved.write_text(saved.read_text("utf-8").partition("\n[columns]")[0] + told, "utf-8")
    ran = bring(path)
    assert "No field takes these columns: Kept. They stay in the passages." in ran.err
    assert {name: one["type"] for name, one in declared(archive).items()} == {"ref": "string"}
    (first, _second) = rows_of(archive / "data/fair-deals-list/passages.csv")
    assert first["words_en"] == "Project: A; Type: fund; Kept: here; Ref: 12"


_UNSURE = [
    ("Zip", ["01234", "40210"], "string"),
    ("Toll", ["€5", "€6"], "money"),
    ("Toll", ["¥5", "¥6"], "string"),
    ("Toll", ["€5", "6"], "string"),
    ("Toll", ["€5", "see 6"], "string"),
    ("Toll (USD)", ["5", "€6"], "money"),
    ("Word", ["Agreed."] * 2, "string"),
    ("Word", ["They agree on all of it"] * 2, "string"),
    ("Word", ["agreed"] * 2, "code"),
    ("Weight", ["1.234", "2.5"], "number"),
    ("Mass", ["1.234", "2.345"], "string"),
    ("Mass", ["1.234", "-0.345"], "number"),
    ("Mass", ['"1,234"', '"0,345"'], "number"),
    ("Level", ["about 5", "6"], "string"),
    ("Far", ["29.563011", "30.1"], "number"),
    ("When", ["03/04/2025", "05/06/2025"], "string"),
    ("When", ["13/04/2025", "05/06/2025"], "date"),
    ("Words", ["a" * 201, "b"], "text"),
]
_LISTS = [[one for at, one in enumerate(_UNSURE) if [h for h, *_ in _UNSURE[:at]].count(one[0]) == n] for n in range(4)]
"""Each column once in a list, for one header stands there once."""


@pytest.mark.parametrize("columns", _LISTS)
def test_what_is_not_sure_stays_as_it_is_written(
    bring: Bring, archive: Path, tmp_path: Path, columns: list[tuple[str, list[str], str]]
) -> None:
    head = ",".join(header for header, _cells, _type in columns)
    rows = "".join(f"Mill {n},fund,EUR 7,2025,{','.join(cells[n] for _, cells, _ in columns)}\n" for n in range(2))
    assert bring(sheet(tmp_path / "list.csv", f"Project,Type,Amount,Date,{head}\n{rows}")).code == 0
    made = declared(archive)
    assert [
        (one["type"], *said) for one, said in zip(made.values(), columns, strict=True) if one["type"] != said[2]
    ] == []
    (row, _other) = rows_of(archive / "data/fair-deals-list/deals.csv")
    strings = {name: cells[0] for name, (_, cells, type_) in zip(made, columns, strict=True) if type_ == "string"}
    assert {name: row[name] for name in strings} == strings


def test_amounts_are_money_in_the_unit_and_currency_of_their_header(
    bring: Bring, run: Run, archive: Path, tmp_path: Path
) -> None:
    text = "Project,Type,Amount (USD),Grant part (EUR m),Fee\nA,fund,7,12.5,$1\nB,fund,8,n/a,about €2m\n"
    path = sheet(tmp_path / "list.csv", text)
    assert bring(path).code == 0
    fields = declared(archive)
    assert {name: one["type"] for name, one in fields.items()} == {"grant_part": "money", "fee": "money"}
    assert fields["grant_part"]["label"] == {"zh": "Grant part", "en": "Grant part"}
    first, second = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert (first["grant_part"], first["grant_part_currency"], second["grant_part"]) == ("12500000", "EUR", "")
    assert (second["fee"], second["fee_currency"], second["fee_bound"]) == ("2000000", "EUR", "about")
    assert run("check", archive).code == 0
    assert "no file was changed" in bring(path).err


def test_a_list_keeps_what_is_known_of_it(bring: Bring, archive: Path, tmp_path: Path) -> None:
    text = "Project,Type,Countries\nA,fund,Germany; Atlantis; France\nB,fund,Nowhere; Lemuria\n"
    assert bring(sheet(tmp_path / "list.csv", text)).code == 0
    first, second = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert (first["countries"], second["countries"]) == ("DE; FR", "")
    assert first["note_en"] == 'Not read: Countries: "Germany; Atlantis; France"'
    remarks = rows_of(archive / "imports/fair-deals-list/remarks.csv")
    assert remarks[0]["remark"] == '"Atlantis" is not known here; the rest of the cell is read.'


def test_names_that_are_taken_get_a_number(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Project,Type,Money of X,Money-of-X,Has,100%\nA,fund,a,b,c,d\nB,fund,e,f,g,h\n")
    ran = bring(path)
    assert ran.code == 0, ran.err
    assert set(declared(archive)) >= {"money_of_x", "money_of_x_2", "column_100"}
    open_archive(archive)


def test_a_second_column_of_amounts_is_money_in_the_unit_and_the_currency_of_the_list(
    bring: Callable[..., Ran], run: Run, archive: Path, tmp_path: Path
) -> None:
    cells = ["2,800", "20,000", "15,000", "750", "待核", "4亿"]
    currencies = ["人民币", "欧元", "人民币", "美元", "人民币", "人民币"]
    rows = [
        f'{n}号线,投资,{n},"{cell}",{code},' for n, (cell, code) in enumerate(zip(cells, currencies, strict=True), 1)
    ]
    text = "\n".join(["单位：万,,,,,", "项目名称,类型,投资额,合同额,币种,备注", *rows])
    path = sheet(tmp_path / "list.csv", f"{text}\n")
    ran = bring(path, "--set", "amount.column=投资额")
    assert ran.code == 0
    assert "5 of 6 from 合同额, 币种; a field of its own: amounts of money; 1 not read" in ran.err
    deals = rows_of(archive / "data/fair-deals-list/deals.csv")
    amounts = ["28000000", "200000000", "150000000", "7500000", "", "400000000"]
    assert [row["he_tong_e_2"] for row in deals] == amounts
    assert [row["he_tong_e_2_currency"] for row in deals] == ["CNY", "EUR", "CNY", "USD", "", "CNY"]
    assert '合同额: "待核"' in deals[4]["note_zh"]
    bring(path)
    assert "no file was changed" in bring(path).err
    assert run("check", archive).code == 0


def test_words_that_are_many_keep_a_column_of_amounts_a_text(bring: Callable[..., Ran], tmp_path: Path) -> None:
    rows = "".join(f"Mill {n},fund,{n} m,{cell}\n" for n, cell in enumerate(["5 m", "open", "later", "see note"]))
    ran = bring(sheet(tmp_path / "list.csv", f"Project,Type,Amount (USD),Contract value (USD)\n{rows}"),
                "--set", "amount.column=Amount (USD)")  # fmt: skip
    assert "Contract value (USD): 4 of 4 from Contract value (USD); a field of its own: text on one line" in ran.err


def test_a_long_header_of_amounts_leaves_room_for_its_currency(bring: Bring, archive: Path, tmp_path: Path) -> None:
    """It became a text, of which was told that it is likely in a currency."""
    long = "Value of all lots of the contract with every extension of it included"
    ran = bring(sheet(tmp_path / "list.csv", f"Deal,Amount (EUR),{long}\nMill,5,120000\nMine,6,15000.5\n"))
    assert ran.code == 0, ran.err
    (path,) = archive.glob("data/fair-deals-list*/deals.csv")
    (name,) = (name for name in rows_of(path)[0] if name.startswith("value_of_all") and "currency" not in name)
    assert [row[name] for row in rows_of(path)] == ["120000", "15000.5"]
    assert {row[f"{name}_currency"] for row in rows_of(path)} == {"EUR"}
