"""Stage and type of a deal: absent where not stated, read in the words of trackers and offices, summed rightly."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from cq_tui import language
from cq_tui.archive.read import read
from cq_tui.cli import main
from cq_tui.importing.recognise.words.code_lookup import code_lookup
from cq_tui.kinds.deals import Stage
from cq_tui.kinds.events import Event
from cq_tui.query.parse import parse
from cq_tui.schema.record import Record
from cq_tui.store.selection.facets import facet_values
from cq_tui.store.selection.selection import Selection
from cq_tui.store.selection.sums import Sum
from cq_tui.store.store import Store
from cq_tui.store.views.compare import compare
from cq_tui.store.views.detail import Line, detail
from cq_tui.store.views.footer import footer
from cq_tui.store.views.matrix import matrix
from cq_tui.store.views.money_apart import left_out, sums
from cq_tui.widgets.base.linked_lines import Row
from cq_tui.widgets.views.compare_lines import compare_lines
from cq_tui.widgets.views.overview import overview
from cq_tui.widgets.views.record_lines import record_lines

from tests.shipped import kinds
from tests.unit.conftest import Run
from tests.unit.made import EVENT, write_archive

_TOTAL = '\n[[events.totals]]\ncount = 9\namount = 900_000\ncurrency = "EUR"\n'
_DEALS = {
    "signed": 'stage = "signed"\ninstrument = "fund"\namount = 1\n',
    "untold": "amount = 2\n",
    "planned": 'stage = "planned"\ninstrument = "fund"\namount = 4\n',
    "pledged": 'stage = "pledged"\ninstrument = "fund"\namount = 10\n',
    "suspended": 'stage = "suspended"\ninstrument = "fund"\namount = 20\n',
    "cancelled": 'stage = "cancelled"\ninstrument = "fund"\namount = 40\n',
    "gone": 'stage = "cancelled"\namount = 80\numbrella = true\n',
    "umbrella": 'stage = "completed"\numbrella = true\n',
    "uncounted": 'stage = "completed"\ninstrument = "investment"\namount = 100\ncountable = false\n',
}
_SUMS = [Sum("fund", "EUR", Decimal(5), 2), Sum(None, "EUR", Decimal(2), 1)]
_LEFT_OUT = [
    ("pledged", 1, [("fund", 10)]),
    ("suspended", 1, [("fund", 20)]),
    ("cancelled", 2, [(None, 80), ("fund", 40)]),
    ("umbrella", 1, []),
    ("marked as not counted", 1, [("investment", 100)]),
]
_SAID = (
    "left out: 1 pledged (fund EUR 10)  left out: 1 suspended (fund EUR 20)  "
    "left out: 2 cancelled (type not stated EUR 80, fund EUR 40)  left out: 1 umbrella  "
    "left out: 1 marked as not counted (investment EUR 100)"
)


def _deals() -> str:
    money = 'currency = "EUR"\n'
    return "".join(
        f'[[deals]]\nid = "{id_}"\ntitle = {{ en = "Deal {id_}" }}\nevent = "fair"\n{more}'
        f"{money if 'amount' in more else ''}\n"
        for id_, more in _DEALS.items()
    )


@pytest.fixture(params=["toml", "csv", "parquet"], scope="module")
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with a deal of every sort, in each kind of data file."""
    folder = tmp_path_factory.mktemp("stages")
    made = write_archive(folder / "made", events=EVENT + _TOTAL, deals=_deals())
    if request.param != "toml":
        data = made / "data" / f"deals.{request.param}"
        exported = folder / data.name
        assert main(["export", "deals", "--archive", str(made), "-o", str(exported), "--lang", "en"]) == 0
        (made / "data" / "deals.toml").unlink()
        exported.rename(data)
    return made


@pytest.fixture(scope="module")
def stored(root: Path) -> Store:
    return Store(read(root))


def _select(store: Store, text: str = "") -> Selection:
    return Selection(store, parse(text, kinds()["deals"]))


def test_no_sum_counts_what_is_pledged_suspended_cancelled_umbrella_or_not_countable(stored: Store) -> None:
    selection = _select(stored)
    found, store = selection.sums, selection.store
    assert found is not None
    assert list(found.by_kind) == _SUMS
    assert (found.without_amount, found.without_progress) == (0, 1)
    told = [(str(one.why.label), one.count, [(s.apart, int(s.amount)) for s in one.sums]) for one in found.left_out]
    assert told == _LEFT_OUT
    # The overview, `check` and the comparison add up the deals of an event in another way, to the same.
    assert sums(store.itemised) == _SUMS
    assert [(str(one.why.label), one.count, [(s.apart, int(s.amount)) for s in one.sums])
            for one in left_out(store, "fair")] == told  # fmt: skip
    total = matrix(store, store.itemised).total
    assert (total.count, list(total.sums.values())) == (3, _SUMS)


def test_footer_facet_overview_check_and_export_say_the_same(
    root: Path, stored: Store, run: Run, tmp_path: Path
) -> None:
    selection = _select(stored)
    line = footer(selection)
    assert line.startswith("9 of 9  fund EUR 5  type not stated EUR 2  1 with no stage stated  " + _SAID)
    ran = run("export", "deals", "--archive", root, "--sums", "-o", tmp_path / "out.csv")
    assert line in ran.err
    assert line in run("list", "deals", "--archive", root).err
    told = run("check", root)
    assert told.code == 0
    assert all(one in told.out for one in _SAID.split("  "))
    facet = facet_values(selection, kinds()["deals"].by_name["stage"]).values
    assert {one.words: one.sums for one in facet} == {
        "cancelled": (), "completed": (), "pledged": (), "suspended": (), "signed": ("fund EUR 1",),
        "planned": ("fund EUR 4",), "not stated": ("type not stated EUR 2",),
    }  # fmt: skip
    shown = "\n".join(_text(row) for row in overview(selection.store, None, 200))
    assert all(one in shown for one in _SAID.split("  "))


def _text(row: Row) -> str:
    return "".join(text for text, _style in row.pieces)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("-has:stage", ["untold"]),
        ("-has:instrument", ["untold", "gone", "umbrella"]),
        ("stage:cancelled", ["cancelled", "gone"]),
        ("stage:canceled", ["cancelled", "gone"]),
        ('阶段:"已撤销"', ["cancelled", "gone"]),
        ('stage:"On Hold"', ["suspended"]),
        ("umbrella:yes", ["gone", "umbrella"]),
        ("-umbrella:yes stage:completed", ["uncounted"]),
    ],
)
def test_a_filter_finds_stages_by_their_words(stored: Store, text: str, ids: list[str]) -> None:
    query = parse(text, kinds()["deals"])
    assert query.faults == ()
    assert [record.id for record in Selection(stored, query)] == ids


def test_the_links_of_what_is_left_out_list_it(stored: Store) -> None:
    store = stored
    links = [link for row in overview(store, None, 200) for link in (row.link, *(one for _n, one in row.more)) if link]
    filters = {link.filter for link in links if link.kind == "deals"}
    for text, count in (("stage:cancelled", 2), ("umbrella:yes", 2), ("countable:no", 1), ("-has:instrument", 3)):
        assert text in filters
        assert Selection(store, parse(text, kinds()["deals"])).count == count


def test_two_events_side_by_side_say_what_is_left_out(tmp_path: Path) -> None:
    other = EVENT.replace('"fair"', '"other"')
    deals = _deals() + _deals().replace('id = "', 'id = "other-').replace('event = "fair"', 'event = "other"')
    store = Store(read(write_archive(tmp_path, events=EVENT + other, deals=deals)))
    fair, second = (event for event in store.records("events") if isinstance(event, Event))
    rows = compare_lines(store, compare(store, fair, second), 200)
    shown = "\n".join(map(_text, rows))
    assert shown.count("left out: 2 cancelled (type not stated EUR 80, fund EUR 40)") == 2
    filters = [row.link.filter for row in rows if row.link and row.link.kind == "deals"]
    assert all(not parse(text, kinds()["deals"]).faults for text in filters)
    assert Selection(store, parse("event=other stage:cancelled", kinds()["deals"])).count == 2
    assert "event=other stage:cancelled" in filters


def test_a_record_says_that_stage_and_type_are_not_stated(stored: Store) -> None:
    store = stored
    record = store.get("deals", "untold")
    assert record is not None
    parts = detail(store, kinds()["deals"], record)
    missing = [(part.label, part.text) for part in parts if isinstance(part, Line) and part.missing]
    assert missing == [("Type", "not stated"), ("Stage", "not stated")]
    dim = [
        _text(row)
        for row in record_lines(store, kinds()["deals"], record, 60)
        if {s for _t, s in row.pieces} == {"dim"}
    ]
    assert any("Stage" in line and "not stated" in line for line in dim)


def test_what_is_left_out_is_said_in_chinese(stored: Store) -> None:
    language.use("zh")
    assert "未计入：终止 2 项（类型未说明 80欧元、基金 40欧元）" in footer(_select(stored))


AIDDATA = {
    "Pipeline: Pledge": "pledged", "Pipeline: Commitment": "committed", "Implementation": "implementing",
    "Completion": "completed", "Suspended": "suspended", "Cancelled": "cancelled",
}  # fmt: skip
OFFICES = {
    "意向": "pledged", "签约": "signed", "已签约": "signed", "核准": "approved", "备案": "approved", "开工": "started",
    "在建": "implementing", "投产": "operating", "竣工": "completed", "落地": "realised", "停滞": "suspended",
    "暂停": "suspended", "终止": "cancelled", "撤销": "cancelled", "簽約": "signed", "取 消": "cancelled",
}  # fmt: skip
OTHERS = {
    "not signed": "pledged",
    "未签约": "pledged",
    "CANCELED": "cancelled",
    " on  hold ": "suspended",
    "On-Hold": "suspended",
    "Under construction": "implementing",
}
LANGUAGES = {
    "de": ("Unterzeichnet", "storniert", "In Umsetzung", "abgeschlossen", "ausgesetzt"),
    "fr": ("signée", "Annulé", "en cours", "Terminé", "suspendu"),
    "es": ("firmado", "Cancelada", "en ejecución", "finalizado", "suspendido"),
    "it": ("firmato", "annullato", "in corso", "concluso", "sospesa"),
    "pt": ("assinado", "cancelado", "em curso", "concluída", "suspenso"),
    "nl": ("ondertekend", "geannuleerd", "in uitvoering", "afgerond", "opgeschort"),
    "pl": ("podpisana", "anulowana", "w trakcie realizacji", "zakończony", "zawieszona"),
    "cs": ("podepsáno", "zrušeno", "v realizaci", "dokončeno", "pozastaveno"),
    "ro": ("semnat", "anulat", "în implementare", "finalizat", "suspendat"),
    "hu": ("aláírva", "törölve", "folyamatban", "befejezett", "felfüggesztve"),
    "da": ("underskrevet", "annulleret", "igangværende", "afsluttet", "sat i bero"),
    "sv": ("undertecknad", "inställd", "pågående", "avslutad", "vilande"),
    "fi": ("allekirjoitettu", "peruttu", "käynnissä", "valmis", "keskeytetty"),
    "ja": ("締結済み", "キャンセル", "進行中", "完了", "一時停止"),
    "zh-Hant": ("已簽約", "已取消", "進行中", "已竣工", "暫停"),
    "ru": ("подписан", "отменен", "реализуется", "завершен", "приостановлен"),
    "tr": ("imzalandı", "iptal edildi", "devam ediyor", "tamamlandı", "askıya alındı"),
}
FIVE = ("signed", "cancelled", "implementing", "completed", "suspended")
UNKNOWN = (
    "geschlossen",
    "clôturé",
    "lezárt",
    "en trámite",
    "Pending",
    "Closed",
    "Pipeline",
    "前期",
    "Active",
    "未开工",
)


@pytest.mark.parametrize(("word", "code"), [*AIDDATA.items(), *OFFICES.items(), *OTHERS.items()])
def test_the_words_of_trackers_and_offices_are_read(word: str, code: str) -> None:
    assert code_lookup(kinds()["deals"].by_name["stage"]).code(word) == code


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_other_languages_are_read(language: str) -> None:
    lookup = code_lookup(kinds()["deals"].by_name["stage"])
    assert tuple(map(lookup.code, LANGUAGES[language])) == FIVE


@pytest.mark.parametrize("word", UNKNOWN)
def test_a_word_that_leaves_the_stage_open_means_none(word: str) -> None:
    assert code_lookup(kinds()["deals"].by_name["stage"]).unknown(word, several=False) == [word]


def test_no_word_means_two_stages() -> None:
    words = [
        (word, stage)
        for stage in Stage
        for word in {stage.value, stage.label.zh, stage.label.en, *stage.aliases, *stage.spellings}
    ]
    assert len({word for word, _stage in words}) == len(words)


def test_no_bare_word_finds_a_stage_by_what_lists_call_it(stored: Store) -> None:
    """Else ``in`` would find all that is in production."""
    assert _select(stored, "hold").count == 0
    assert _select(stored, "suspended").count == 1


@pytest.fixture
def brought(run: Run, tmp_path: Path) -> Callable[[str], tuple[str, list[Record]]]:
    """Imports a list into a new archive; what was said, and the deals."""
    root = write_archive(tmp_path / "archive", events=EVENT)

    def bring(text: str) -> tuple[str, list[Record]]:
        (tmp_path / "list.csv").write_text(text, "utf-8")
        ran = run("import", tmp_path / "list.csv", "--event", "fair", "--into", root, "--kind", "deals")
        assert ran.code == 0, ran.err
        return ran.err, list(_select(Store(read(root))))

    return bring


def test_a_list_says_what_it_says_and_no_more(brought: Callable[[str], tuple[str, list[Record]]]) -> None:
    words = {**AIDDATA, **OFFICES, **dict.fromkeys(UNKNOWN), "": None}
    rows = "".join(f'Project {n},100,"{word}"\n' for n, word in enumerate(words))
    said, deals = brought(f"Project,Amount (USD),Status\n{rows}")
    assert [getattr(deal, "stage", "") for deal in deals] == list(words.values())
    assert {getattr(deal, "instrument", "") for deal in deals} == {None}
    (line,) = [line for line in said.splitlines() if line.startswith(f"Status: {len(UNKNOWN)} cells not read: ")]
    assert all(f'"{word}"' in line for word in UNKNOWN)


def test_a_word_that_is_not_known_stays_in_the_passage(
    brought: Callable[[str], tuple[str, list[Record]]], run: Run, tmp_path: Path
) -> None:
    _said, (deal,) = brought("Project,Status\nMill,in limbo\n")
    assert getattr(deal, "stage", "") is None
    assert "Status: in limbo" in run("show", "passages", deal.cites[0], "--archive", tmp_path / "archive").out


def test_a_list_without_a_column_of_stages_states_none(brought: Callable[[str], tuple[str, list[Record]]]) -> None:
    said, (deal,) = brought("Project,Amount (USD)\nMill,100\n")
    assert (getattr(deal, "stage", ""), getattr(deal, "instrument", "")) == (None, None)
    assert "not known here" not in said
