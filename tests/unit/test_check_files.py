"""Files that are wrong as a whole, and folders that are no archive. All data here is made up."""

from pathlib import Path

import pytest
from cq_tui.archive.problem import ArchiveError
from cq_tui.archive.read import read
from cq_tui.files.text import largest_file

from tests import rights
from tests.unit.made import DEAL, EVENT, problems, read_checked, write_archive


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[deals]]\nid = \n", "data/deals.toml:2: is not TOML: "),
        ("[[deals]]\nid = 'a'\nid = 'b'\n", "data/deals.toml:3: is not TOML: "),
        ("[[deals]\n", "data/deals.toml:1: is not TOML: "),
        ("a b\n", "data/deals.toml:1: is not TOML: "),
        ('[[deals]]\nid = "a', "data/deals.toml:2: is not TOML: "),
    ],
)
def test_not_toml(tmp_path: Path, text: str, expected: str) -> None:
    (problem,) = problems(tmp_path, deals=text)
    assert problem.startswith(expected)


def test_not_utf_8(tmp_path: Path) -> None:
    gbk = b'# made\n[[deals]]\nid = "\xd6\xd8\xc7\xec"\n'
    assert problems(tmp_path, deals=gbk) == ["data/deals.toml:3: is not UTF-8; save it as UTF-8"]


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    assert problems(tmp_path, deals=b"\xef\xbb\xbf" + DEAL.replace("\n", "\r\n").encode()) == []


def test_lines_count_alike_with_windows_line_ends(tmp_path: Path) -> None:
    text = (DEAL + "countable = 1\n").replace("\n", "\r\n")
    assert problems(tmp_path, deals=text) == ["data/deals.toml:6: countable: 1 is not true or false"]


def test_an_empty_file_is_fine(tmp_path: Path) -> None:
    assert problems(tmp_path, deals="") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('title = "x"\n', "title: is not a kind."),
        ("[[deal]]\nid = 'x'\n", "deal: is not a kind. Did you mean deals?"),
        ("[[speakers]]\nid = 'x'\n", "speakers: does not belong here; it goes into speakers.toml"),
        ("[deals]\nid = 'x'\n", "deals: must be a list of tables; write [[deals]] over each"),
        ("deals = [1, 2]\n", "deals: must be a list of tables; write [[deals]] over each"),
        ('deals = "none"\n', "deals: must be a list of tables; write [[deals]] over each"),
    ],
)
def test_what_a_file_may_hold(tmp_path: Path, text: str, expected: str) -> None:
    assert problems(tmp_path, deals="# made\n" + text) == [f"data/deals.toml:2: {expected}"]


def test_the_name_of_the_file_says_its_kind(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, fund=DEAL)
    assert problem == "data/fund.toml:1: deals: does not belong here; it goes into deals.toml"


def test_seeds_hold_sources_and_passages_only(tmp_path: Path) -> None:
    assert problems(tmp_path, seeds=DEAL) == [
        "seeds/paper.toml:1: deals: does not belong here; it goes into deals.toml"
    ]


def test_passages_do_not_belong_in_another_kind_s_file(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, deals="[[passages]]\nid = 'x'\n")
    assert problem.startswith("data/deals.toml:1: passages: does not belong here")


def test_a_folder_an_event_may_hold_files_too(tmp_path: Path) -> None:
    root = write_archive(tmp_path, events=EVENT)
    (root / "data" / "fair").mkdir()
    (root / "data" / "fair" / "deals.toml").write_text(DEAL + "countable = 1\n", "utf-8")
    assert [str(p) for p in read_checked(root)[1]] == ["data/fair/deals.toml:6: countable: 1 is not true or false"]


@pytest.mark.parametrize(
    "text",
    [
        "deals = " + "[" * 5000 + "]" * 5000,
        "deals = " + "{ a = " * 3000 + "1" + " }" * 3000,
        DEAL + f"amount = {'9' * 5000}\n",
        DEAL + f"amount = 1e{'9' * 40}\ncurrency = 'CNY'\n",
        DEAL + f"{'.'.join('a' * 1000)} = 1\n",
        DEAL + f"[{'.'.join('a' * 1000)}]\n",
    ],
    ids=["lists", "tables", "digits", "exponent", "dotted-key", "dotted-table"],
)
def test_hostile_depth_and_length_are_clean_problems(tmp_path: Path, text: str) -> None:
    (problem,) = problems(tmp_path, deals=text)
    assert problem.startswith("data/deals.toml:")
    assert len(problem) < 200


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    root = write_archive(tmp_path, events=EVENT)
    with (root / "data" / "deals.toml").open("wb") as file:
        file.truncate(largest_file() + 1)
    assert [str(p) for p in read_checked(root)[1]] == [
        "data/deals.toml: is larger than 16 MB, which CQ_TUI_LARGEST_MB can raise"
    ]


def test_what_is_read_can_be_bounded_otherwise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_archive(tmp_path, events=EVENT)
    with (root / "data" / "deals.toml").open("wb") as file:
        file.truncate(largest_file() + 1)
    monkeypatch.setenv("CQ_TUI_LARGEST_MB", "17")
    assert "larger" not in str(read_checked(root)[1])


def test_a_folder_named_like_a_file_can_t_be_read(tmp_path: Path) -> None:
    root = write_archive(tmp_path, events=EVENT)
    (root / "data" / "deals.toml").mkdir()
    assert [str(p) for p in read_checked(root)[1]] == ["data/deals.toml: can't be read: it is a folder"]


def test_a_dangling_symlink_can_t_be_read(tmp_path: Path) -> None:
    root = write_archive(tmp_path, events=EVENT)
    (root / "data" / "deals.toml").symlink_to("nowhere")
    assert [str(p) for p in read_checked(root)[1]] == ["data/deals.toml: can't be read: No such file or directory"]


def test_a_file_without_permission_can_t_be_read(tmp_path: Path) -> None:
    root = write_archive(tmp_path, events=EVENT, deals=DEAL)
    (root / "data" / "deals.toml").chmod(0)
    with rights.of_an_owner():
        found = read_checked(root)[1]
    assert [str(problem) for problem in found] == ["data/deals.toml: can't be read: Permission denied"]


def test_a_missing_folder_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"/nowhere: there is no such folder$"):
        read(tmp_path / "nowhere")


def test_a_file_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(ArchiveError, match=r"/file: there is no such folder$"):
        read(tmp_path / "file")


def test_a_folder_without_data_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"is not an archive; an archive has a folder data/$"):
        read(tmp_path)


def test_a_folder_without_seeds_is_an_archive(tmp_path: Path) -> None:
    assert [record.id for record in read(write_archive(tmp_path, events=EVENT)).records("events")] == ["fair"]
