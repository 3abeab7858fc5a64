"""Entities of FollowTheMoney, held against what its model says; ``make test-ftm`` asks the real one.

``ftm_model.json`` is the part of the model that is used, made by ``scripts/ftm_model.py`` from the package itself,
which needs too much to be a part of every test run.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from cq_tui.values.countries import COUNTRIES

from tests.unit.conftest import Run
from tests.unit.publishing.made import described
from tests.unit.publishing.made_entities import Entity, all_entities, entities_of, made_archive

MODEL: dict[str, Any] = json.loads((Path(__file__).parent / "ftm_model.json").read_text("utf-8"))
VALUES = {
    "number": r"-?\d+(\.\d+)?",
    "date": r"\d{4}(-\d\d(-\d\d)?)?",
    "url": r"https?://\S+",
    "language": r"[a-z]{3}",
    "identifier": r"\S(.*\S)?",
    "country": "|".join(code.lower() for code in COUNTRIES),
}
"""What values of some types look like; of others any text is one."""


def faults(found: list[Entity]) -> list[str]:
    """What the model has against entities."""
    known = {one["id"]: one for one in found}
    said = [f"{one['id']}: there twice" for one in found if known[one["id"]] is not one]
    for one in found:
        schema = MODEL[one["schema"]]
        said += [f"{one['id']}: no {name}" for name in schema["required"] if name not in one["properties"]]
        for name, values in one["properties"].items():
            type_, *leads_to = schema["properties"][name]
            for value in values:
                if type_ == "entity":
                    fits = value in known and leads_to[0] in MODEL[known[value]["schema"]]["is"]
                else:
                    fits = bool(value.strip()) and bool(re.fullmatch(VALUES.get(type_, r"(?s).+"), value))
                said += [] if fits else [f"{one['id']}: {name} {value!r}"]
    return said


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Entity]:
    """The entities of the made archive by what follows the package's name in their ids."""
    return {one["id"].removeprefix("fair-"): one for one in entities_of(made_archive(tmp_path_factory.mktemp("made")))}


def test_the_model_has_nothing_against_them(tmp_path: Path) -> None:
    assert [faults(found) for found in all_entities(tmp_path)] == [[], []]


@pytest.mark.parametrize(
    ("id_", "name", "value"),
    [
        ("deals-order", "amount", "much"),
        ("deals-order", "authority", "fair-events-fair"),
        ("deals-order-PARTIES-2", "supplier", "nobody"),
        ("sources-paper", "language", "zh"),
        ("events-fair", "date", "19 November"),
    ],
)
def test_the_check_notices_what_does_not_fit(made: dict[str, Entity], id_: str, name: str, value: str) -> None:
    spoilt = [
        one | {"properties": one["properties"] | {name: [value]}} if key == id_ else one for key, one in made.items()
    ]
    assert faults(spoilt) == [f"fair-{id_}: {name} {value!r}"]


def test_organisations_are_what_the_source_says_and_no_more(made: dict[str, Entity]) -> None:
    assert {name: made[f"organisations-{name}"]["schema"] for name in ("bureau", "works", "club", "unknown")} == {
        "bureau": "PublicBody", "works": "Company", "club": "Organization", "unknown": "Organization",
    }  # fmt: skip
    assert made["organisations-unknown"]["properties"]["alias"] == ["The Unknown"]


def test_identifiers_stand_in_the_property_of_their_scheme(made: dict[str, Entity]) -> None:
    works = made["organisations-works"]["properties"]
    assert works["uscCode"] == ["91110000MA00000M93"]
    assert (works["registrationNumber"], works["website"]) == (["A 17"], ["https://example.org/"])
    assert "Other identifier: A 17" in works["notes"]


def test_a_body_above_another_one_does_not_own_it(made: dict[str, Entity]) -> None:
    assert "Ownership" not in {one["schema"] for one in made.values()}
    assert made["organisations-works-PARENT-1"]["properties"] == {
        "subject": ["fair-organisations-works"], "object": ["fair-organisations-club"],
        "role": ["上级机构", "Parent"], "description": ["推断", "inferred"],
    }  # fmt: skip


def test_speakers_are_persons_institutions_or_not_known(made: dict[str, Entity]) -> None:
    assert {name: made[f"speakers-{name}"]["schema"] for name in ("ann", "guild", "who")} == {
        "ann": "Person", "guild": "Organization", "who": "LegalEntity",
    }  # fmt: skip
    assert "speakers-body" not in made, "it is the organisation itself"
    assert made["speakers-body-EVENT-1"]["properties"]["subject"] == ["fair-organisations-club"]
    assert made["speakers-ann-ORGANISATION-1"]["schema"] == "Membership"
    assert made["speakers-ann-ORGANISATION-1"]["properties"]["role"] == ["Head"]
    assert made["speakers-ann-EVENT-1"]["properties"]["role"] == ["主题演讲", "keynote"]
    assert made["speakers-who"]["properties"]["notes"][0] == "Chair"


def test_an_order_of_a_buyer_from_a_supplier_is_a_contract_and_its_award(made: dict[str, Entity]) -> None:
    contract = made["deals-order"]
    assert contract["schema"] == "Contract"
    assert contract["properties"]["authority"] == ["fair-organisations-bureau"]
    assert contract["properties"]["contractDate"] == ["2025-11"], "the day is not known"
    assert (contract["properties"]["amount"], contract["properties"]["currency"]) == (["1500.5"], ["EUR"])
    assert contract["properties"]["notes"] == ["Amount: about", "金额：约"]
    assert "deals-order-PARTIES-1" not in made
    assert made["deals-order-PARTIES-2"]["schema"] == "ContractAward"
    assert made["deals-order-PARTIES-3"]["schema"] == "UnknownLink"


def test_any_other_deal_is_a_project_with_participants(made: dict[str, Entity]) -> None:
    assert {made[f"deals-{name}"]["schema"] for name in ("half", "gone", "bare")} == {"Project"}
    link = made["deals-gone-PARTIES-1"]
    assert (link["schema"], link["properties"]["role"]) == ("ProjectParticipant", ["投资方", "investor"])
    assert set(made["deals-bare"]["properties"]) == {"name", "projectId"}, "what is not stated is not there"


def test_what_no_sum_counts_says_so(made: dict[str, Entity]) -> None:
    gone = made["deals-gone"]["properties"]
    assert gone["status"] == ["终止", "cancelled"]
    assert gone["notes"][-2:] == ["Not counted in sums: cancelled", "不计入合计：终止"]
    assert "Category: inferred" in gone["notes"]
    assert (gone["startDate"], gone["country"]) == (["2026"], ["de", "eu"])


def test_documents_are_what_the_records_rest_on(made: dict[str, Entity]) -> None:
    document = made["sources-paper"]["properties"]
    assert (document["language"], document["publishedAt"]) == (["eng"], ["2025-11-20"])
    assert (document["retrievedAt"], document["publisher"]) == (["2025-11-21"], ["Club"])
    assert document["sourceUrl"] == ["https://example.org/a", "https://example.org/kept"]
    link = made["deals-order-CITES-1"]
    assert link["schema"] == "Documentation"
    assert (link["properties"]["document"], link["properties"]["entity"]) == (
        ["fair-sources-paper"],
        ["fair-deals-order"],
    )
    assert link["properties"]["summary"] == ["It opens."]


def test_the_command_writes_a_line_an_entity(run: Run, tmp_path: Path) -> None:
    ran = run("publish", tmp_path / "out", "--format", "ftm", "--filter", "country:DE")
    assert ran.code == 0
    lines = (tmp_path / "out" / "entities.ftm.json").read_text("utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert faults(found) == []
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "README.md", "datapackage.json", "entities.ftm.json",
    ]  # fmt: skip
    assert described(tmp_path / "out")["resources"][0]["path"] == "entities.ftm.json"
    assert f"{len(lines)} " in ran.err
