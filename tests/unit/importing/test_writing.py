"""What an import leaves behind: counts that add up, the same bytes again, and an archive as it was when it fails."""

import os
import re
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing import importer, writing
from cq_tui.importing.convert import convert_rows
from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.store.store import Store
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.shipped import kinds
from tests.unit.conftest import Ran, Run
from tests.unit.importing.conftest import EVENT, hashes, quiet, rows_of, sheet

Bring = Callable[..., Ran]
LIST = """Project,Investor,Amount (EUR m),Country,Type
Mill,Aa GmbH,12,Germany,investment
Mine,"Bb S.p.A., Milano",n/a,Italy,investment
,,7,Italy,investment
Line,AA gmbh,0.5,Germany,fund
"""
"""Three deals, and a row without what a deal can't be without."""
FOLDER = "data/fair-deals-list"


def test_it_writes_records_organisations_passages_the_source_and_what_was_refused(
    bring: Bring, archive: Path, tmp_path: Path
) -> None:
    path = sheet(tmp_path / "list.csv", LIST)
    ran = bring(path)
    assert (ran.code, ran.out) == (0, "")
    assert "4 rows: 3 accepted, 1 refused" in ran.err
    deals = rows_of(archive / FOLDER / "deals.csv")
    assert [row["id"] for row in deals] == ["mill", "mine", "line"]
    assert [row["amount"] for row in deals] == ["12000000", "", "500000"]
    assert deals[0]["parties"] == "aa:investor"
    organisations = rows_of(archive / FOLDER / "organisations.csv")
    assert [(row["id"], row["name_en"], row["aliases"]) for row in organisations] == [
        ("aa", "Aa GmbH", "AA gmbh"),
        ("bb-spa-milano", "Bb S.p.A., Milano", ""),
    ]
    assert organisations[0]["note_en"] == "Taken from the list list.csv; its type is read from its name."
    passages = rows_of(archive / FOLDER / "passages.csv")
    assert [(row["id"], row["paragraph"], row["section_en"]) for row in passages] == [
        (f"fair-deals-list-r{number}", str(number), "list.csv") for number in (2, 3, 5)
    ]
    assert passages[0]["words_en"] == (
        "Project: Mill; Investor: Aa GmbH; Amount (EUR m): 12; Country: Germany; Type: investment"
    )
    source = tomllib.loads((archive / "seeds" / "fair-deals-list.toml").read_text("utf-8"))["sources"][0]
    assert source["sha256"] == hashes(tmp_path)["list.csv"]
    refused = rows_of(archive / "imports" / "fair-deals-list" / "refused.csv")
    assert [(row["Investor"], row["row"], row["reason"]) for row in refused] == [
        ("", "4", "Project: is missing; every deal needs it")
    ]


def test_a_second_run_changes_no_byte(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", LIST)
    bring(path)
    before = hashes(archive)
    ran = bring(path)
    assert (ran.code, hashes(archive)) == (0, before)
    assert "All of it is in the archive already; no file was changed." in ran.err
    assert (bring(path, "--force").code, hashes(archive)) == (0, before)


def test_a_second_run_works_where_the_archive_needs_what_the_first_one_wrote(
    bring: Bring, archive: Path, tmp_path: Path
) -> None:
    path = sheet(tmp_path / "list.csv", LIST)
    bring(path)
    made = rows_of(archive / "data" / "fair-deals-list" / "organisations.csv")[0]["id"]
    daughter = f'[[organisations]]\nid = "a"\ntype = "company"\nname = {{ en = "Daughter" }}\nparent = "{made}"\n'
    with (archive / "data" / "organisations.toml").open("a", encoding="utf-8") as file:
        file.write(daughter)
    before = hashes(archive)
    ran = bring(path)
    assert (ran.code, hashes(archive)) == (0, before), ran.err


def test_what_was_spoilt_by_hand_is_made_anew_when_asked(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", LIST)
    bring(path)
    before = hashes(archive)
    deals = archive / "data" / "fair-deals-list" / "deals.csv"
    deals.write_text(deals.read_text("utf-8").replace("fair", "no-such-event"), "utf-8")
    ran = bring(path)
    assert (ran.code, "--force replaces it." in ran.err) == (1, True)
    assert (bring(path, "--force").code, hashes(archive)) == (0, before)


def test_a_dry_run_writes_the_mapping_and_nothing_else(bring: Bring, archive: Path, tmp_path: Path) -> None:
    before = hashes(archive)
    ran = bring(sheet(tmp_path / "list.csv", LIST), "--dry-run")
    assert tomllib.loads(ran.out[: ran.out.index("row 4")])["deals"][0]["id"] == "mill"
    assert "row 4: Project: is missing; every deal needs it\n" in ran.out
    assert set(hashes(archive)) - set(before) == {"imports/fair-deals-list/MAP.toml"}


def test_a_changed_list_is_not_taken_over_unasked(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", LIST)
    bring(path)
    before = hashes(archive)
    sheet(path, LIST.replace("\n,", "\nPort,"))
    ran = bring(path)
    assert (ran.code, hashes(archive)) == (1, before)
    assert f"{FOLDER} is there already, from other content or another mapping. --force replaces it." in ran.err
    assert bring(path, "--force").code == 0
    assert len(rows_of(archive / FOLDER / "deals.csv")) == 4
    assert not (archive / "imports" / "fair-deals-list" / "refused.csv").exists()


def test_an_edited_mapping_is_read_and_kept(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", LIST)
    bring(path, "--dry-run")
    saved = archive / "imports" / "fair-deals-list" / "MAP.toml"
    edited = saved.read_text("utf-8").replace('unit = "m"', 'unit = "bn"  # by the author')
    saved.write_text(edited, "utf-8")
    ran = bring(path)
    assert f"The mapping is read from {saved}." in ran.err
    assert rows_of(archive / FOLDER / "deals.csv")[0]["amount"] == "12000000000"
    assert saved.read_text("utf-8") == edited


_FULL = OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("again", "step", "error"),
    [
        *((False, step, error) for step in (1, 2, 3, 5, 7) for error in (KeyboardInterrupt(), _FULL)),
        *((True, step, (KeyboardInterrupt(), _FULL)[step % 2]) for step in (1, 2, 3, 5, 7)),
        (True, 7, KeyboardInterrupt()),
    ],
)
def test_an_interrupted_import_leaves_the_archive_as_it_was(
    bring: Bring, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, again: bool, step: int,
    error: BaseException,
) -> None:  # fmt: skip
    """A full disk, or Ctrl+C, at a rename: of the scratch folder, the journal, what is put aside and in its place."""
    monkeypatch.setenv("CQ_TUI_DISK_MB", "0")  # the engine does without a folder of its own where it can make none
    path = sheet(tmp_path / "list.csv", LIST)
    if again:
        bring(path)
        sheet(path, LIST.replace("\n,", "\nPort,"))
    before = hashes(archive)
    rename, numbers = os.rename, count(1)

    def failing(source: str, target: str) -> None:
        if next(numbers) == step:
            monkeypatch.setattr(os, "rename", rename)
            raise error
        rename(source, target)

    monkeypatch.setattr(os, "rename", failing)
    ran = bring(path, "--force")
    assert ran.code == (130 if isinstance(error, KeyboardInterrupt) else 1)
    assert "the disk is full" in ran.err or isinstance(error, KeyboardInterrupt)
    assert hashes(archive) == before
    assert not (archive / FOLDER).exists() or again


def test_two_imports_at_once_are_one_after_the_other(run: Run, archive: Path, tmp_path: Path) -> None:
    """Both name a new organisation, which is new for one of them alone."""
    lists = [sheet(tmp_path / f"{name}.csv", LIST.replace("Mill", name)) for name in ("one", "two")]
    command = [sys.executable, "-m", "cq_tui", "--lang", "en", "import", "--event", "fair", "--into", archive]
    processes = [subprocess.Popen([*command, path], stderr=subprocess.PIPE, text=True) for path in lists]
    said = [process.communicate(timeout=120)[1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0], said
    assert [len(rows_of(archive / f"data/fair-deals-{name}/deals.csv")) for name in ("one", "two")] == [3, 3]
    assert run("check", archive).code == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_takes_the_temporary_files_along(archive: Path, tmp_path: Path, number: signal.Signals) -> None:
    rows = "".join(f"Mill {n},Aa {n} GmbH,12,Germany,fund\n" for n in range(60_000))
    path = sheet(tmp_path / "list.csv", LIST.splitlines()[0] + "\n" + rows)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    before = hashes(archive)
    command = [sys.executable, "-m", "cq_tui", "import", "--event", "fair", "--into", archive, path]
    environment = {**os.environ, "TMPDIR": str(temporary)}
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
        while not list(temporary.glob("cq-tui-*")):
            assert process.poll() is None
            os.sched_yield()
        process.send_signal(number)
        assert process.wait(60) == 128 + number
    assert os.listdir(temporary) == []
    assert hashes(archive) == before
    assert sorted(os.listdir(archive)) == ["data", "seeds"]


def test_what_another_changed_meanwhile_is_not_written_over(archive: Path, tmp_path: Path) -> None:
    """A list that was looked at in an archive that is another one by now."""
    path = sheet(tmp_path / "list.csv", LIST)
    prepared = prepare(Store(read(archive)), path, kinds()["deals"], "fair")
    (archive / "data" / "deals.toml").write_text("", "utf-8")
    before = hashes(archive)
    with importer.converting(prepared, quiet) as found, pytest.raises(ImportProblem, match="has changed since"):
        writing.write(found)
    assert hashes(archive) == before


def test_interrupting_while_values_are_converted_leaves_nothing(
    bring: Bring, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_whatever: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(convert_rows, "_apply", interrupted)
    before = hashes(archive)
    assert bring(sheet(tmp_path / "list.csv", LIST)).code == 130
    assert hashes(archive) == before


_CELL = st.one_of(
    st.sampled_from(
        ["", "A", "B", "fund", "investment", "12", "1,5", "much", "合计", "Germany", "2025-01-01", "=A1", "n/a"]
    ),
    st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0\r\n"), max_size=8),
)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=st.lists(st.lists(_CELL, min_size=5, max_size=5), max_size=12))
def test_accepted_and_refused_are_all_rows(tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]) -> None:
    root = tmp_path_factory.mktemp("any")
    (root / "data").mkdir()
    (root / "data" / "events.toml").write_text(EVENT, "utf-8")
    lines = [["Project", "Investor", "Amount (EUR)", "Country", "Type"], *rows]
    text = "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in lines)
    path = sheet(root / "any.csv", text)
    mapping = sheet(root / "MAP.toml", """[title]\ncolumn = "Project"\n[instrument]\ncolumn = "Type"
[parties]\ninvestor = "Investor"\n[amount]\ncolumn = "Amount (EUR)"\ncurrency = "EUR"\n[countries]\ncolumn = "Country"
""")  # fmt: skip
    prepared = prepare(Store(read(root)), path, kinds()["deals"], "fair", mapping)
    with importer.converting(prepared, quiet) as found:
        counts = found.counts
        if counts.accepted:
            writing.write(found)
        else:
            with pytest.raises(ImportProblem, match="no row is accepted"):
                writing.write(found)
    blank = [row for row in rows if not any(cell.strip(" \t\r\n\u00a0\u3000") for cell in row)]
    assert counts.lines == len(rows) + 1
    assert counts.rows == len(rows) - len(blank) == counts.accepted + counts.refused + counts.aside
    folder = root / "imports/fair-deals-any"
    deals, refused = rows_in(root / FOLDER.replace("list", "any") / "deals.csv"), rows_in(folder / "refused.csv")
    assert len(deals) == counts.accepted
    assert len(refused) == (counts.refused + counts.aside if deals else 0)
    remarked = {row["row"] for row in rows_in(folder / "remarks.csv")}
    assert len(remarked) == counts.remarked == sum(row["note_en"].startswith("Not read: ") for row in deals)


def rows_in(path: Path) -> list[dict[str, str]]:
    """The rows of a file; none where there is no file."""
    return rows_of(path) if path.exists() else []


def test_new_makes_an_archive_that_passes_check(run: Run, tmp_path: Path) -> None:
    root = tmp_path / "my-fairs"
    assert run("new", root).code == 0
    checked = run("check", root)
    assert (checked.code, checked.out) == (0, "")
    assert tomllib.loads((root / "data" / "events.toml").read_text("utf-8"))["events"][0]["id"] == "my-fairs"
    for kind in kinds().values():
        folder = "seeds/sources.toml" if kind.name in ("sources", "passages") else f"data/{kind.name}.toml"
        text = (root / folder).read_text("utf-8")
        assert text.startswith("#:schema ../schema.json\n")
        assert [field.name for field in kind.fields if f"{field.label.zh} · {field.label.en}" not in text] == []


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_a_new_archive_s_examples_are_toml(run: Run, tmp_path: Path, kind: str) -> None:
    run("new", tmp_path / "new")
    name = "seeds/sources.toml" if kind in ("sources", "passages") else f"data/{kind}.toml"
    lines = (tmp_path / "new" / name).read_text("utf-8").splitlines()
    plain = [line.removeprefix("# ") for line in lines]
    taken = [line for line in plain if re.match(r"\[\[\w+\]\]$|\w+ = ", line)]
    assert set(tomllib.loads("\n".join(taken))) <= set(kinds())


def test_new_overwrites_nothing(run: Run, archive: Path) -> None:
    before = hashes(archive)
    ran = run("new", archive)
    assert (ran.code, hashes(archive)) == (1, before)
    assert f"{archive} is there already and is not empty; name a new folder." in ran.err


def test_what_was_exported_is_read_back_with_its_roles(run: Run, bring: Bring, archive: Path, tmp_path: Path) -> None:
    bring(sheet(tmp_path / "list.csv", LIST))
    exported = tmp_path / "again.csv"
    assert run("export", "deals", "--archive", archive, "--output", exported).code == 0
    second = tmp_path / "second"
    (second / "data").mkdir(parents=True)
    (second / "data" / "events.toml").write_text(EVENT, "utf-8")
    known = archive / FOLDER / "organisations.csv"
    (second / "data" / "organisations.csv").write_text(
        re.sub("fair-deals-list-r.", "", known.read_text("utf-8")), "utf-8"
    )
    ran = run("import", exported, "--event", "fair", "--into", second)
    assert "3 rows: 3 accepted, 0 refused" in ran.err
    before, after = (
        rows_of(path) for path in (archive / FOLDER / "deals.csv", second / "data/fair-deals-again/deals.csv")
    )
    assert (
        [row["parties"] for row in after]
        == [row["parties"] for row in before]
        == ["aa:investor", "bb-spa-milano:investor", "aa:investor"]
    )
    assert not (second / "data/fair-deals-again/organisations.csv").exists()
