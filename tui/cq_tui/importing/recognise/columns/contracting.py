"""Statuses by the Open Contracting Data Standard: one word says another stage of a tender, an award and a contract."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.words.code_lookup import code_lookup
from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.importing.recognise.words.word import EXACT
from cq_tui.kinds.deals import Stage
from cq_tui.schema.field import Field

_STAGES: Mapping[str, Mapping[str, Stage]] = {
    "contract": {
        "pending": Stage.PLEDGED,
        "active": Stage.SIGNED,
        "cancelled": Stage.CANCELLED,
        "terminated": Stage.COMPLETED,
    },
    "award": {
        "pending": Stage.PLEDGED,
        "active": Stage.COMMITTED,
        "cancelled": Stage.CANCELLED,
        "unsuccessful": Stage.CANCELLED,
    },
    "tender": {
        "planning": Stage.PLEDGED,
        "planned": Stage.PLEDGED,
        "pending": Stage.PLEDGED,
        "active": Stage.PLEDGED,
        "cancelled": Stage.CANCELLED,
        "unsuccessful": Stage.CANCELLED,
        "withdrawn": Stage.CANCELLED,
        "complete": Stage.COMMITTED,
    },
}
"""What the standard means by each, the furthest first: a tender that is planned is not agreed, an active contract is
signed, and a terminated one came to its end."""
_OF = re.compile(r"\b(tender|award|contract)s?(?: \d+)?(?: (?:tender|award|contract))? status$")
_CELL = re.compile(r"\s*(tender|award|contract)\s*:\s*(.*)")
_PROCESS = re.compile(r"(?:^|\s)ocid$")
_ENTRY = re.compile(r"(?i)(?:^|[/.])(?:awards|contracts)[/.]\d+[/.]")


def contracting_codes(draft: Draft, one: Field, name: str) -> dict[str, str]:
    """The codes of a column's words where the standard means another stage by them than they say elsewhere."""
    if not _is_progress(draft, one) or not _is_contracting(draft):
        return {}
    known, of = code_lookup(one), _of(name)
    found: dict[str, str] = {}
    for cell in dict.fromkeys(draft.cells[name]):
        said = _CELL.fullmatch(cell)
        what, word = (said[1], said[2]) if said else (of, cell)
        stage = _STAGES.get(what, {}).get(word.strip().casefold().replace("canceled", "cancelled"))
        if stage and (known.unknown(cell, several=False) or known.code(cell) != stage.value):
            found[cell.strip()] = stage.value
    return found


def weigh_statuses(draft: Draft) -> None:
    """Have the statuses of tender, award and contract mean the stage alike, however many words their headers have."""
    if not _is_contracting(draft):
        return
    for name, word in draft.words.items():
        if word.field is not None and _is_progress(draft, word.field) and _of(name):
            draft.words[name] = replace(word, certainty=EXACT)


def furthest_status(draft: Draft, one: Field, names: Sequence[str]) -> str:
    """Of the statuses of tender, award and contract the furthest one, if it is as full as all others; else none."""
    if not _is_progress(draft, one) or not _is_contracting(draft) or not all(map(_of, names)):
        return ""
    order = list(_STAGES)
    first = min(names, key=lambda name: order.index(_of(name)))
    return first if all(len(draft.cells[first]) >= len(draft.cells[name]) for name in names) else ""


def _is_progress(draft: Draft, one: Field) -> bool:
    return draft.kind.money is not None and one.name == draft.kind.money.progress


def _of(header: str) -> str:
    """Whose status a header says: ``awards/0/status``, ``tender_status``; empty where it is nobody's of these."""
    match = _OF.search(key_of(header))
    return match[1] if match else ""


def _is_contracting(draft: Draft) -> bool:
    """Whether a list has the number of a process, or entries of awards or contracts, as the standard has them."""
    return any(_PROCESS.search(key_of(name)) or _ENTRY.search(name) for name in draft.header.names)
