"""What is kept from run to run, and that nothing comes of it where it can't be kept."""

from pathlib import Path

import pytest
from cq_tui.settings.state import Memory, State, read


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "state.toml"
    memory = Memory(path)
    assert memory.keep(language="zh", theme="light", greeted=True) is None
    assert memory.keep_filter("铝") is None
    assert memory.keep_columns("deals", {"hidden": ["place"], "widths": {"title": 30}}) is None
    state = Memory(path).state
    assert (state.language, state.theme, state.greeted, state.filters) == ("zh", "light", True, ("铝",))
    assert state.columns == {"deals": {"hidden": ["place"], "widths": {"title": 30}}}


def test_two_runs_keep_what_the_other_one_kept(tmp_path: Path) -> None:
    one, other = Memory(tmp_path / "s"), Memory(tmp_path / "s")
    one.keep_filter("a")
    other.keep_filter("b")
    other.keep(theme="light")
    one.keep_filter("a")
    assert read(tmp_path / "s") == State(theme="light", filters=("b", "a"))


@pytest.mark.parametrize(
    "text", [b"", b"\xff", b"= 1", b"filters = 3", b"language = 'fr'\ntheme = 7", b"a = " + b"[" * 9999]
)
def test_a_broken_state_is_none(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "s").write_bytes(text)
    assert read(tmp_path / "s") == State()


def test_a_state_that_can_t_be_kept_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    memory = Memory(tmp_path / "file" / "state.toml")
    assert memory.keep(theme="light")
    assert memory.state.theme == "light"


def test_without_a_file_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    memory = Memory()
    assert (memory.keep(theme="light"), memory.keep_filter("a"), memory.keeps) == (None, None, False)
    assert list(tmp_path.iterdir()) == []


def test_filters_are_bounded_and_clean(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "s")
    memory.keep(filters=tuple(str(number) for number in range(300)))
    memory.keep_filter("x\x1b]0;y")
    assert len(memory.state.filters) == 200
    assert "\x1b" not in memory.state.filters[-1]
