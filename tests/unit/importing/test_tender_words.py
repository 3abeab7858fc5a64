"""Words of a status in lists of tenders and contracts: what failed or was never signed is in no sum. Made up."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.words.code_lookup import code_lookup
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.importing.recognise.words.word import EXACT

from tests.shipped import kinds
from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("cancelled", "Fracassado|Não Assinou|deserta|FRUSTRADA|Fallido|Declarado desierto|Infructueux|Sans suite"),
        ("cancelled", "Non aggiudicata|Andata deserta|Aufgehoben|Unieważnione|Brak ofert|Не состоялся|Отменена"),
        (
            "cancelled",
            "Скасовано|Торги не відбулися|Розірваний|Zrušeno|Neúspěšný|İptal|Sonuçsuz|不調|無法決標|廢標|流標",
        ),
        (
            "suspended",
            "Suspenso|Suspendido|Suspendu|Sospeso|Ausgesetzt|Zawieszona|Приостановлен|Призупинено|Pozastaveno",
        ),
        ("suspended", "Askıya alındı|一時停止|暫緩"),
        ("pledged", "Licitando|Publicado|En licitación|No firmado|Non signé|Gara in corso|Nicht unterzeichnet"),
        ("pledged", "Niepodpisana|Подача заявок|Подання пропозицій|Vyhlášeno|İhale aşamasında|未契約|招標中|未簽約"),
        ("implementing", "Ativo|Vigente|Em andamento|En vigueur|In vigore|Obowiązująca|Действует|Діючий|Platná|履約中"),
    ],
)
def test_words_of_a_status(code: str, words: str) -> None:
    lookup = code_lookup(kinds()["deals"].by_name["stage"])
    for word in words.split("|"):
        assert lookup.code(word) == code, word


@pytest.mark.parametrize("word", ["Encerrado", "Vencido", "Closed", "Active", "Failed", "Atenção"])
def test_what_may_be_several_stages_is_none(word: str) -> None:
    assert code_lookup(kinds()["deals"].by_name["stage"]).unknown(word, several=False) == [word]


@pytest.mark.parametrize(
    "header", ["statusOriginal", "status_original", "contractStatus", "SituacaoContrato", "Статус договора", "決標狀態"]
)
def test_headers_of_a_status(header: str) -> None:
    word = read_word(kinds()["deals"], header)
    assert (word.field and word.field.name, word.certainty) == ("stage", EXACT)


def test_what_failed_is_in_no_sum(bring: Bring, archive: Path, tmp_path: Path) -> None:
    said = ["Vencido", "Ativo", "Não Assinou", "Suspenso", "Fracassado", "Encerrado", "Licitando"]
    contracts = [
        {"id": n, "objeto": f"OBRA {n}", "empresaContratada": f"AA {n}", "valor": 1000000.5 + n, "statusOriginal": word}
        for n, word in enumerate(said)
    ]
    path = tmp_path / "list.json"
    path.write_text(json.dumps({"meta": {"sheet": "A"}, "contracts": contracts}), "utf-8")
    ran = bring(path, "--set", "title.column=objeto", "--set", "amount.column=valor", "--set", "amount.currency=BRL",
                "--set", "date=")  # fmt: skip
    assert ran.code == 0, ran.err
    stages = [row["stage"] for row in rows_of(archive / "data/fair-deals-list/deals.csv")]
    assert stages == ["", "implementing", "cancelled", "suspended", "cancelled", "", "pledged"]
