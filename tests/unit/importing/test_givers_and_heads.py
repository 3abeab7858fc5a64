"""Who gives beside who gets, who is only above a buyer, and moments for days; every list here is made up."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]
_GRANTS = (
    "collectivite,beneficiaire,objet du dossier,montant vote (EUR)\n"
    "Ville de Lumo,AMIS DU LAC,Fête du lac,900\n"
    "Ville de Lumo,CLUB DE VOILE,Régate d'été,400\n"
    "Département de Lumo,ART ET SON,Concert au parc,1200\n"
    "Ville de Lumo,LES JARDINS,Jardin partagé,300\n"
    "Département de Lumo,THEATRE BRUME,Nouvelle pièce,2500\n"
)


def test_a_part_of_the_country_beside_who_gets_gives(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "a.csv", _GRANTS), "--dry-run")
    assert 'funder = "collectivite"' in ran.err
    assert "taken for who gives. Otherwise: --set parties.partner=collectivite" in ran.err
    alone = "collectivite,objet du dossier,montant vote (EUR)\nVille de Lumo,Pont,5\nVille de Lumo,Quai,6\n"
    assert 'funder = "' not in bring(sheet(tmp_path / "b.csv", alone), "--dry-run").err


def test_who_is_in_charge_of_projects_funds_them(look: Bring, tmp_path: Path) -> None:
    text = (
        "Titolo progetto,Amministrazione Titolare,Finanziamento (EUR)\n"
        "Ponte nuovo,Ministero dei Laghi,900\nScuola verde,Ministero dei Laghi,700\nPorto,Ministero del Mare,300\n"
    )
    assert 'funder = "Amministrazione Titolare"' in look(sheet(tmp_path / "a.csv", text)).err


def test_who_is_above_a_buyer_is_none(look: Bring, tmp_path: Path) -> None:
    text = (
        "text,customer_name,headAgency_fullName,max_price (RUB)\n"
        "Поставка бумаги,Больница № 1,Управление здравоохранения,500\n"
        "Ремонт кровли,Детский сад Ромашка,Управление образования,900\n"
        "Закупка щебня,Управление дорог,Министерство транспорта,1200\n"
    )
    ran = look(sheet(tmp_path / "a.csv", text))
    assert 'buyer = "customer_name"' in ran.err
    assert 'headAgency_fullName: it can be Parties, too, but it says who is above "customer_name"' in ran.err


def test_a_moment_of_notification_goes_before_that_of_publication(look: Bring, tmp_path: Path) -> None:
    mergers = [
        {"merger_name": f"Alder – Birch {n}", "effective_notification_datetime": f"2026-01-0{n}T10:00:00Z",
         "determination_publication_date": f"2026-02-0{n}", "acquirers": f"Alder {n} Ltd", "targets": f"Birch {n} Ltd"}
        for n in range(1, 5)
    ]  # fmt: skip
    ran = look(sheet(tmp_path / "a.json", json.dumps(mergers)))
    assert 'column = "effective_notification_datetime"' in ran.err
