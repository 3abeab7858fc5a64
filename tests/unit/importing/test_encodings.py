"""Encodings: found by the words that they make, told, asked where two make words, refused where none does."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from cq_tui.importing.sources.encoding.names import known_encoding
from cq_tui.importing.sources.sheet import open_sheet

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import hashes, rows_of, sheet
from tests.unit.importing.made_encodings import CASES, list_with_one_word, made_list

Bring = Callable[..., Ran]
HEADER = "title,amount (EUR),type,investor\n"
SAVED = {
    "big5": ("重慶專案,100,fund,臺灣公司\n上海項目,200,fund,東海精密\n", "Big5"),
    "cp932": ("東京計画,100,fund,株式会社東海製作所\n大阪計画,200,fund,トヨカワ自動車株式会社\n", "Shift-JIS"),
    "cp1250": ("Łódź,100,fund,Świętokrzyska\nČeské,200,fund,Škola\n", "Windows-1250"),
    "iso8859_2": ("Łódź,100,fund,Świętokrzyska\nŻółć,200,fund,Kraków\n", "ISO-8859-2"),
    "cp949": ("서울 공장,100,fund,한빛정밀공업 주식회사\n부산 센터,200,fund,동해전자\n", "EUC-KR"),
    "cp1251": ("Завод деталей,100,fund,ООО Северная сталь\nПорт,200,fund,Урал\n", "Windows-1251"),
    "cp1252": ("Werk für Getriebe,100,fund,Müller GmbH\nStraßenbau,200,fund,Köln AG\n", "Windows-1252"),
    "gb18030": ("年产十万吨铝材项目,100,fund,重庆智联公司\n物流园,200,fund,成都锦川公司\n", "GB18030"),
    "utf-16-le": ("年产十万吨铝材项目,100,fund,重庆智联公司\n物流园,200,fund,成都锦川公司\n", "UTF-16"),
    "utf-16-be": ("Werk für Getriebe,100,fund,Müller GmbH\nStraßenbau,200,fund,Köln AG\n", "UTF-16"),
}


@pytest.mark.parametrize("encoding", SAVED)
def test_a_short_list_says_what_was_written(look: Bring, tmp_path: Path, encoding: str) -> None:
    text, name = SAVED[encoding]
    path = sheet(tmp_path / "list.csv", HEADER + text, encoding)
    assert f"It is read as {name}" in look(path).err
    assert [",".join(row) for row in open_sheet(path).rows()] == (HEADER + text).splitlines()


def decided(path: Path) -> str:
    """The encoding taken; empty where it is asked or refused."""
    try:
        return open_sheet(path).encoding
    except Exception:
        return ""


@pytest.mark.parametrize(("language", "encoding"), CASES)
@pytest.mark.parametrize("rows", [3, 20, 200])
def test_no_list_becomes_rubbish(tmp_path: Path, language: str, encoding: str, rows: int) -> None:
    """Long lists have words enough: one of each is tried."""
    taken, tried = 0, 1 if rows == 200 else 3
    for seed in range(tried):
        text = made_list(language, rows, Random(seed))
        found = decided(sheet(tmp_path / "list.csv", text, encoding))
        assert not found or text.encode(encoding).decode(found) == text
        taken += bool(found)
    assert taken == tried if rows > 3 else taken >= 1


@pytest.mark.parametrize(("language", "encoding"), CASES)
def test_one_odd_word_becomes_no_rubbish(tmp_path: Path, language: str, encoding: str) -> None:
    for seed in range(6):
        text = list_with_one_word(language, 30, Random(seed))
        found = decided(sheet(tmp_path / "list.csv", text, encoding))
        assert not found or text.encode(encoding).decode(found) == text


def test_what_is_not_clear_is_asked_and_the_option_answers(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", HEADER + "Gdańsk,100,fund,North\n", "cp1250")
    before = hashes(archive)
    ran = bring(path)
    assert (ran.code, ran.err.count("\n"), hashes(archive)) == (1, 1, before)
    said = "line 2: the encoding is not clear: in Windows-1252 it reads Gdañsk, in Windows-1250 Gdańsk"
    assert said in ran.err
    assert "say which: --encoding windows-1252 or --encoding windows-1250" in ran.err
    assert bring(path, "--encoding", "windows-1250").code == 0
    assert rows_of(archive / "data" / "fair-deals-list" / "deals.csv")[0]["title_en"] == "Gdańsk"
    assert 'encoding = "windows-1250"' in (archive / "imports" / "fair-deals-list" / "MAP.toml").read_text("utf-8")
    assert "no file was changed" in bring(path).err  # MAP.toml remembers it


@pytest.mark.parametrize(
    ("above", "word", "codec", "first"),
    [
        (
            "Overzicht giften van de partij,,\nNaam donateur,Bedrag,Partij\nH. de Vries,10,Bb\n",
            "Mûnein",
            "cp1252",
            "1252",
        ),
        ("Umowa oraz kwota,,\nNazwa projektu,Kwota,Gmina\nUl. Aa,10,Powiat\n", "Gdańsk", "cp1250", "1250"),
    ],
)
def test_the_encoding_of_the_plain_words_is_printed_first(
    look: Bring, tmp_path: Path, above: str, word: str, codec: str, first: str
) -> None:
    ran = look(sheet(tmp_path / "list.csv", f"{above}J. {word},5,Aa\n", codec))
    assert f"line 4: the encoding is not clear: in Windows-{first} it reads {word}" in ran.err
    assert f"say which: --encoding windows-{first} or" in ran.err


def test_the_line_told_is_one_that_they_read_differently(look: Bring, tmp_path: Path) -> None:
    ran = look(sheet(tmp_path / "list.csv", HEADER + "Mill € 5,100,fund,North\nGdańsk,100,fund,North\n", "cp1250"))
    assert "line 3: the encoding is not clear" in ran.err


def test_a_broken_byte_is_named_with_its_line(bring: Bring, archive: Path, tmp_path: Path) -> None:
    raw = "title,amount (CNY),type,说明\nPlant A,100,fund,重庆\nPlant B,200,fund,重庆\n".encode()
    path = tmp_path / "list.csv"
    path.write_bytes(raw[:-3] + b"x\n")
    ran = bring(path)
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "line 3 is not UTF-8, and the rest is" in ran.err
    assert not (archive / "imports").exists()


def test_no_words_in_any_encoding(bring: Bring, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(HEADER.encode() + bytes(Random(1).choices(range(0x80, 0x100), k=90)) + b",1,fund,x\n")
    ran = bring(path)
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "line 2: no encoding is known in which it reads as words" in ran.err


@pytest.mark.parametrize(("name", "codec"), [
    ("GBK", "gbk"), ("shift-jis", "cp932"), ("Big5", "cp950"), ("windows-1250", "cp1250"), ("latin1", "iso8859-1"),
    ("UTF-8", "utf-8"), ("rot13", ""), ("unicode_escape", ""), ("no-such", ""), ("a\0b", ""), ("", ""),
])  # fmt: skip
def test_names_of_encodings(name: str, codec: str) -> None:
    assert known_encoding(name) == codec


def test_an_encoding_that_is_none_is_one_line(bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", HEADER + "Mill,1,fund,x\n")
    ran = bring(path, "--encoding", "no-such\x1b[2J")
    assert (ran.code, ran.err.count("\n"), "\x1b" in ran.err) == (1, 1, False)
    assert "is not an encoding that is known, such as utf-8, gb18030, big5" in ran.err


def test_an_encoding_that_does_not_fit_names_the_row(bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", HEADER + "Mill,1,fund,x\nKöln,1,fund,x\n", "cp1252")
    ran = bring(path, "--encoding", "utf-8")
    assert (ran.code, ran.err) == (1, f'cq-tui: {path}: line 3 is not UTF-8, at "K\ufffdln,1,"\n')


def test_one_letter_in_an_english_text_is_of_no_other_alphabet(tmp_path: Path) -> None:
    """A soft hyphen, a fixed blank and an accent are bytes that are letters in Thai and Russian encodings."""
    text = "Project,Note\nMill,vis-\u00e0-vis the magneto\u00ad sphere.\u00a0 However\n"
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode("cp1252"))
    assert open_sheet(path).encoding == "cp1252"


def test_a_dash_between_a_name_and_a_capital_is_no_letter(look: Bring, tmp_path: Path) -> None:
    """What is a dash in Mac Roman is a small letter in CP850, behind which no word goes on with a capital."""
    path = tmp_path / "list.csv"
    rows = "Aa–Bb study,Ruhr–Main path,the owner’s Aa–BB test\nCc – Dd,Weser–Ems way,Jj–STAT lines – that they see\n"
    path.write_bytes(f"Project,Place,Remarks\n{rows}".encode("mac-roman"))
    assert "It is read as Mac Roman" in look(path).err
