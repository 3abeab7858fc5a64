"""``cq-tui publish`` as a command: what it says, what it refuses, how it is completed."""

from pathlib import Path

import pytest

from tests.unit.conftest import Run
from tests.unit.publishing.made import described, rows
from tests.unit.test_cli_errors import one_line


def test_it_writes_nothing_to_stdout_and_tells_what_it_did(run: Run, tmp_path: Path) -> None:
    ran = run("publish", tmp_path / "out")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines() == [
        f"361 rows written to {tmp_path}/out.",
        "No licence is stated in it: --licence says what others may do with it.",
    ]


def test_it_says_what_the_filter_found_and_what_came_along(run: Run, tmp_path: Path) -> None:
    ran = run("publish", tmp_path / "out", "--filter", "country:DE", "--licence", "CC-BY-4.0")
    assert (
        ran.err
        == f"116 rows written to {tmp_path}/out. The filter found 1 of Deals; the others are what those refer to.\n"
    )
    assert sum(one["rows"] for one in described(tmp_path / "out")["resources"] if "rows" in one) == 116


def test_it_speaks_chinese(run: Run, tmp_path: Path) -> None:
    ran = run("publish", tmp_path / "out", "--lang", "zh", "--licence", "CC-BY-4.0", "--filter", "国家：德国")
    assert ran.err == f"116 行已写入 {tmp_path}/out。筛选到项目 1 条，其余为它们引用的记录。\n"


def test_another_kind_can_be_asked_for(run: Run, tmp_path: Path) -> None:
    assert run("publish", tmp_path / "out", "--kind", "speakers", "--filter", "role:keynote").code == 0
    assert {row["role"] for row in rows(tmp_path / "out", "speakers")} == {"keynote"}
    assert run("publish", tmp_path / "all", "--kind", "speakers").code == 0
    assert len(rows(tmp_path / "all", "speakers")) == 13
    assert rows(tmp_path / "all", "deals") == []
    assert described(tmp_path / "all")["selection"] == {"kind": "speakers", "filter": ""}


def test_the_name_is_the_event_s_unless_another_is_given(run: Run, tmp_path: Path) -> None:
    assert run("publish", tmp_path / "a").code == 0
    assert described(tmp_path / "a")["name"] == "european-visit-2025"
    assert run("publish", tmp_path / "b", "--package", "visit-data").code == 0
    assert described(tmp_path / "b")["name"] == "visit-data"


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--filter", "foo:1"], 1, "foo:1: Deals have no field foo."),
        (["--kind", "deal"], 2, "There is no kind deal. Did you mean deals?"),
        (["--package", "No Name"], 2, "--package No Name: a name is small letters, digits and hyphens, 80 at most."),
        (["--licence", ""], 2, "--licence is an identifier such as CC-BY-4.0, or an address, of 200"),
        (["--licence", "a\x1bb"], 2, "--licence is an identifier such as CC-BY-4.0, or an address, of 200"),
        (["--archive", "/nowhere"], 1, "/nowhere: there is no such folder"),
    ],
)  # fmt: skip
def test_what_can_t_be_is_one_line_and_nothing_is_written(
    run: Run, tmp_path: Path, options: list[str], code: int, said: str
) -> None:
    assert one_line(run("publish", tmp_path / "out", *options), code).startswith(said)
    assert list(tmp_path.iterdir()) == []


def test_an_archive_with_problems_is_not_published(run: Run, copy_of_archive: Path, tmp_path: Path) -> None:
    path = copy_of_archive / "data" / "deals.toml"
    path.write_text(path.read_text("utf-8").replace("citic-bank", "nobody", 1), "utf-8")
    assert "nobody" in one_line(run("publish", tmp_path / "out", "--archive", copy_of_archive), 1)
    assert not (tmp_path / "out").exists()


def test_it_is_completed(run: Run) -> None:
    for shell in ("bash", "zsh", "fish"):
        script = run("completion", shell).out
        assert "publish" in script
        assert "datapackage" in script
        assert "--licence" in script or "-l licence" in script
