"""The server for agents, asked by the client of the official package: in this process, and once over real pipes."""

import asyncio
import os
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from cq_tui.store.store import Store

from tests.unit.conftest import Ids, Run

pytestmark = pytest.mark.skipif(find_spec("mcp") is None, reason="without mcp")
Ask = Callable[..., dict[str, Any]]


# Imported late: every worker collects this file and one asks; the package takes half a second.
def _client(whom: object) -> Any:
    from mcp import Client

    return Client(whom)


def _server(store: Store) -> object:
    from cq_tui.agents.server import server

    return server(store)


@pytest.fixture(scope="module")
def ask(store: Store) -> Ask:
    """Asks one question; gives its structured answer, or raises with the text of its error."""

    def asked(tool: str, **arguments: Any) -> dict[str, Any]:
        async def call() -> Any:
            async with _client(_server(store)) as client:
                return await client.call_tool(tool, arguments)

        found = asyncio.run(call())
        if found.is_error:
            raise LookupError(found.content[0].text)
        answer: dict[str, Any] = found.structured_content
        return answer

    return asked


def test_each_tool_says_what_it_does_and_that_it_only_reads(store: Store) -> None:
    async def call() -> Any:
        async with _client(_server(store)) as client:
            return client.instructions, (await client.list_tools()).tools

    about, tools = asyncio.run(call())
    assert "never add them up" in about
    assert [one.name for one in tools] == ["kinds", "schema", "records", "record", "values", "search"]
    assert all(one.annotations.read_only_hint and len(one.description) > 40 for one in tools)


@pytest.mark.parametrize("text", ["", "xnl", "amount>=10亿", "country:DE"])
def test_records_are_the_selection_s(ask: Ask, select: Ids, text: str) -> None:
    found = ask("records", kind="deals", filter=text)
    assert [one["id"] for one in found["records"]] == select(text)
    assert (found["count"], found["of"]) == (len(select(text)), 4)


def test_fields_rows_and_sums(ask: Ask) -> None:
    found = ask("records", kind="deals", sort="amount-desc", fields=["title", "year"], limit=1, offset=1)
    assert found["records"] == [
        {"title": {"zh": "新能源汽车零部件定向订单与供应平台",
                   "en": "Directed orders and supply platform for new energy vehicle parts"}, "year": 2025}
    ]  # fmt: skip
    assert found["sums"][0]["amount"] == 75_000_000_000
    assert len(ask("records", kind="passages", limit=10**6)["records"]) <= 200


def test_a_record_brings_its_links_and_passages(ask: Ask) -> None:
    found = ask("record", kind="deals", id="nev-credit-line")
    assert found["record"]["amount"] == 75_000_000_000
    assert [one["id"] for one in found["passages"]] == found["record"]["cites"]
    assert found["passages"][0]["source"]


def test_values_lead_to_a_filter(ask: Ask) -> None:
    found = ask("values", kind="deals", field="category")
    first = found["values"][0]
    assert (first["count"], first["filter"]) == (2, "category:finance")
    assert ask("records", kind="deals", filter=first["filter"])["count"] == 2


def test_a_search_names_the_first_of_each_kind(ask: Ask) -> None:
    found = ask("search", words="xnl")
    assert [one["id"] for one in found["organisations"]["first"]] == ["southwest-aluminium"]


def test_kinds_and_schemas(ask: Ask, store: Store) -> None:
    assert {name: one["count"] for name, one in ask("kinds").items()} == store.totals
    assert "deals" in ask("schema", kind="deals")["properties"]


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("records", {"kind": "deal"}, "There is no kind deal; there are deals,"),
        ("records", {"kind": "deals", "filter": "stge:signed"}, "Did you mean stage?"),
        ("records", {"kind": "deals", "sort": "sizee"}, "sizee"),
        ("records", {"kind": "deals", "fields": ["sizee"]}, "deals have no field sizee"),
        ("record", {"kind": "deals", "id": "no"}, "There is no no in deals."),
        ("values", {"kind": "deals", "field": "amounts"}, "have no field amounts"),
    ],
)
def test_what_can_t_be_is_told_in_one_line(ask: Ask, tool: str, arguments: dict[str, Any], said: str) -> None:
    with pytest.raises(LookupError) as raised:
        ask(tool, **arguments)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_over_pipes_nothing_but_the_protocol_comes_and_the_end_of_stdin_ends_it(tmp_path: Path) -> None:
    from mcp import StdioServerParameters

    command = StdioServerParameters(
        command=sys.executable,
        args=["-m", "cq_tui", "mcp", "--secure"],
        env={"HOME": str(tmp_path), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
    )

    async def call() -> Any:
        async with _client(command) as client:
            return await client.call_tool("records", {"kind": "speakers"})

    assert asyncio.run(asyncio.wait_for(call(), 60)).structured_content["count"] == 13


def test_in_secure_mode_no_other_archive_is_served(run: Run) -> None:
    assert run("--secure", "mcp", "--archive", ".").code == 2
