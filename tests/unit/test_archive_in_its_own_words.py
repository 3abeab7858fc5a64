"""An archive with a field of every type, codes and a kind of its own passes through every outlet.

``made_words.py`` is the archive; each test below is one outlet, as a user meets it.
"""

import json
import tomllib
from datetime import time
from pathlib import Path

import pytest
from cq_tui.archive.schema import schema_of
from cq_tui.archive.template import template
from cq_tui.export.export import Options, pieces
from cq_tui.importing import importer, writing
from cq_tui.importing.progress import unwatched
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.language import use
from cq_tui.query.complete import complete
from cq_tui.query.parse import parse
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.facets import facet_values
from cq_tui.store.selection.selection import Selection
from cq_tui.store.selection.value_suggestions import suggest_values
from cq_tui.store.store import Store

from tests.unit.conftest import Run
from tests.unit.made import write_archive
from tests.unit.made_words import EVENTS, ORGANISATIONS, SCHEMA, write_words

OWN = (
    "district remark number adviser grant grant_currency loan loan_currency loan_bound area jobs opened "
    "opened_precision shift key page tags districts homes"
).split()
"""The fields that the archive declares of deals, and those that qualify them, in the order of its file."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_words(tmp_path_factory.mktemp("words"))


@pytest.fixture(scope="module")
def store(root: Path) -> Store:
    opened = open_archive(root)
    assert [str(problem) for problem in opened.problems] == []
    return opened.store


def selected(store: Store, text: str = "", kind: str = "deals") -> Selection:
    query = parse(text, store.kind(kind))
    assert query.faults == (), text
    return Selection(store, query)


def test_check_finds_nothing_wrong_and_sums_by_the_own_categories(root: Path, run: Run) -> None:
    checked = run("check", root)
    assert checked.code == 0
    assert [line.split()[0] for line in checked.out.splitlines()[2:]] == ["Solar", "Steel", "unclassified", "all"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('district = "north"', 'district: "north" is not one of yubei, nanan.'),
        ('remark = "x"', 'remark: "x" is not a table; write { zh = "...", en = "..." }'),
        ("number = 5", 'number: 5 is not text; write it in quotes: "..."'),
        ('adviser = "bb"', "adviser: there is no bb in organisations."),
        ('grant = "2m"', 'grant: "2m" is not a number; write it without quotes, in whole units'),
        ("loan = 5", "loan: loan and loan_currency go together: give both, or neither when the amount is not stated"),
        ("jobs = 1.5", "jobs: 1.5 is not a whole number"),
        ('opened = "2026"', 'opened: "2026" is not a date; write 2025-11-19, without quotes'),
        ('key = "yes"', 'key: "yes" is not true or false'),
        ('page = "mill"', 'page: "mill" is not an address'),
        ('districts = ["north"]', 'districts.0: "north" is not one of yubei, nanan.'),
        ('homes = ["XX"]', 'homes.0: "XX" is not an ISO 3166 country code such as CN or DE'),
        ("distict = 1", "distict: is not a field of deals. Did you mean district?"),
    ],
)
def test_check_names_a_wrong_value_with_file_and_line(tmp_path: Path, line: str, message: str) -> None:
    deal = f'[[deals]]\nid = "a"\ntitle = {{ en = "A" }}\nevent = "fair"\n{line}\n'
    write_archive(tmp_path, schema=SCHEMA, events=EVENTS, organisations=ORGANISATIONS, deals=deal)
    (problem,) = open_archive(tmp_path).problems
    assert str(problem).startswith(f"data/deals.toml:5: {message}")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("district:yubei", ["mill"]),
        ("区县:南岸区", ["plant"]),
        ("所在区县:yubei", ["mill"]),
        ("hydropower", ["mill"]),
        ("number:2025", ["mill"]),
        ("adviser:advice", ["mill"]),
        ("grant>=1m", ["mill"]),
        ("grant:50万欧元", ["plant"]),
        ("loan:30mUSD", ["mill"]),
        ("loan:30mEUR", []),
        ("area>10", ["mill"]),
        ("面积:12.5", ["mill"]),
        ("jobs:0", ["plant"]),
        ("opened:2026-03", ["mill"]),
        ("shift:08:30", ["mill"]),
        ("key:yes", ["mill"]),
        ("重点项目:否", ["plant"]),
        ("page:example", ["mill"]),
        ("tags:old", ["mill"]),
        ("districts:nanan", ["mill"]),
        ("homes:DE", ["mill"]),
        ("pv", ["plant"]),
        ("-has:loan", ["plant"]),
        ("sort:district", ["mill", "plant"]),
        ("sort:jobs", ["plant", "mill"]),
        ("sort:grant-desc", ["mill", "plant"]),
    ],
)
def test_the_filter_knows_every_field_by_all_its_names(store: Store, text: str, found: list[str]) -> None:
    assert [record.id for record in selected(store, text)] == found


def test_the_filter_is_completed(store: Store) -> None:
    deals = store.kind("deals")
    assert [one.text for one in complete("distr", deals)] == ["district:", "districts:"]
    assert [one.text for one in complete("district:y", deals)] == ["district:yubei"]
    assert suggest_values(selected(store), "category:") == [("steel", 1), ("solar", 1)]


def test_the_list_has_columns_and_sums(store: Store, root: Path, run: Run) -> None:
    listed = run("list", "deals", "--archive", root)
    assert "District" in listed.out.splitlines()[0]
    assert "Nan'an" in listed.out
    assert "Area (ha)" in listed.out
    assert "Grant EUR 2.5 m (2 stated)  Loan about USD 30 m (1 stated)  Area (ha) 12.5 (1 stated)" in listed.err
    assert "Jobs 300 (2 stated)" in listed.err
    assert [(one.currency, one.count) for one in selected(store, "district:nanan").field_sums] == [
        ("EUR", 1),
        (None, 1),
    ]


def test_what_a_cancelled_deal_has_is_in_no_sum(tmp_path: Path) -> None:
    write_words(tmp_path)
    deals = tmp_path / "data" / "deals.toml"
    deals.write_text(deals.read_text("utf-8") + 'stage = "cancelled"\n', "utf-8")
    assert [int(one.amount) for one in selected(open_archive(tmp_path).store).field_sums] == [
        2_000_000,
        30_000_000,
        12,
        300,
    ]


@pytest.mark.parametrize(
    ("field", "counted"),
    [
        ("district", [("Yubei", "district:yubei", 1), ("Nan'an", "district:nanan", 1)]),
        ("adviser", [("Aa Advice", 'adviser="Aa Advice"', 1), ("not stated", "-has:adviser", 1)]),
        ("key", [("yes", "key:yes", 1), ("no", "key:no", 1)]),
        ("districts", [("Yubei", "districts:yubei", 1), ("Nan'an", "districts:nanan", 1),
                       ("not stated", "-has:districts", 1)]),
    ],
)  # fmt: skip
def test_values_are_counted_and_filter(store: Store, field: str, counted: list[tuple[str, str, int]]) -> None:
    found = facet_values(selected(store), store.kind("deals").by_name[field]).values
    assert sorted((one.words, one.term, one.count) for one in found) == sorted(counted)
    assert [selected(store, one.term).count for one in found] == [one.count for one in found]


def test_values_are_told_with_what_the_own_fields_add_up_to(store: Store) -> None:
    found = facet_values(selected(store), store.kind("deals").by_name["districts"]).values
    mill = ("Grant EUR 2 m (1 stated)", "Loan about USD 30 m (1 stated)", "Area (ha) 12.5 (1 stated)",
            "Jobs 300 (1 stated)")  # fmt: skip
    plant = ("Grant EUR 500,000 (1 stated)", "Jobs 0 (1 stated)")
    assert [(one.words, one.sums) for one in found] == [("Nan'an", mill), ("Yubei", mill), ("not stated", plant)]


def test_a_record_shows_them_and_links_lead_both_ways(root: Path, run: Run) -> None:
    mill = run("show", "deals", "mill", "--archive", root, "--lang", "zh").out
    for line in (
        "区县: 渝北区",
        "补贴: 200万欧元",
        "贷款: 约3,000万美元",
        "面积（ha）: 12.5",
        "启用日期: 2026-03",
        "重点项目: 是",
    ):
        assert line in mill.splitlines()
    assert "签约展位  1 条\n  A 1  [booths a1]" in mill
    assert "Adviser of  1 record\n  Mill  [deals mill]" in run("show", "organisations", "aa", "--archive", root).out
    assert "Signed here: Mill  [deals mill]" in run("show", "booths", "a1", "--archive", root).out


@pytest.mark.parametrize("kind", ["deals", "booths"])
@pytest.mark.parametrize("format_", ["csv", "toml", "parquet"])
def test_what_is_exported_is_read_back_as_data(root: Path, tmp_path: Path, run: Run, kind: str, format_: str) -> None:
    write_words(tmp_path)
    (tmp_path / "data" / f"{kind}.toml").unlink()
    target = tmp_path / "data" / f"{kind}.{format_}"
    assert run("export", kind, "--archive", root, "--output", target).code == 0
    back = open_archive(tmp_path)
    assert [str(problem) for problem in back.problems] == []
    assert list(selected(back.store, kind=kind)) == list(selected(open_archive(root).store, kind=kind))


def test_json_markdown_and_workbook_have_them(store: Store, root: Path, tmp_path: Path, run: Run) -> None:
    exported = run("export", "deals", "--archive", root, "--format", "json").out
    mill = json.loads(exported)["deals"][0]
    assert {name: mill[name] for name in ("grant", "grant_currency", "shift", "tags", "homes", "key")} == {
        "grant": 2_000_000, "grant_currency": "EUR", "shift": "08:30:00", "tags": ["old", "a;b"],
        "homes": ["DE", "CN"], "key": True,
    }  # fmt: skip
    assert (
        "| EUR 2 m | about USD 30 m | 12.5 | 300 |" in run("export", "deals", "--archive", root, "--format", "md").out
    )
    import openpyxl

    target = tmp_path / "deals.xlsx"
    target.write_bytes(b"".join(pieces(selected(store), Options("xlsx"), to_file=True)))
    header, first, *_others = openpyxl.load_workbook(target).worksheets[0].iter_rows(values_only=True)
    row = dict(zip(header, first, strict=True))
    assert (row["district"], row["area"], row["jobs"], row["shift"]) == ("yubei", 12.5, 300, time(8, 30))


def test_the_schema_for_editors_and_the_template_of_a_new_file_have_them(root: Path, run: Run) -> None:
    printed = json.loads(run("schema", "deals", "--archive", root).out)
    properties = printed["properties"]["deals"]["items"]["properties"]
    assert [name for name in properties if name in OWN] == OWN
    assert properties["district"]["anyOf"][0]["enum"] == ["yubei", "nanan"]
    assert properties["category"]["anyOf"][0]["enum"] == ["steel", "solar"]
    table = json.loads(run("schema", "booths", "--table", "--archive", root).out)
    assert {"fields": ["deal"], "reference": {"resource": "deals", "fields": ["id"]}} in table["foreignKeys"]
    deals = template(schema_of(root)["deals"])
    assert '# district = "yubei"  # 区县 · District: yubei nanan' in deals
    filled = "\n".join(line.removeprefix("# ") for line in deals.splitlines() if " = " in line)
    assert tomllib.loads(filled)["homes"] == ["CN"]


def test_a_new_archive_takes_what_is_declared_first(tmp_path: Path, run: Run) -> None:
    write_archive(tmp_path / "fair", schema=SCHEMA)
    assert run("new", tmp_path / "fair").code == 0
    assert "[[booths]]" in (tmp_path / "fair" / "data" / "booths.toml").read_text("utf-8")
    assert "所在区县" not in (tmp_path / "fair" / "data" / "deals.toml").read_text("utf-8")
    assert "区县 · District" in (tmp_path / "fair" / "data" / "deals.toml").read_text("utf-8")
    assert "district" in (tmp_path / "fair" / "schema.json").read_text("utf-8")
    assert (tmp_path / "fair" / "data" / "schema.toml").read_text("utf-8") == SCHEMA
    assert run("check", tmp_path / "fair").code == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_completes_them(root: Path, run: Run, shell: str) -> None:
    script = run("completion", shell, "--archive", root).out
    assert all(word in script for word in ("booths", "district:", "opened-desc", "grant_currency"))


def test_a_list_is_imported_into_them(tmp_path: Path) -> None:
    write_words(tmp_path / "fair")
    rows = (
        "项目名称,类别,所在区县,批注,顾问,面积,岗位,启用日期,重点项目,标签,来源国",
        "甲项目,光伏,南岸区,临江,甲咨询,3.5,20,2026年5月,是,x;y,德国",
    )
    (tmp_path / "list.csv").write_text("\n".join(rows) + "\n", "utf-8")
    opened = open_archive(tmp_path / "fair").store
    prepared = prepare(opened, tmp_path / "list.csv", opened.schema["deals"], "fair", None)
    with importer.converting(prepared, unwatched) as converted:
        assert list(converted.refusals) == []
        writing.write(converted)
    back = open_archive(tmp_path / "fair")
    assert [str(problem) for problem in back.problems] == []
    deal = next(iter(selected(back.store, "甲项目"))).model_dump(mode="json")
    names = ("category", "district", "adviser", "area", "jobs", "opened", "opened_precision", "key", "tags", "homes")
    assert [deal[name] for name in names] == [
        "solar", "nanan", "aa", "3.5000", 20, "2026-05-01", "month", True, ["x", "y"], ["DE"],
    ]  # fmt: skip


def test_the_labels_are_in_the_language_in_force(store: Store) -> None:
    deals = store.kind("deals")
    use("zh")
    assert [str(deals.by_name[name].label) for name in ("district", "loan_currency", "area")] == [
        "区县",
        "贷款币种",
        "面积（ha）",
    ]
    assert str(store.kind("booths").label) == "展位"
