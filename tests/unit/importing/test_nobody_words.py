"""Cells that say nobody, other or various where a name would stand: no organisation, and no title. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.convert.names_in_cells import names_in, split_names

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    "cell",
    """Nessuno|nessuna|ALTRO|Altri|(Altro)|Other|others|Various|Nobody|keiner|Sonstige|andere|Diverse|aucun|Autre|Autres
    |Plusieurs|ninguno|Otro|Otros|Varios|nenhum|Outro|Outros|geen|Overige|Overig|inne|Inny|różne|ostatní|ingen|Annet|øvrige
    |Övrigt|muu|egyéb|altele|ostalo|прочие|Другое|інші|други|λοιπά|diğer|khác|lainnya|その他|其他|其它|기타|なし|أخرى|אחר|अन्य
    |Nessun destinatario|Altri soggetti|Other companies|Various suppliers|Sonstige Empfänger|Autres bénéficiaires
    |Otros beneficiarios|Overige leveranciers
    |老股东|老股东跟投|原股东等|既存株主|기존 주주|Existing investors
    |其他公司|その他の団体|Ministeri|Società o imprese private
    |Gara deserta|Non aggiudicato|Nessun aggiudicatario|Lot infructueux|Marché non attribué|Sin adjudicar|Lote desierto
    |Licitação deserta|Sem vencedor|Fără adjudecare|Procedura fara adjudecare|Sense adjudicar
    |No adjudicat|Revogada""".replace("\n", "").split("|"),
)
def test_it_names_nobody(cell: str) -> None:
    assert split_names(cell.strip()) == []
    assert split_names(f"Aa Werke GmbH; {cell.strip()}") == ["Aa Werke GmbH"]


@pytest.mark.parametrize(
    "name",
    [
        "Other Ocean Ltd",
        "Altro SpA",
        "Inny Media",
        "其他科技有限公司",
        "Nessuno Studio",
        "Diverse Energy",
        "某某股东基金",
        "Insider GmbH",
    ],
)
def test_a_name_may_begin_so(name: str) -> None:
    assert split_names(name) == [name]


LIST = "codice_bene,regione,destinatario,decreto_data\n" + "".join(
    f"A-PA-{number},Sicilia,{name},{number + 10}/09/2003\n"
    for number, name in enumerate(("Nessuno", "Nessuno", "Aa Comunità", "Altro", "Privati", "Nessuno"))
)


def test_one_of_several_behind_commas_may_be_nobody() -> None:
    found = names_in("某某资本领投, 老股东跟投")
    assert (found.names, found.nobody) == (("某某资本",), ("老股东跟投",))


def test_such_cells_are_told_and_call_no_record(take: Take, bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", LIST)
    titles = [title.en for title in take(path).values("title")]
    assert titles[:3] == ["A-PA-0", "A-PA-1", "Aa Comunità · A-PA-2"]
    told = bring(path, "--dry-run").err
    assert 'Organisations: 5 cells name nobody, which states none: "Nessuno" 3; "Altro" 1; "Privati" 1' in told
    assert "Organisations: 0 known, 1 new" in told


@pytest.mark.parametrize("name", ["Citi", "CITA", "NAV", "Andra", "ANDRA", "KITA", "ERI", "CAP"])
def test_a_short_name_that_is_a_word_elsewhere_is_one(name: str) -> None:
    assert split_names(name) == [name]
    assert split_names(f"Aa Bank; {name}") == ["Aa Bank", name]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Sin dato; Sin dato", []),
        ("Anonymous; Aa", ["Aa"]),
        ("None; Aa Fund; n/a", ["Aa Fund"]),
        ("-、甲资本、未披露", ["甲资本"]),
        ("None , 甲资本", ["甲资本"]),
        ("None,甲资本 , 乙创投 ,", ["甲资本", "乙创投"]),
        ("甲资本，未披露", ["甲资本"]),
        ("Aa Foundation, Anonymous", ["Aa Foundation"]),
        ("None, None", []),
        ("Anonymous, Inc.", ["Anonymous, Inc."]),
        ("Aa Werke, N. V.", ["Aa Werke, N. V."]),
        ("Aa College, N.D.", ["Aa College, N.D."]),
    ],
)
def test_a_word_for_nobody_names_nobody_beside_names(cell: str, names: list[str]) -> None:
    assert split_names(cell) == names


_ROUNDS = """company_name,round,date,amount_usd,investors
Aa,Series A,2016-04-18,3500000,"Nn Ventures, Kk Fund"
Bb,Series B,2016-02-04,4300000,"None, Nn Ventures"
Cc,Seed,2015-11-12,200000,"Kk Fund, Ll Capital, None"
"""


def test_nor_between_the_commas_of_a_column_of_lists(bring: Bring, tmp_path: Path) -> None:
    told = bring(sheet(tmp_path / "rounds.csv", _ROUNDS), "--dry-run").err
    assert "None 2" not in told
    assert "Nn Ventures 2" in told


@pytest.mark.parametrize("cell", ["甲资本 , 乙创投 , ", "甲资本 ,", "Aa Fund,"])
def test_a_comma_behind_the_last_name_is_nothing_left_off(cell: str) -> None:
    assert names_in(cell).left == ()
    assert names_in("天使投资人王刚, 甲资本,").left == ("天使投资人王刚",)


def test_a_day_that_is_not_available_hides_no_day(bring: Bring, archive: Path, tmp_path: Path) -> None:
    rows = "".join(
        f"Cleaning {at},2015-01-0{at},{f'2015-02-1{at}' if at > 5 else 'No date available'},{at}000\n"
        for at in range(1, 10)
    )
    text = f"title,update date,start date,total amount (EUR)\n{rows}Roof,2015-01-10,2015-03-01,No amount available\n"
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert ran.code == 0, ran.err
    deals = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [one["date"] for one in deals] == [""] * 5 + [f"2015-02-1{at}" for at in range(6, 10)] + ["2015-03-01"]
    assert deals[-1]["note_en"] == ""
