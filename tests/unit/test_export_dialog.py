"""What the export dialog is made of: the name of the file, its first lines, the command that writes the same bytes."""

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui import language
from cq_tui.export.command import export_command
from cq_tui.export.export import Options, export_file
from cq_tui.export.formats import format_names, is_text
from cq_tui.export.naming import file_name, safe
from cq_tui.export.preview import preview
from cq_tui.query.parse import orders, parse
from cq_tui.query.terms import Sorting
from cq_tui.schema.columns import ColumnError
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.conftest import Run
from tests.unit.made import DEAL, EVENT, write_archive

Select = Callable[..., Selection]


@pytest.mark.parametrize(
    ("kind", "text", "name"),
    [
        ("deals", "", "2025-11-19-european-visit-2025-deals.csv"),
        ("deals", "amount>=1亿 中信", "2025-11-19-european-visit-2025-deals-amount-at-least-1亿-中信.csv"),
        ("speakers", "", "2025-11-19-european-visit-2025-speakers.csv"),
        ("organisations", "国", "2025-11-19-european-visit-2025-organisations-国.csv"),
    ],
)
def test_a_file_is_called_after_event_day_kind_and_filter(selection: Select, kind: str, text: str, name: str) -> None:
    assert file_name(selection(text, kind), "csv") == name


@pytest.mark.parametrize(
    ("text", "en", "zh"),
    [
        ("金额>1亿", "金额-over-1亿", "金额-大于1亿"),
        ("金额<1亿", "金额-under-1亿", "金额-小于1亿"),
        ("金额：＞＝1亿", "金额-at-least-1亿", "金额-至少1亿"),
        ("amount<=1bn", "amount-at-most-1bn", "amount-至多1bn"),
        ("amount:1m..1bn", "amount-1m-to-1bn", "amount-1m至1bn"),
        ("amount:1m..*", "amount-at-least-1m", "amount-至少1m"),
        ("amount:*..1m", "amount-at-most-1m", "amount-至多1m"),
        ("amount:1m", "amount-1m", "amount-1m"),
        ("-country:DE", "not-country-DE", "非country-DE"),
        ("-amount>1m fund", "not-amount-over-1m-fund", "非amount-大于1m-fund"),
        ("country:DE", "country-DE", "country-DE"),
    ],
)
def test_a_name_says_how_a_filter_compares(selection: Select, text: str, en: str, zh: str) -> None:
    start = "2025-11-19-european-visit-2025-deals-"
    assert file_name(selection(text), "csv") == f"{start}{en}.csv"
    language.use("zh")
    assert file_name(selection(text), "csv") == f"{start}{zh}.csv"


def test_what_is_not_applied_is_not_in_the_name(store: Store) -> None:
    assert file_name(Selection(store, parse("citic amuont>1", kinds()["deals"])), "md").endswith("-deals-citic.md")


def test_of_several_events_none_names_the_file(tmp_path: Path) -> None:
    other = EVENT + EVENT.replace('"fair"', '"other"')
    deals = DEAL + DEAL.replace('"mill"', '"dam"').replace('"fair"', '"other"')
    store = open_archive(write_archive(tmp_path, events=other, deals=deals)).store
    assert file_name(Selection(store, parse("", kinds()["deals"])), "md") == "deals.md"
    assert file_name(Selection(store, parse("dam", kinds()["deals"])), "md") == "other-deals-dam.md"


@pytest.mark.parametrize(
    "text",
    ["/etc/passwd", "..", "a\\b", "x:y|z*?", '<">', " x ", "\x1b[2J", "a\nb", "-rf", "CON", "/" * 300, "国" * 300],
)
def test_nothing_is_in_a_name_that_a_file_system_refuses(selection: Select, text: str) -> None:
    name = file_name(selection(), "csv", text)
    assert not set(name) & set('/\\:*?"<>|\n\x1b \0')
    assert name.startswith("2025-")
    assert len(name.encode()) <= 200
    assert len(safe(text)) <= 40


def _ordered(store: Store, text: str, sort: str) -> Selection:
    kind = kinds()["deals"]
    sorting = orders(sort, kind) if sort else None
    assert sorting is None or isinstance(sorting, Sorting)
    return Selection(store, parse(text, kind), sorting.orders if sorting else ())


COMMANDS = [
    *((format_, None, "citic", "amount-desc", "zh", None) for format_ in format_names()),
    ("csv", "id,title,amount,parties", "", "", "en", "gb18030"),
    ("md", "title_en,amount", "", "", "en", "utf-8-sig"),
]


@pytest.mark.parametrize(("format_", "names", "text", "sort", "lang", "encoding"), COMMANDS)
def test_the_command_line_writes_the_same_bytes(
    store: Store, run: Run, tmp_path: Path, format_: str, names: str | None, text: str, sort: str,
    lang: language.Language, encoding: str | None,
) -> None:  # fmt: skip
    language.use(lang)
    found, options = _ordered(store, text, sort), Options(format_, names, encoding=encoding)
    export_file(found, options, tmp_path / "by hand")
    path = tmp_path / f"by command.{format_}"
    program, *arguments = shlex.split(export_command(found, options, path))
    assert (program, run(*arguments).code) == ("cq-tui", 0)
    assert path.read_bytes() == (tmp_path / "by hand").read_bytes()


def test_a_name_like_an_option_is_understood(
    selection: Select, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _program, *arguments = shlex.split(export_command(selection(), Options("toml"), Path("-x")))
    assert run(*arguments).code == 0
    assert (tmp_path / "-x").read_text("utf-8").startswith("[[deals]]")


@pytest.mark.parametrize("format_", format_names())
@pytest.mark.parametrize("encoding", [None, "gb18030"])
def test_a_preview_is_the_first_lines(selection: Select, tmp_path: Path, format_: str, encoding: str | None) -> None:
    found = preview(selection(), Options(format_, "id,title", encoding=encoding), 3)
    assert len(found) == 3
    assert not found[0].startswith("\ufeff")
    if is_text(format_):
        export_file(selection(), Options(format_, "id,title", encoding=encoding), tmp_path / "x")
        assert found == (tmp_path / "x").read_text(encoding or "utf-8-sig").split("\n")[:3]
    else:
        assert found[0] == "id,title_zh,title_en"


def test_a_preview_tells_of_a_column_that_is_not_there(selection: Select) -> None:
    with pytest.raises(ColumnError):
        preview(selection(), Options("csv", "id,price"), 3)
