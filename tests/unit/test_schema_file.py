"""``data/schema.toml``: what can't be is named with its line and what would be right. All archives here are made up."""

from pathlib import Path

import cq_tui
import pytest
from cq_tui.archive.problem import SchemaError
from cq_tui.archive.schema import schema_of, schema_of_texts
from cq_tui.commands.common import CommandError, open_store
from cq_tui.kinds import kinds
from cq_tui.language import use
from cq_tui.query.parse import parse
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.facets import facet_values
from cq_tui.store.selection.selection import Selection

from tests.unit.conftest import Run
from tests.unit.made import DEAL, EVENT, write_archive

DISTRICT = '[fields.deals.district]\nlabel = { zh = "区县", en = "District" }\n'
DISTRICTS = '[codes.district]\nyubei = { zh = "渝北", en = "Yubei" }\n'


def faults(root: Path, text: str) -> list[str]:
    write_archive(root, events=EVENT, schema=text)
    with pytest.raises(SchemaError) as raised:
        schema_of(root)
    return [str(problem) for problem in raised.value.problems]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a = [", "data/schema.toml:1: is not TOML: Invalid value"),
        ("[filds.deals.x]", "data/schema.toml:1: filds: is nothing that can be said here. Did you mean fields?"),
        ("x = 1", "data/schema.toml:1: x: is nothing that can be said here. There can be: codes, fields, kinds."),
        (f'{DISTRICT}type = "text"\ncolour = 1\n',
         "data/schema.toml:4: fields.deals.district.colour: is nothing that can be said here. Did you mean column?"),
        (DISTRICT, 'data/schema.toml:1: fields.deals.district.type: is missing; write type = "text"'),
        ('[fields.deals.x]\ntype = "text"\n',
         'data/schema.toml:1: fields.deals.x.label: is missing; write label = { zh = "...", en = "..." }'),
        (f'{DISTRICT}type = "text"\nlist = "yes"\n',
         'data/schema.toml:4: fields.deals.district.list: "yes" is not true or false'),
        ("[fields]\ndeals = 3\n", "data/schema.toml:2: fields.deals: is not a table; write [fields.deals]"),
        ('[codes.district]\nyubei = { zh = "渝北", counted = false }\n',
         "data/schema.toml:2: codes.district.yubei: no kind with amounts has a field with one code of this list, "
         "so that no sum goes by it"),
        # Fields
        (f'{DISTRICT}type = "texts"\n',
         "data/schema.toml:3: fields.deals.district.type: there is no type texts. There are: "
         "text, string, code, link, money, number, count, date, time, flag, url. Did you mean text?"),
        ('[fields.deals.amount]\nlabel = "A"\ntype = "text"\n',
         "data/schema.toml:1: fields.deals.amount: is a field of deals already; give yours another name"),
        ('[fields.deals.year]\nlabel = "A"\ntype = "text"\n',
         "data/schema.toml:1: fields.deals.year: is a field of deals already; give yours another name"),
        ('[fields.deals.Two]\nlabel = "A"\ntype = "text"\n',
         "data/schema.toml:1: fields.deals.Two: a name is small letters, digits and underscores"),
        ('[fields.deals.sort]\nlabel = "A"\ntype = "text"\n',
         "data/schema.toml:1: fields.deals.sort: the name is a word of the program"),
        ('[fields.deal.x]\nlabel = "A"\ntype = "text"\n',
         "data/schema.toml:1: fields.deal: is not a kind. Did you mean deals?"),
        (f'{DISTRICT}type = "text"\naliases = ["Stake"]\n',
         'data/schema.toml:1: fields.deals.district: "Stake" means the field share already; '
         "call this one something else"),
        (f'{DISTRICT}type = "text"\n[fields.deals.area]\nlabel = "Area"\ntype = "text"\naliases = ["区县"]\n',
         'data/schema.toml:4: fields.deals.area: "区县" means the field district already; '
         "call this one something else"),
        (f'{DISTRICT}type = "code"\n',
         'data/schema.toml:3: fields.deals.district.type: a code needs its list: codes = "instrument"'),
        (f'{DISTRICTS}{DISTRICT}type = "code"\ncodes = "distrct"\n',
         "data/schema.toml:6: fields.deals.district.codes: there is no code list distrct; "
         "declare it under [codes.distrct]. Did you mean district?"),
        (f'{DISTRICT}type = "text"\ncodes = "stage"\n',
         "data/schema.toml:4: fields.deals.district.codes: belongs to fields of the type code only; take it out"),
        (f'{DISTRICT}type = "link"\nto = "place"\nback = "Deals"\n',
         "data/schema.toml:4: fields.deals.district.to: there is no kind place."),
        (f'{DISTRICT}type = "link"\nto = "chain"\n',
         "data/schema.toml:3: fields.deals.district.type: a link is named from its other end too: "
         'back = { zh = "...", en = "..." }'),
        ('[fields.deals.cost]\nlabel = "Cost"\ntype = "money"\ncurrency = "euro"\n',
         "data/schema.toml:4: fields.deals.cost.currency: euro is neither a currency such as CNY nor a field of one; "
         "without it cost_currency is added"),
        ('[fields.deals.cost]\nlabel = "A\\u001b[2J"\ntype = "text"\n',
         'data/schema.toml:2: fields.deals.cost.label: "A\ufffd[2J" holds a control character or the end of a line; '
         "write words of one line"),
        ('[fields.deals.cost]\nlabel = "A\\nB"\ntype = "text"\n',
         'data/schema.toml:2: fields.deals.cost.label: "A B" holds a control character or the end of a line; '
         "write words of one line"),
        (f'[fields.deals.cost]\nlabel = {{ zh = "{"A" * 61}" }}\ntype = "text"\n',
         f'data/schema.toml:2: fields.deals.cost.label.zh: "{"A" * 58}… has more than 60 characters'),
        ('[fields.events.main]\nlabel = "Main deal"\ntype = "link"\nto = "deals"\nback = "Of"\nrequired = true\n',
         "data/schema.toml:6: fields.events.main.required: leads back to events by links that must all be there; "
         "leave out required here"),
        # Code lists
        ("[codes.district]\n", 'data/schema.toml:1: codes.district: a list needs a code at least: '
         'steel = { zh = "钢铁", en = "Steel" }'),
        ('[codes.district]\n"two words" = "Two"\n',
         "data/schema.toml:2: codes.district.two words: a code is small letters, digits and hyphens, 80 at most"),
        ('[codes.district]\na = "One"\nb = { en = "B", aliases = ["one"] }\n',
         'data/schema.toml:3: codes.district.b: "one" means a already'),
        ("[codes.district]\na = {}\n",
         'data/schema.toml:2: codes.district.a: is empty; write { zh = "...", en = "..." }'),
        ('[codes.stage]\ndone = "Done"\n',
         "data/schema.toml:1: codes.stage: lacks pledged, suspended, cancelled: sums and screens go by them. "
         "Keep the codes; their words are yours."),
        # Kinds
        ('[kinds.deals]\nlabel = "D"\n', "data/schema.toml:1: kinds.deals: is a kind already; give yours another name, "
         "or add to it under [fields.deals.NAME]"),
        ('[kinds.booths]\nlabel = "Booths"\ntab = 2\n',
         "data/schema.toml:1: kinds.booths: tab 2 is that of deals; leave it out, and it comes behind the others"),
    ],
)  # fmt: skip
def test_what_can_t_be_is_named_with_its_line_and_the_mend(tmp_path: Path, text: str, message: str) -> None:
    assert faults(tmp_path, text) == [message]


def test_five_hundred_own_fields_are_too_many(tmp_path: Path) -> None:
    text = "".join(f'[fields.deals.f{n}]\nlabel = "F{n}"\ntype = "text"\n' for n in range(500))
    assert faults(tmp_path, text) == [
        "data/schema.toml:1: fields.deals: 500 own fields; a kind can have 200. "
        "What nobody filters by can stand in a note."
    ]


def test_all_faults_are_listed_by_check_and_nothing_opens(tmp_path: Path, run: Run) -> None:
    text = f'{DISTRICT}type = "texts"\n[fields.deals.amount]\nlabel = "A"\ntype = "text"\n'
    write_archive(tmp_path, events=EVENT, deals=DEAL, schema=text)
    checked = run("check", tmp_path)
    assert checked.code == 1
    assert [line.partition(": ")[0] for line in checked.out.splitlines()] == [
        "data/schema.toml:3",
        "data/schema.toml:4",
    ]
    assert checked.err == "2 problems; the records are read once these are mended\n"
    for command in (["list", "deals"], ["export", "deals"], ["show", "deals", "mill"]):
        ran = run(*command, "--archive", tmp_path)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith("cq-tui: data/schema.toml:3: fields.deals.district.type: there is no type texts.")
        assert ran.err.endswith(f"(and 1 more problem; cq-tui check {tmp_path} lists all.)\n")
    with pytest.raises(CommandError):
        open_store(tmp_path)


def test_they_are_told_in_chinese(tmp_path: Path) -> None:
    use("zh")
    (fault,) = faults(tmp_path, f'{DISTRICT}type = "texts"\n')
    assert fault.startswith("data/schema.toml:3: fields.deals.district.type: 没有类型 texts")


def test_a_file_that_is_none_is_named(tmp_path: Path) -> None:
    write_archive(tmp_path, events=EVENT)
    (tmp_path / "data" / "schema.toml").mkdir()
    with pytest.raises(SchemaError, match=r"data/schema.toml: can't be read"):
        schema_of(tmp_path)


def test_it_stands_directly_in_data(tmp_path: Path) -> None:
    write_archive(tmp_path, events=EVENT)
    (tmp_path / "data" / "list").mkdir()
    (tmp_path / "data" / "list" / "schema.toml").write_text(f'{DISTRICT}type = "text"\n', "utf-8")
    (problem,) = open_archive(tmp_path).problems
    assert str(problem) == (
        "data/list/schema.toml: declares nothing here; an archive declares its own words in data/schema.toml"
    )


def test_an_archive_without_it_has_the_shipped_schema_itself(tmp_path: Path) -> None:
    assert schema_of(write_archive(tmp_path, events=EVENT)) is kinds()
    write_archive(tmp_path / "b", events=EVENT, schema=f'{DISTRICT}type = "text"\n')
    assert schema_of(tmp_path / "b") is schema_of(tmp_path / "b")
    assert "district" not in kinds()["deals"].by_name


def test_a_schema_stays_the_same_while_it_is_in_use_however_many_others_are_read() -> None:
    mine = ("a.toml", '[codes.category]\nmine = "mine"\n')
    kept = schema_of_texts((mine,))
    for number in range(100):
        schema_of_texts(((f"{number}.toml", f'[codes.category]\nc{number} = "{number}"\n'),))
    assert schema_of_texts((mine,)) is kept


def test_a_column_of_a_table_that_no_field_declares_is_named(tmp_path: Path) -> None:
    write_archive(tmp_path, events=EVENT, schema=f'{DISTRICT}type = "text"\n')
    csv = "id,title_en,event,district_en,distrct\nmill,Mill,fair,Yubei,x\n"
    (tmp_path / "data" / "deals.csv").write_text(csv, "utf-8")
    (problem,) = open_archive(tmp_path).problems
    assert "distrct" in str(problem)


def test_archives_opened_together_put_their_codes_together_and_say_the_same_of_fields(tmp_path: Path) -> None:
    one = write_archive(
        tmp_path / "a", events=EVENT, schema=f'{DISTRICT}type = "text"\n[codes.category]\nsteel = "Steel"\n'
    )
    other = write_archive(tmp_path / "b", events=EVENT, schema='[codes.category]\nsolar = "Solar"\n')
    deals = schema_of(one, other)["deals"]
    assert list(deals.by_name["category"].codes or ()) == ["steel", "solar"]
    assert "district" in deals.by_name
    write_archive(other, schema=f'{DISTRICT}type = "number"\n')
    with pytest.raises(SchemaError) as raised:
        schema_of(one, other)
    (problem,) = raised.value.problems
    assert str(problem) == (
        f"{other}/data/schema.toml:1: fields.deals.district: is declared otherwise in {one}/data/schema.toml; "
        "archives that are opened together say the same of it"
    )


def test_an_archive_of_yesterday_opens_with_its_categories_as_their_own_words(tmp_path: Path, run: Run) -> None:
    """It has no ``data/schema.toml``, and the four codes that the program shipped with then."""
    codes = ("finance", "outbound", "investment", "cooperation")
    deals = "".join(f'{DEAL.replace("mill", f"d{n}")}category = "{code}"\n' for n, code in enumerate(codes))
    totals = '[[events.totals]]\ncount = 9\n[[events.totals]]\ncategory = "outbound"\ncount = 5\n'
    write_archive(tmp_path, events=EVENT + totals, deals=deals)
    checked = run("check", tmp_path)
    assert (checked.code, checked.err) == (0, "5 records read, no problem\n")
    assert [line.split()[0] for line in checked.out.splitlines()[2:8]] == [
        "outbound", "finance", "investment", "cooperation", "unclassified", "all"
    ]  # fmt: skip
    found = run("list", "deals", "--archive", tmp_path, "--filter", "category:finance,outbound", "--sort", "category")
    assert [line.split()[1] for line in found.out.splitlines()[1:]] == ["finance", "outbound"]
    exported = run("export", "deals", "--archive", tmp_path, "--format", "toml").out
    assert [line for line in exported.splitlines() if line.startswith("category")] == [
        f'category = "{one}"' for one in codes
    ]
    store = open_archive(tmp_path).store
    counted = facet_values(
        Selection(store, parse("", store.kind("deals"))), store.kind("deals").by_name["category"]
    ).values
    assert sorted((one.words, one.term) for one in counted) == [(one, f'category="{one}"') for one in sorted(codes)]


def test_nothing_in_the_program_names_the_categories_of_one_host() -> None:
    words = ("金融赋能", "渝企出海", "产业投资", "产业合作", "outbound")
    files = [path for path in Path(cq_tui.__file__).parent.rglob("*") if path.suffix in (".py", ".po", ".txt")]
    assert [(path.name, word) for path in files for word in words if word in path.read_text("utf-8")] == []
