"""The server of the Model Context Protocol over stdin and stdout, by the official package. It only reads."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from cq_tui import __version__
from cq_tui.agents.answers import MOST, AnswerError, Answers
from cq_tui.store.store import QueryError, Store

_ABOUT = f"""Outcomes of investment events: signed deals, speakers, platforms, the industry chain, organisations, and
the passages of the sources that each record rests on. Ask kinds first.

Every list takes a filter: words (Chinese, English, or pinyin as xnl), field:value, amount>=1亿 or amount>=100m,
country:DE, stage:signed, -field:value to leave out, has:amount. An answer holds {MOST} records at most, and offset
leads on.

Sums keep kinds of money and currencies apart and say what they leave out: never add them up across these. A value whose
..._basis is "inferred" is a judgement and not the source's word. Cite the passages when you tell a figure."""

_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)


def server(store: Store) -> MCPServer[Any]:
    """A server whose tools are the questions of ``Answers``; their docstrings are what an agent reads of them."""
    made = MCPServer("cq-tui", version=__version__, instructions=_ABOUT, log_level="CRITICAL")
    found = Answers(store)
    for question in (found.kinds, found.schema, found.records, found.record, found.values, found.search):
        made.add_tool(_told(question), annotations=_READS)
    return made


def _told(question: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """The question, with what is wrong with it told to the agent; the package keeps the text of other errors back."""

    @wraps(question)
    def asked(*given: Any, **named: Any) -> dict[str, Any]:
        try:
            return question(*given, **named)
        except (AnswerError, QueryError) as error:
            raise ToolError(str(error)) from None

    return asked


def serve(store: Store) -> None:
    """Answer until the agent closes stdin."""
    server(store).run("stdio")
