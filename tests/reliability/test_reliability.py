"""A bounded version of every figure; ``python -m tests.reliability`` prints them at full size.

The ways out of secure mode are tried in full in ``tests/unit/test_secure.py``, random keys in ``test_walk.py``.
"""

from pathlib import Path

import pytest

from tests.reliability import bombs, interrupts, line, outlets, page, readers, writing
from tests.reliability.figure import Figure
from tests.reliability.payloads import payloads

SHARE = 0.014


def test_there_are_at_least_two_hundred_hostile_strings() -> None:
    assert len(set(payloads())) >= 200


@pytest.mark.parametrize(
    "figures",
    [
        pytest.param(lambda: [outlets.cleaned_is_clean(list(payloads()))], id="cleaned"),
        pytest.param(lambda: [outlets.through_commands(list(payloads())[::36])], id="commands"),
        pytest.param(lambda: [outlets.through_the_browser(list(payloads())[::36])], id="browser"),
        pytest.param(lambda: line.figures(SHARE / 8), id="line"),
        pytest.param(lambda: interrupts.figures(SHARE), id="interrupts"),
        pytest.param(lambda: writing.figures(SHARE), id="writing"),
        pytest.param(lambda: readers.figures(SHARE / 5), id="readers"),
        pytest.param(lambda: bombs.figures(SHARE * 2), id="bombs"),
    ],
)
def test_promises_hold(figures) -> None:  # type: ignore[no-untyped-def]
    found: list[Figure] = list(figures())
    assert [str(figure) for figure in found if not figure.holds] == []
    assert {figure.what for figure in found} <= set(page.read())


TRIED = {
    "hostile strings cleaned": 200,
    "hostile strings through the commands": 1000,
    "hostile strings in the browser": 200,
    "arbitrary bytes as TOML": 5000,
    "arbitrary bytes as CSV": 5000,
    "arbitrary bytes as Parquet": 5000,
    "questions made to cost": 30,
    "kill -9 while writing": 200,
    "kill -9 at a step of an import": 150,
    "files refused": 10,
    "ways out of secure mode": 40,
    "line cut": 100,
    "line cut, SIGHUP ignored": 100,
    "Ctrl+C at some moment": 200,
    "random bytes typed": 1_000_000,
    "random keys pressed": 10_000,
    "lines drawn after random keys": 10_000,
    "random keys answered": 10_000,
    "walks that end anywhere": 40,
}
"""How often each was to be tried at least."""


def test_the_page_tells_a_full_run_in_which_nothing_failed() -> None:
    found = page.read()
    assert {what for what, least in TRIED.items() if found.get(what, (0, 0))[0] < least} == set()
    assert {what for what, (_tried, failed) in found.items() if failed} == set()


def test_a_part_tried_alone_replaces_its_own_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "page.md"
    copy.write_bytes(page.PAGE.read_bytes())
    monkeypatch.setattr(page, "PAGE", copy)
    before = page.read()
    page.write([Figure("line cut", 7, 1, "gone"), Figure("something new", 3, 0, "holds")], whole=False)
    assert page.read() == before | {"line cut": (7, 1), "something new": (3, 0)}
    page.write([Figure("something new", 3, 0, "holds")])
    assert page.read() == {"something new": (3, 0)}
