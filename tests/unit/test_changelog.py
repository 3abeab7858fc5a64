"""The changelog keeps the form of keepachangelog.com, and the program's version goes on from its newest one."""

import datetime
import re
from pathlib import Path

from cq_tui import __version__

PARTS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
LINES = (Path(__file__).parents[2] / "CHANGELOG.md").read_text("utf-8").splitlines()


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")[:3]))


def _released() -> list[tuple[tuple[int, ...], datetime.date]]:
    heads = [line for line in LINES if line.startswith("## ")]
    assert heads[0] == "## [Unreleased]"
    found = [re.fullmatch(r"## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)", head) for head in heads[1:]]
    assert None not in found, heads
    return [(_numbers(one[1]), datetime.date.fromisoformat(one[2])) for one in found if one]


def test_versions_stand_from_the_newest_to_the_oldest() -> None:
    released = _released()
    assert released == sorted(released, reverse=True)
    assert len(dict(released)) == len(released)


def test_each_version_tells_what_was_added_changed_and_so_on_each_once() -> None:
    for version in "\n".join(LINES).split("\n## ")[1:]:
        parts = re.findall("^### (.+)$", version, re.MULTILINE)
        assert set(parts) <= PARTS
        assert len(set(parts)) == len(parts)
        before_parts = version.split("\n### ")[0].splitlines()[1:]
        assert not any(before_parts), "an entry outside of its part"


def test_the_program_is_the_newest_version_or_on_its_way_to_the_next() -> None:
    newest, _day = _released()[0]
    own = re.fullmatch(r"(\d+\.\d+\.\d+)(\.dev\d+)?", __version__)
    assert own
    assert _numbers(own[1]) > newest if own[2] else _numbers(own[1]) == newest


def test_what_is_cited_is_the_newest_version() -> None:
    citation = (Path(__file__).parents[2] / "CITATION.cff").read_text("utf-8")
    told = dict(re.findall(r'^(version|date-released): "([^"]+)"$', citation, re.MULTILINE))
    newest, day = _released()[0]
    assert told == {"version": ".".join(map(str, newest)), "date-released": day.isoformat()}
