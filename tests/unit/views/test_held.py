"""What a view held: new, gone and changed records since it was last looked at, kept in bounds."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from cq_tui import language
from cq_tui.archive.read import read
from cq_tui.query.parse import parse
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.views import held
from cq_tui.views.held import News, look, move
from cq_tui.views.saved import Place, Saved
from cq_tui.views.view import View
from cq_tui.views.words import day_words, news_line

Look = Callable[..., News]
_LINE, _FUND = "aluminium-die-casting-line", "specialised-innovative-fund"


def _saved(filter_: str = "", name: str = "All") -> Saved:
    return Saved(View(name, "deals", filter_), Place.MINE, Path("views.toml"))


@pytest.fixture
def seen(copy_of_archive: Path, tmp_path: Path) -> Look:
    """Looks at a view of the archive as its files are now."""

    def looked(saved: Saved) -> News:
        store = Store(read(copy_of_archive))
        return look(tmp_path / "held", saved, Selection(store, parse(saved.view.filter, store.kind("deals"))))

    return looked


def _edit(root: Path, *changes: tuple[str, str]) -> None:
    path = root / "data" / "deals.toml"
    text = path.read_text()
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    path.write_text(text)


def test_what_is_new_gone_and_changed_is_told_once(seen: Look, copy_of_archive: Path) -> None:
    first = seen(_saved())
    assert (first.since, first.now, first.signs) == (None, 4, {})
    _edit(copy_of_archive, (f'id = "{_LINE}"', 'id = "new-line"'), ("75_000_000_000", "76_000_000_000"))
    news = seen(_saved())
    assert news.signs == {"new-line": "new", "nev-credit-line": "changed"}
    assert news.gone == {_LINE: "Southwest Aluminium's die-casting line"}
    assert (news.before, news.now) == (4, 4)
    assert news_line(news).startswith("1 new, 1 gone, 1 changed since ")
    again = seen(_saved())
    assert (again.signs, again.gone) == ({}, {})
    assert news_line(again).startswith("nothing new since ")


def test_what_the_filter_no_longer_takes_is_gone(seen: Look, copy_of_archive: Path) -> None:
    assert seen(_saved("amount>=70bn")).now == 1
    _edit(copy_of_archive, ("75_000_000_000", "6_000_000_000"))
    assert list(seen(_saved("amount>=70bn")).gone) == ["nev-credit-line"]


def test_another_list_under_the_same_name_is_looked_at_for_the_first_time(seen: Look) -> None:
    seen(_saved("citic"))
    assert seen(_saved("aluminium")).since is None


def test_each_view_and_archive_has_its_own(seen: Look, tmp_path: Path) -> None:
    seen(_saved())
    assert seen(_saved(name="Other")).since is None
    assert len(list((tmp_path / "held").iterdir())) == 2


def test_where_a_record_stands_and_how_it_is_written_is_no_change(seen: Look, copy_of_archive: Path) -> None:
    seen(_saved())
    _edit(copy_of_archive, ("75_000_000_000", "75000000000"))
    path = copy_of_archive / "data" / "deals.toml"
    head, *deals = path.read_text().split("[[deals]]")
    path.write_text("[[deals]]".join([head, *reversed([f"{deal.rstrip()}\n\n" for deal in deals])]))
    assert news_line(seen(_saved())).startswith("nothing new")


def test_of_too_many_only_the_number_is_kept(
    seen: Look, copy_of_archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held, "MOST", 3)
    assert not seen(_saved()).single
    (file,) = (tmp_path / "held").iterdir()
    assert '"records": null' in file.read_text()
    _edit(copy_of_archive, (f'id = "{_LINE}"', 'id = "new-line"'))
    news = seen(_saved())
    assert (news.signs, news.gone, news.before, news.now) == ({}, {}, 4, 4)
    assert "4 records, 4 on" in news_line(news)
    assert "not compared one by one" in news_line(news)


def test_views_not_looked_at_for_longest_are_forgotten(
    seen: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held, "_MOST_FILES", 2)
    for name in "abcd":
        seen(_saved(name=name))
    assert len(list((tmp_path / "held").iterdir())) == 2


@pytest.mark.parametrize(
    "text", [b"", b"\xff", b"[]", b"{}", b'{"seen": 3}', b"[" * 5000, b'{"seen":"x","records":{"a":1}}']
)
def test_what_can_not_be_read_was_never_kept(seen: Look, tmp_path: Path, text: bytes) -> None:
    seen(_saved())
    (file,) = (tmp_path / "held").iterdir()
    file.write_bytes(text)
    assert seen(_saved()).since is None


def test_a_folder_that_can_not_be_written_is_told(seen: Look, tmp_path: Path) -> None:
    (tmp_path / "held").touch()
    assert "What it holds can't be remembered" in news_line(seen(_saved()))


def test_what_was_held_goes_with_the_name(seen: Look, copy_of_archive: Path, tmp_path: Path) -> None:
    seen(_saved())
    move(tmp_path / "held", _saved(), _saved(name="Other"), [copy_of_archive])
    assert seen(_saved(name="Other")).since is not None
    move(tmp_path / "held", _saved(name="Other"), None, [copy_of_archive])
    assert list((tmp_path / "held").iterdir()) == []
    move(tmp_path / "held", _saved(), None, [copy_of_archive])


def test_days_are_as_short_as_they_are_clear() -> None:
    now = datetime.fromisoformat("2026-11-20T12:00:00").astimezone()
    days = [now.replace(hour=9), now.replace(day=14), now.replace(year=2025, month=2, day=1)]
    assert [day_words(day, now) for day in days] == ["09:00 today", "14 Nov", "1 Feb 2025"]
    language.use("zh")
    assert [day_words(day, now) for day in days] == ["今天 09:00", "11月14日", "2025年2月1日"]
    assert news_line(News(days[1], 3, 4, ["a"], ["b"], {"c": ""})).startswith("自")
