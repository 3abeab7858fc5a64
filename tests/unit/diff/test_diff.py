"""``cq-tui diff``: records, fields and sums of two editions of an archive."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.unit.conftest import Run
from tests.unit.made import EVENT, write_archive

BRIDGE = """
[[deals]]
id = "bridge"
event = "fair"
title = { en = "A bridge" }
instrument = "investment"
amount = 30_000_000
currency = "CNY"
stage = "signed"
"""


def _edition(root: Path, deals: str, **more: str) -> Path:
    write_archive(root, events=EVENT, deals=deals, **more)
    return root


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    return _edition(tmp_path / "old", BRIDGE)


def _later(tmp_path: Path, deals: str, **more: str) -> Path:
    return _edition(tmp_path / "new", deals, **more)


def test_what_says_the_same_is_said_to_be_so_whatever_its_order(tmp_path: Path, run: Run) -> None:
    both = [BRIDGE, BRIDGE.replace("bridge", "tunnel")]
    one, other = _edition(tmp_path / "old", "".join(both)), _later(tmp_path, "".join(reversed(both)))
    found = run("diff", one, other)
    assert (found.code, found.out, found.err) == (0, "", "The two say the same.\n")


def test_a_cancelled_deal_is_told_with_its_field_and_leaves_the_sums(bridge: Path, tmp_path: Path, run: Run) -> None:
    new = _later(tmp_path, BRIDGE.replace('"signed"', '"cancelled"'))
    assert run("diff", bridge, new).out.splitlines() == [
        "Deals: 1 changed",
        "* bridge  A bridge",
        "    Stage: signed -> cancelled",
        "  Sum of investment: CNY 30 m (1) -> nothing",
        "  nothing left out -> left out: 1 cancelled (investment CNY 30 m)",
    ]


def test_records_that_came_in_and_went_are_told_with_both_sums(bridge: Path, tmp_path: Path, run: Run) -> None:
    tunnel = BRIDGE.replace("bridge", "tunnel").replace("30_000", "50_000")
    assert run("diff", bridge, _later(tmp_path, tunnel)).out.splitlines() == [
        "Deals: 1 added, 1 gone",
        "- bridge  A bridge",
        "+ tunnel  A tunnel",
        "  Sum of investment: CNY 30 m (1) -> CNY 50 m (1)",
    ]


def test_a_change_that_the_words_don_t_show_is_told_as_files_spell_it(bridge: Path, tmp_path: Path, run: Run) -> None:
    new = _later(tmp_path, BRIDGE.replace('en = "A bridge"', 'zh = "桥", en = "A bridge"'))
    assert run("diff", bridge, new).out.splitlines()[2:] == ["    Deal: A bridge -> 桥 / A bridge"]


def test_no_digit_of_an_amount_is_lost(bridge: Path, tmp_path: Path, run: Run) -> None:
    new = _later(tmp_path, BRIDGE.replace("30_000_000", "30_000_000.01"))
    assert "    Amount: CNY 30 m -> CNY 30.00000001 m" in run("diff", bridge, new).out


def test_a_field_of_only_one_edition_is_a_change_where_it_says_something(
    bridge: Path, tmp_path: Path, run: Run
) -> None:
    schema = '[fields.deals.jobs]\ntype = "count"\nlabel = { en = "Jobs", zh = "岗位" }\n'
    new = _later(tmp_path, BRIDGE + "jobs = 40\n", schema=schema)
    assert run("diff", bridge, new).out.splitlines()[2] == "    Jobs: nothing -> 40"
    assert run("diff", new, bridge).out.splitlines()[2] == "    Jobs: 40 -> nothing"
    assert run("diff", bridge, _later(tmp_path, BRIDGE, schema=schema)).err == "The two say the same.\n"


def test_a_table_file_says_the_same_as_the_records_it_was_made_from(copy_of_archive: Path, run: Run) -> None:
    before = copy_of_archive.parent / "before"
    copy_of_archive.rename(before)
    write_archive(copy_of_archive)
    for file in before.rglob("*.toml"):
        kept = copy_of_archive / file.relative_to(before)
        if file.name != "deals.toml":
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(file.read_bytes())
    table = copy_of_archive / "data" / "deals.csv"
    assert run("export", "deals", "--archive", before, "--raw", "--output", table).code == 0
    found = run("diff", before, copy_of_archive)
    assert (found.code, found.out) == (0, "")
    assert found.err.endswith("The two say the same.\n")


def test_json_holds_whole_records_fields_and_sums(bridge: Path, tmp_path: Path, run: Run) -> None:
    tunnel = BRIDGE.replace("bridge", "tunnel")
    new = _later(tmp_path, BRIDGE.replace("30_000_000", "20_000_000.5") + tunnel)
    found = json.loads(run("diff", bridge, new, "--json").out)
    deals = found["kinds"]["deals"]
    assert (found["old"], found["new"], list(found["kinds"])) == (str(bridge), str(new), ["deals"])
    assert [one["id"] for one in deals["added"]] == ["tunnel"]
    assert (
        deals["added"][0]["title"] == {"zh": None, "en": "A tunnel"} or deals["added"][0]["title"]["en"] == "A tunnel"
    )
    assert deals["changed"] == [{"id": "bridge", "fields": {"amount": {"old": 30_000_000, "new": 20_000_000.5}}}]
    assert (deals["gone"], deals["same"]) == ([], 0)
    assert deals["sums"] == [
        {
            "money": "investment",
            "currency": "CNY",
            "old": {"amount": 30_000_000, "count": 1, "inexact": False},
            "new": {"amount": 50_000_000.5, "count": 2, "inexact": False},
        }
    ]


def test_one_kind_is_compared_alone(bridge: Path, tmp_path: Path, run: Run) -> None:
    new = _edition(tmp_path / "new", BRIDGE.replace('"signed"', '"planned"'))
    assert run("diff", bridge, new, "--kind", "events").err == "The two say the same.\n"
    wrong = run("diff", bridge, new, "--kind", "deal")
    assert (wrong.code, wrong.err) == (2, "cq-tui: There is no kind deal. Did you mean deals?\n")


def test_text_of_a_stranger_brings_no_control_byte(bridge: Path, tmp_path: Path, run: Run) -> None:
    new = _later(tmp_path, BRIDGE.replace('"A bridge"', '"\\u001b[31mred"'))
    assert "\x1b" not in run("diff", bridge, new).out


def test_what_is_no_archive_is_one_line(bridge: Path, tmp_path: Path, run: Run) -> None:
    assert run("diff", bridge, tmp_path / "none").err.startswith(f"cq-tui: {tmp_path / 'none'}")
    bad = run("diff", bridge, _later(tmp_path, BRIDGE.replace('"signed"', '"sined"')))
    assert (bad.code, bad.out) == (1, "")
    assert "sined" in bad.err


class TestRevisions:
    """Editions out of a git repository, which stays as it is."""

    @pytest.fixture
    def repository(self, bridge: Path, tmp_path: Path) -> Path:
        above = tmp_path / "home with blanks"
        above.mkdir()
        archive = above / "old"
        bridge.rename(archive)
        self._git(above, "init", "--quiet")
        self._commit(above)
        deals = archive / "data" / "deals.toml"
        deals.write_text(deals.read_text("utf-8").replace('"signed"', '"started"'), "utf-8")
        self._commit(above)
        return archive

    def _git(self, folder: Path, *words: str) -> None:
        settings = ["-c", "user.name=Made", "-c", "user.email=made@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", "-C", folder, *settings, *words], check=True)

    def _commit(self, folder: Path) -> None:
        self._git(folder, "add", "--all")
        self._git(folder, "commit", "--quiet", "--message", "An edition")

    def test_a_folder_at_a_revision_is_compared_with_the_folder(self, repository: Path, run: Run) -> None:
        (repository / "data" / "deals.toml").write_text(BRIDGE.replace('"signed"', '"operating"'), "utf-8")
        assert "    Stage: started -> operating" in run("diff", f"{repository}@HEAD", repository).out
        assert "    Stage: signed -> started" in run("diff", f"{repository}@HEAD~1", f"{repository}@HEAD").out
        status = subprocess.run(["git", "-C", repository, "status", "--porcelain"], capture_output=True, check=True)
        assert status.stdout == b" M old/data/deals.toml\n"

    @pytest.mark.parametrize("revision", ["nowhere", "--output=x", ""])
    def test_a_revision_that_is_not_there_is_one_line(self, repository: Path, run: Run, revision: str) -> None:
        found = run("diff", f"{repository}@{revision}", repository)
        assert (found.code, found.out, found.err.count("\n")) == (1, "", 1)
        assert found.err.startswith("cq-tui: ")

    def test_a_revision_without_an_archive_says_so(self, repository: Path, run: Run) -> None:
        found = run("diff", f"{repository.parent}@HEAD", repository)
        assert "has no folder data/ in revision HEAD" in found.err

    def test_nothing_is_left_behind(
        self, repository: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        temporary = tmp_path / "temporary"
        temporary.mkdir()
        monkeypatch.setattr("tempfile.tempdir", str(temporary))
        assert run("diff", f"{repository}@HEAD~1", repository).code == 0
        assert list(temporary.iterdir()) == []

    def test_a_link_in_a_revision_leads_nowhere(self, repository: Path, tmp_path: Path, run: Run) -> None:
        outside = tmp_path / "outside.toml"
        outside.write_text("[[deals]]\n", "utf-8")
        (repository / "data" / "linked.toml").symlink_to(outside)
        self._commit(repository.parent)
        assert run("diff", f"{repository}@HEAD", f"{repository}@HEAD~1").err == "The two say the same.\n"

    def test_a_folder_whose_name_has_an_at_is_a_folder(self, bridge: Path, tmp_path: Path, run: Run) -> None:
        new = tmp_path / "me@home"
        bridge.rename(new)
        assert run("diff", new, new).err == "The two say the same.\n"


def test_secure_mode_compares_nothing(bridge: Path, run: Run) -> None:
    found = run("--secure", "diff", bridge, bridge)
    assert (found.code, found.out) == (2, "")
