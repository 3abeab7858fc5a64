"""Proving anchors against the original text. The original here is made up."""

from pathlib import Path

import pytest
from cq_tui.archive.check import problems_of
from cq_tui.archive.originals import Original, check_anchors, load
from cq_tui.archive.problem import ArchiveError
from cq_tui.archive.read import Archive, read
from cq_tui.kinds.passages import Passage
from cq_tui.store.store import Store
from cq_tui.store.views.detail import Heading, Quote, detail

from tests.unit.made import EVENT, PASSAGE, SOURCE, write_archive

TEXT = "\n  山上有一座塔。塔高20米！\n\n河边有桥；桥长“300米”。桥上有灯\n \t\nIt opens at nine? Yes.\n"


def _archive(root: Path, anchor: str, paragraph: int = 1) -> Archive:
    passage = PASSAGE.replace("paragraph = 1", f"paragraph = {paragraph}")
    return read(write_archive(root, events=EVENT, seeds=f'{SOURCE}{passage}anchor = "{anchor}"\n'))


def _original(root: Path, name: str = "paper.txt", text: str = TEXT) -> Path:
    path = root / name
    path.write_text(text, "utf-8")
    return path


def _problems(root: Path, anchor: str, paragraph: int) -> list[str]:
    archive = _archive(root, anchor, paragraph)
    return [str(problem) for problem in problems_of(archive, load(archive, _original(root)))]


def test_paragraphs_are_the_lines_that_are_not_empty(tmp_path: Path) -> None:
    original = load(_archive(tmp_path, "塔"), _original(tmp_path))["paper"]
    assert original.paragraphs == (
        "山上有一座塔。塔高20米！",
        "河边有桥；桥长“300米”。桥上有灯",
        "It opens at nine? Yes.",
    )
    assert [original.paragraph(number) for number in (0, 4)] == [None, None]


@pytest.mark.parametrize(("anchor", "paragraph"), [("塔高20米", 1), ("300米", 2), ("桥上有灯", 2), ("nine", 3)])
def test_an_anchor_in_its_paragraph_is_proven(tmp_path: Path, anchor: str, paragraph: int) -> None:
    assert _problems(tmp_path, anchor, paragraph) == []


def test_an_anchor_in_another_paragraph_is_told_where_it_stands(tmp_path: Path) -> None:
    assert _problems(tmp_path, "300米", 1) == [
        'seeds/paper.toml:12: anchor: "300米" does not stand in paragraph 1. It stands in 2.'
    ]


def test_an_anchor_that_stands_nowhere(tmp_path: Path) -> None:
    assert _problems(tmp_path, "400米", 2) == ['seeds/paper.toml:12: anchor: "400米" does not stand in paragraph 2.']


def test_a_paragraph_beyond_the_end(tmp_path: Path) -> None:
    assert _problems(tmp_path, "塔", 4) == ["seeds/paper.toml:9: paragraph: the original has only 3 paragraphs"]


def test_without_an_original_nothing_is_proven(tmp_path: Path) -> None:
    assert check_anchors(_archive(tmp_path, "nowhere", 99), {}) == []


@pytest.mark.parametrize(
    ("anchor", "paragraph", "sentence"),
    [
        ("塔", 1, "山上有一座塔。"),
        ("20米", 1, "塔高20米！"),
        ("300米", 2, "桥长“300米”。"),
        ("灯", 2, "桥上有灯"),
        ("opens", 3, "It opens at nine?"),
        ("Yes", 3, "Yes."),
        ("Yes", 1, None),
        ("Yes", 9, None),
    ],
)
def test_sentence_around_an_anchor(tmp_path: Path, anchor: str, paragraph: int, sentence: str | None) -> None:
    archive = _archive(tmp_path, anchor, paragraph)
    (passage,) = archive.records("passages")
    assert isinstance(passage, Passage)
    assert load(archive, _original(tmp_path))["paper"].sentence(passage) == sentence


def test_the_opened_passage_marks_the_anchor_in_the_sentence(tmp_path: Path) -> None:
    archive = _archive(tmp_path, "20米")
    store = Store(archive, load(archive, _original(tmp_path)))
    parts = detail(store, store.kind("passages"), archive.records("passages")[0])
    quote = parts[parts.index(Heading("Original sentence")) + 1]
    assert quote == Quote("塔高20米！", (2, 5))


def test_an_original_in_the_seeds_is_found_by_itself(tmp_path: Path) -> None:
    archive = _archive(tmp_path, "塔")
    (tmp_path / "seeds" / "originals").mkdir()
    _original(tmp_path / "seeds" / "originals")
    assert list(load(archive, None)) == ["paper"]


def test_no_original_at_hand(tmp_path: Path) -> None:
    assert load(_archive(tmp_path, "塔"), None) == {}


def test_a_given_original_may_have_any_name_where_there_is_one_source(tmp_path: Path) -> None:
    assert list(load(_archive(tmp_path, "塔"), _original(tmp_path, "x.txt"))) == ["paper"]


def test_among_several_sources_the_name_tells_which(tmp_path: Path) -> None:
    seeds = SOURCE + SOURCE.replace('"paper"', '"radio"')
    archive = read(write_archive(tmp_path, events=EVENT, seeds=seeds))
    assert list(load(archive, _original(tmp_path, "radio.txt"))) == ["radio"]
    with pytest.raises(ArchiveError, match=r"name it after its source: paper, radio$"):
        load(archive, _original(tmp_path, "x.txt"))


def test_an_original_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"can't be read: No such file or directory$"):
        load(_archive(tmp_path, "塔"), tmp_path / "nowhere.txt")


def test_an_original_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes("塔".encode("gb18030"))
    with pytest.raises(ArchiveError, match=r"is not UTF-8; save it as UTF-8$"):
        load(_archive(tmp_path, "塔"), path)


def test_control_characters_of_an_original_are_made_visible(tmp_path: Path) -> None:
    archive = _archive(tmp_path, "塔")
    original = load(archive, _original(tmp_path, text="a\x1b[31m塔\u202e。\n"))["paper"]
    assert original == Original("paper", ("a\ufffd[31m塔\ufffd。",))


def test_a_record_shows_the_original_sentences_that_it_rests_on(tmp_path: Path) -> None:
    _archive(tmp_path, "20米")
    event = EVENT + 'cites = ["p1"]\n'
    archive = read(write_archive(tmp_path, events=event))
    store = Store(archive, load(archive, _original(tmp_path)))
    parts = detail(store, store.kind("events"), archive.records("events")[0])
    assert parts[-2:] == [Quote("It opens."), Quote("塔高20米！", (2, 5))]
