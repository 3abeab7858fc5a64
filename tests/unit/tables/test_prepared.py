"""A prepared archive gives what its files give, and is taken only where it holds just that."""

import json
import os
import resource
import shutil
import tempfile
import threading
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from cq_tui import language
from cq_tui.archive.read import shipped
from cq_tui.commands.common import open_store
from cq_tui.query.parse import parse
from cq_tui.schema.record import Record
from cq_tui.store.engine.attach import read_header
from cq_tui.store.engine.errors import QueryError
from cq_tui.store.open_archive import open_archive
from cq_tui.store.prepare_archive import prepare_archive
from cq_tui.store.prepared.lookup import BASIS, NAME
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from hypothesis import HealthCheck, Phase, given, settings

from tests.bench.made_files import made_archive as many_deals
from tests.shipped import kinds
from tests.unit.conftest import Run
from tests.unit.made import EVENT, write_archive
from tests.unit.query.test_query_table import DEALS
from tests.unit.tables.made import TABLE_KINDS, base, store_of
from tests.unit.tables.test_round_trip import exported, made_archives, written

ORDERS = ("amount-desc", "title", "parties")


def _quietly(thread: object, _loading: object) -> None:
    thread.join()  # type: ignore[attr-defined]


def prepare(root: Path) -> None:
    assert prepare_archive(root, _quietly) == []


def anew(root: Path) -> Store:
    return open_archive(root, anew=True).store


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped archive with its deals as CSV and its organisations as Parquet, prepared."""
    root = tmp_path_factory.mktemp("prepared") / "archive"
    shutil.copytree(shipped() / "data", root / "data")
    shutil.copytree(shipped() / "seeds", root / "seeds", ignore=shutil.ignore_patterns("originals"))
    store = open_archive(root).store
    for name, format_ in (("deals", "csv"), ("organisations", "parquet")):
        (root / "data" / f"{name}.{format_}").write_bytes(exported(store, name, format_))
        (root / "data" / f"{name}.toml").unlink()
    prepare(root)
    return root


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One event and one deal, prepared."""
    root = write_archive(tmp_path_factory.mktemp("small") / "archive", events=EVENT)
    deal = "id,title_zh,title_en,event,instrument,amount,currency\nmill,工厂,Mill,fair,investment,75000000000,CNY\n"
    (root / "data" / "deals.csv").write_text(deal, "utf-8")
    prepare(root)
    return root


@pytest.fixture
def copy(small: Path, tmp_path: Path) -> Path:
    """A copy of it to spoil, prepared as a copy is: its files have other inodes."""
    root = tmp_path / "archive"
    shutil.copytree(small, root)
    prepare(root)
    return root


@pytest.fixture
def linked(small: Path, tmp_path: Path) -> Path:
    """The same with the very same data files, so that its prepared file holds: for what spoils that file alone."""
    root = tmp_path / "archive"
    shutil.copytree(small, root, copy_function=os.link)
    (root / NAME).unlink()
    shutil.copy(small / NAME, root)
    return root


def _ids(store: Store, kind: str, text: str, order: str) -> list[str]:
    sort = f" sort:{order}" if order else ""
    return [record.id for record in Selection(store, parse(text + sort, store.schema[kind]))]


def test_the_tables_of_the_file_are_taken(tables: Path) -> None:
    opened = open_archive(tables)
    assert (opened.store.unprepared, opened.problems) == ("", [])
    assert opened.store.ask("SELECT count(*) FROM duckdb_tables() WHERE database_name = 'memory'") == [(0,)]


def test_filters_and_orders_find_the_same(tables: Path) -> None:
    prepared, read = open_archive(tables).store, anew(tables)
    for text, found in DEALS[::8]:
        assert _ids(prepared, "deals", text, "") == _ids(read, "deals", text, ""), text
        assert sorted(_ids(prepared, "deals", text, "")) == sorted(found), text
    for order in ORDERS:
        assert _ids(prepared, "deals", "cq", order) == _ids(read, "deals", "cq", order), order


def test_exports_have_the_same_bytes(tables: Path) -> None:
    prepared, read = open_archive(tables).store, anew(tables)
    for kind, format_ in product(("deals", "organisations", "events"), ("csv", "toml", "parquet", "json")):
        assert exported(prepared, kind, format_) == exported(read, kind, format_), (kind, format_)


@settings(phases=[Phase.explicit, Phase.reuse, Phase.generate], max_examples=1, deadline=None,
          suppress_health_check=list(HealthCheck))  # fmt: skip
@given(made=made_archives)
def test_any_archive_gives_the_same_rows_sums_and_bytes(made: dict[str, list[Record]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = written(Path(folder) / "csv", store_of(base(Path(folder) / "made"), made), "csv")
        prepare(root)
        prepared, read = open_archive(root).store, anew(root)
        assert prepared.unprepared == ""
        assert prepared.totals == read.totals
        assert prepared.itemised == read.itemised
        assert prepared.left_out == read.left_out
        assert prepared.belonging == read.belonging
        for name in TABLE_KINDS:
            assert prepared.records(name) == read.records(name)
            assert exported(prepared, name, "csv") == exported(read, name, "csv")


def _touch(root: Path) -> None:
    os.utime(root / "data" / "events.toml", ns=(1, 1))


def _append(root: Path) -> None:
    with (root / "data" / "deals.csv").open("a") as file:
        file.write("\n")


def _replace(root: Path) -> None:
    """The same name, size and time, and another file."""
    path = root / "data" / "deals.csv"
    status = path.stat()
    shutil.copy(path, root / "other")
    os.utime(root / "other", ns=(status.st_atime_ns, status.st_mtime_ns))
    (root / "other").rename(path)


def _add(root: Path) -> None:
    (root / "data" / "more").mkdir()
    (root / "data" / "more" / "speakers.toml").write_text("")


def _cut(root: Path) -> None:
    path = root / NAME
    path.write_bytes(path.read_bytes()[:5000])


def _empty(root: Path) -> None:
    (root / NAME).write_bytes(b"")


def _text(root: Path) -> None:
    (root / NAME).write_text("\x1b]0;owned\x07 no database")


def _other_database(root: Path) -> None:
    import duckdb

    (root / NAME).unlink()
    with duckdb.connect(str(root / NAME)) as connection:
        connection.execute("CREATE TABLE deals (id VARCHAR)")


def _half(root: Path) -> None:
    """A header that is right over tables that are not there."""
    import duckdb

    basis = read_header(root / NAME)[BASIS]
    (root / NAME).unlink()
    with duckdb.connect(str(root / NAME)) as connection:
        connection.execute("CREATE TABLE _header (key VARCHAR, value VARCHAR)")
        connection.execute("INSERT INTO _header VALUES ('basis', ?)", [basis])


def _odd_header(root: Path) -> None:
    import duckdb

    with duckdb.connect(str(root / NAME)) as connection:
        connection.execute("UPDATE _header SET value = '[1]' WHERE key = 'basis'")


def _writable(root: Path) -> None:
    (root / NAME).chmod(0o664)


def _link(root: Path) -> None:
    (root / NAME).rename(root / "elsewhere")
    (root / NAME).symlink_to(root / "elsewhere")


def _folder(root: Path) -> None:
    (root / NAME).unlink()
    (root / NAME).mkdir()


DAMAGED = "it is damaged, or of another version"


def _told(root: Path) -> list[str]:
    """What is said when the archive is opened, which gives its records in any case."""
    told: list[str] = []
    store = open_store(root, tell=told.append)
    assert _ids(store, "deals", "gongchang", "") == ["mill"]
    return told


def _line(root: Path, why: str) -> str:
    return f"{root}/{NAME} is not used: {why}. cq-tui prepare {root} makes it anew."


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (_cut, DAMAGED),
        (_empty, DAMAGED),
        (_text, DAMAGED),
        (_other_database, DAMAGED),
        (_half, DAMAGED),
        (_odd_header, DAMAGED),
        (_writable, "others may write into it"),
        (_link, "it is no regular file"),
        (_folder, "it is no regular file"),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_not_taken(
    linked: Path, spoil: Callable[[Path], None], why: str
) -> None:
    spoil(linked)
    assert _told(linked) == [_line(linked, why)]


def test_a_file_is_not_taken_once_a_file_of_the_archive_has_changed(copy: Path) -> None:
    for spoil, name in (
        (_touch, "data/events.toml"),
        (_append, "data/deals.csv"),
        (_replace, "data/deals.csv"),
        (_add, "data/more/speakers.toml"),
    ):
        assert _told(copy) == []
        spoil(copy)
        assert _told(copy) == [_line(copy, f"{name} was changed since")]
        prepare(copy)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_a_file_of_another_account_is_not_taken(linked: Path) -> None:
    os.chown(linked / NAME, 12345, 12345)
    assert open_archive(linked).store.unprepared == "it belongs to somebody else"


def test_a_file_of_another_program_is_not_taken(linked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert open_archive(linked).store.unprepared == ""
    monkeypatch.setattr("cq_tui.store.prepared.basis.__version__", "0.0.1")
    assert open_archive(linked).store.unprepared == "it was made by another version of the program"


def test_a_file_made_by_other_rules_is_not_taken(linked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    money = type(kinds()["deals"].by_name["amount"].type)
    read = money.sql_read
    monkeypatch.setattr(money, "sql_read", lambda self, texts: f"({read(self, texts)})")
    assert open_archive(linked).store.unprepared == "it was made by another version of the program"


def test_several_archives_are_opened_as_ever_also_where_they_clash(tables: Path, copy_of_archive: Path) -> None:
    both = open_archive(tables, copy_of_archive)
    assert both.store.unprepared == ""
    assert any(problem.field == "id" for problem in both.problems)


def test_a_file_beside_an_archive_without_tables_is_not_looked_at(copy_of_archive: Path) -> None:
    (copy_of_archive / NAME).write_text("anything")
    assert open_archive(copy_of_archive).store.unprepared == ""


def test_what_is_being_read_stays_while_the_file_is_made_anew(copy: Path) -> None:
    store = open_archive(copy).store
    before = _ids(store, "deals", "", "amount")
    prepare(copy)
    assert _ids(store, "deals", "", "amount") == before
    assert open_archive(copy).store.unprepared == ""


def test_the_command(copy: Path, run: Run) -> None:
    before = (copy / NAME).stat().st_ino
    ran = run("prepare", copy)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines()[-1] == (
        f"{copy}/{NAME} is written: every session opens the archive from it, until a file of the archive changes."
    )
    assert (copy / NAME).stat().st_ino != before
    assert [one.name for one in copy.iterdir() if one.name.startswith(".")] == []
    ran = run("check", copy)
    assert ran.code == 0
    ran = run("list", "deals", "--archive", copy, "--filter", "gongchang")
    assert (ran.code, NAME in ran.err) == (0, False)


def test_check_tells_what_is_out_of_date(copy: Path, run: Run) -> None:
    _touch(copy)
    ran = run("check", copy)
    assert ran.code == 0
    assert f"{NAME} is not used: data/events.toml was changed since." in ran.err


def test_check_finds_other_content_behind_the_same_size_and_time(copy: Path, run: Run) -> None:
    path = copy / "data" / "deals.csv"
    status = path.stat()
    content = path.read_bytes()
    at = content.index(b"75000000000")
    with path.open("r+b") as file:
        file.seek(at)
        file.write(b"85000000000")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    ran = run("check", copy)
    assert ran.code == 1
    assert f"{NAME}: holds other content than data/deals.csv; cq-tui prepare {copy} makes it anew" in ran.out


def test_an_archive_with_problems_is_not_prepared(copy: Path, run: Run) -> None:
    before = (copy / NAME).read_bytes()
    with (copy / "data" / "deals.csv").open("a") as file:
        file.write("half a row\n")
    ran = run("prepare", copy)
    assert ran.code == 1
    assert "data/deals.csv:" in ran.out
    assert ran.err.splitlines()[-1] == f"{copy} is not prepared; mend that first."
    assert (copy / NAME).read_bytes() == before
    assert [one.name for one in copy.iterdir() if one.name.startswith(".")] == []


def test_an_archive_without_tables_needs_none(copy_of_archive: Path, run: Run) -> None:
    ran = run("prepare", copy_of_archive)
    assert (ran.code, ran.err) == (0, f"{copy_of_archive} has no table files; it opens at once as it is.\n")
    assert not (copy_of_archive / NAME).exists()


def test_what_changes_meanwhile_is_not_prepared(copy: Path) -> None:
    from cq_tui.archive.problem import ArchiveError

    before = (copy / NAME).read_bytes()
    with pytest.raises(ArchiveError, match="was changed while it was prepared; try again"):
        prepare_archive(copy, _quietly, before_writing=lambda: _touch(copy))
    assert (copy / NAME).read_bytes() == before


def test_what_a_killed_run_left_goes_with_the_next_one(copy: Path) -> None:
    left = copy / ".cq-tui-0123456789abcdef"
    left.mkdir()
    (left / "lock").write_text("")
    (left / NAME).write_bytes(b"half of it")
    prepare(copy)
    assert not left.exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_can_t_be_written_is_named(copy: Path, run: Run) -> None:
    copy.chmod(0o555)
    try:
        ran = run("prepare", copy)
    finally:
        copy.chmod(0o755)
    assert ran.code == 1
    assert "can't be written" in ran.err.splitlines()[-1]


def test_no_such_folder_and_no_archive_are_one_line(tmp_path: Path, run: Run) -> None:
    assert run("prepare", tmp_path / "none").err == f"cq-tui: {tmp_path}/none: there is no such folder\n"
    assert run("prepare", tmp_path).err.startswith(f"cq-tui: {tmp_path}: is not an archive")


def test_secure_mode_prepares_nothing_and_takes_what_the_host_prepared(
    copy: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = run("prepare", copy, "--secure")
    assert ran.code != 0
    assert "secure mode" in ran.err
    monkeypatch.setenv("CQ_TUI_ARCHIVE", str(copy))
    ran = run("list", "deals", "--secure", "--filter", "gongchang")
    assert (ran.code, NAME in ran.err) == (0, False)


def test_the_line_is_chinese_in_chinese(copy: Path) -> None:
    _touch(copy)
    language.use("zh")
    told: list[str] = []
    open_store(copy, tell=told.append)
    assert told == [f"未使用 {copy}/{NAME}：data/events.toml 此后已改动。运行 cq-tui prepare {copy} 可重新生成。"]


def test_the_header_tells_what_it_rests_on(tables: Path) -> None:
    header = read_header(tables / NAME)
    assert set(json.loads(header["basis"])) == {"format", "program", "rules", "files"}
    assert set(json.loads(header["hashes"])) == set(json.loads(header["basis"])["files"])


def test_a_full_disk_is_told_in_one_line_and_the_older_file_stays(copy: Path, run: Run) -> None:
    before = (copy / NAME).read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, hard))  # as a disk that takes no more
    try:
        ran = run("prepare", copy)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    *progress, line = ran.err.splitlines()  # on a busy machine it tells how far it is, too
    assert (ran.code, line) == (1, f"cq-tui: {copy}/{NAME} can't be written: File too large.")
    assert [one for one in progress if not one.startswith(("reading ", "checking "))] == []
    assert (copy / NAME).read_bytes() == before
    assert [one.name for one in copy.iterdir() if one.name.startswith(".")] == []


def test_two_who_prepare_at_once_leave_one_whole_file(copy: Path) -> None:
    both = threading.Barrier(2)
    found: list[object] = []

    def prepare_with_the_other() -> None:
        found.append(prepare_archive(copy, _quietly, before_writing=both.wait))

    threads = [threading.Thread(target=prepare_with_the_other) for _n in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [[], []]
    assert open_archive(copy).store.unprepared == ""
    assert [one.name for one in copy.iterdir() if one.name.startswith(".")] == []


@pytest.mark.parametrize("damage", ["overwritten", "cut"])
def test_a_file_that_is_damaged_while_it_is_open_is_told_in_one_line(tmp_path: Path, damage: str) -> None:
    archive = many_deals(tmp_path / "made", 20_000)  # of a small file the engine has read all by then
    prepare(archive)
    store = open_archive(archive).store
    assert store.unprepared == ""
    with (archive / NAME).open("r+b") as file:
        size = file.seek(0, 2)
        if damage == "cut":
            file.truncate(size // 4)
        else:
            file.seek(size // 4)
            file.write(b"\x5a" * (size - size // 4))
    with pytest.raises(QueryError) as raised:
        store.ask("SELECT title, note FROM deals")
    assert str(raised.value).startswith(f"{archive / NAME} is damaged. Read the archive again (R)")
    assert store.ask("SELECT 1") == [(1,)]
    again = open_archive(archive).store
    assert again.unprepared == "it is damaged, or of another version"
    assert again.ask("SELECT count(title), count(note) FROM deals") == [(20_000, 20_000)]
    prepare(archive)
    assert open_archive(archive).store.unprepared == ""
