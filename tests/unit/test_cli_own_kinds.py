"""The commands on an archive that declares kinds of its own; all of it is made up."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.unit.conftest import Run
from tests.unit.made_kinds import SCHEMA_TOML, declaring_archive


@pytest.fixture
def fair(tmp_path: Path) -> Path:
    return declaring_archive(tmp_path / "fair")


def test_list_show_and_export(run: Run, fair: Path) -> None:
    listed = run("list", "exhibitors", "--filter", "area:tools", "--archive", fair)
    assert listed.out.splitlines()[1].split() == "Bb at the fair Bb Works Tools 30,000 - - -".split()
    assert listed.err == "1 of 3  fee 30,000\n"
    assert "Holder: Aa at the fair  [exhibitors aa-at-the-fair]" in run("show", "booths", "a1", "--archive", fair).out
    exported = run("export", "booths", "--archive", fair).out
    assert exported == "id,number,holder,note_zh,note_en,cites\na1,A 1,aa-at-the-fair,,,\na2,A 2,,,,\n"
    assert run("check", fair).err == "16 records read, no problem\n"


@pytest.mark.parametrize("command", ["list", "export", "schema"])
def test_a_kind_that_is_none_is_told_with_the_nearest(run: Run, fair: Path, command: str) -> None:
    ran = run(command, "exhibitor", "--archive", fair)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "cq-tui: There is no kind exhibitor. Did you mean exhibitors?\n"
    assert run(command, "exhibitors").code == 2, "the shipped archive has no such kind"


def test_a_data_file_of_a_kind_that_is_declared_no_more_is_a_problem(run: Run, fair: Path) -> None:
    schema = fair / "data" / "schema.toml"
    schema.write_text(schema.read_text("utf-8").replace("[kinds.grants]", "[kinds.tours]"), "utf-8")
    (fair / "data" / "grants.toml").write_text('[[grants]]\nid = "a"\n')
    (fair / "data" / "more").mkdir()
    (fair / "data" / "more" / "grants.csv").write_text("id,name_en\n")
    ran = run("check", fair)
    assert ran.code == 1
    assert ran.out == (
        "data/grants.toml:1: grants: is not a kind. Did you mean routes? data/schema.toml can declare it.\n"
        "data/more/grants.csv: is not named after a kind. Did you mean routes? data/schema.toml can declare it.\n"
    )


def test_schema_and_completion_describe_the_archive(run: Run, fair: Path) -> None:
    found = json.loads(run("schema", "booths", "--archive", fair).out)
    assert list(found["properties"]) == ["booths"]
    assert {"exhibitors", "halls"} <= set(json.loads(run("schema", "--archive", fair).out)["properties"])
    columns = [
        one["name"] for one in json.loads(run("schema", "exhibitors", "--table", "--archive", fair).out)["fields"]
    ]
    assert columns[:5] == ["id", "name_zh", "name_en", "event", "org"]
    script = run("completion", "bash", "--archive", fair).out
    assert "exhibitors) _cq_tui_choose 'id: name: event: org: area: fee: since: goods:" in script
    assert "exhibitors" not in run("completion", "bash").out
    if bash := shutil.which("bash"):
        subprocess.run([bash, "-n"], input=script, text=True, check=True, timeout=20)


def test_a_list_is_imported_and_published(run: Run, fair: Path, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Exhibitor,Organisation,Area\nDd at the fair,Dd Works,Food\n", "utf-8")
    ran = run("import", tmp_path / "list.csv", "--kind", "exhibitors", "--event", "fair", "--into", fair)
    assert "1 row: 1 accepted, 0 refused" in ran.err
    assert "Dd at the fair  Dd Works" in run("list", "exhibitors", "--archive", fair).out
    assert run("publish", tmp_path / "out", "--archive", fair).code == 0
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text("utf-8"))
    assert {"exhibitors", "booths"} <= {one["name"] for one in package["resources"]}
    assert "dd-at-the-fair" in (tmp_path / "out" / "exhibitors.csv").read_text("utf-8")


def test_a_new_archive_takes_what_is_declared_before(run: Run, tmp_path: Path) -> None:
    schema = tmp_path / "fairs" / "data" / "schema.toml"
    schema.parent.mkdir(parents=True)
    schema.write_text(SCHEMA_TOML, "utf-8")
    assert run("new", tmp_path / "fairs").code == 0
    assert schema.read_text("utf-8") == SCHEMA_TOML
    written = (schema.parent / "exhibitors.toml").read_text("utf-8")
    assert '# org = "id"  # 机构 · Organisation: id of organisations' in written
    assert "exhibitors" in json.loads((tmp_path / "fairs" / "schema.json").read_text("utf-8"))["properties"]
    assert run("check", tmp_path / "fairs").err == "1 record read, no problem\n"
    assert run("new", tmp_path / "fairs").err.endswith("is there already and is not empty; name a new folder.\n")


def test_a_new_archive_is_not_made_of_declarations_that_can_t_be(run: Run, tmp_path: Path) -> None:
    schema = tmp_path / "data" / "schema.toml"
    schema.parent.mkdir()
    schema.write_text('[kinds.deals]\nlabel = "Deals"\n', "utf-8")
    ran = run("new", tmp_path)
    assert ran.code == 1
    assert ran.err.startswith("cq-tui: data/schema.toml:1: kinds.deals")
    assert [path.name for path in schema.parent.iterdir()] == ["schema.toml"]


def test_secure_mode_lists_what_its_archive_declares(run: Run, fair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CQ_TUI_ARCHIVE", str(fair))
    monkeypatch.delenv("PYTHONPATH", raising=False)
    assert run("--secure", "list", "booths").out.splitlines()[1].split() == "A 1 Aa at the fair".split()
    assert "exhibitors" in run("--secure", "completion", "bash").out
    assert run("--secure", "schema", "booths", "--archive", fair).code == 2
