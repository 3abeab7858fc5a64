"""Which columns a list without titles may call its records by, in the order in which they are offered."""

from collections.abc import Sequence

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.id_headers import are_ids
from cq_tui.importing.recognise.columns.profile import mostly
from cq_tui.importing.recognise.parties.company_cells import is_company
from cq_tui.importing.recognise.titles.full_names import goodness, is_code
from cq_tui.importing.recognise.titles.stories import are_short_names, is_path, tells_stories
from cq_tui.importing.recognise.words.attribute_words import is_address

_LIKELY, _TIMES = 0.2, 1.5
"""How far a column reads as full names to be the likely one, and how much further than the next one."""
_HALF = 0.5


def may_be_titles(draft: Draft, free: Sequence[str]) -> tuple[list[str], str]:
    """The columns, the best first, and the likely one of them; empty where none is.

    ``free``: those that no field takes. What another field takes may call the records as well, if it holds texts.
    """
    taken = [
        name
        for name in draft.header.names
        if name not in {*free, *draft.private} and draft.cells[name] and not _is_plain(draft, name)
    ]
    every = best_first(draft, (*free, *taken))
    rivals = [name for name in every if not tells_stories(draft.profiles[name])] or every
    first, *others = [
        _goodness(draft, name) if _rank(draft, name)[:2] == (False, False) else 0.0 for name in rivals
    ] or [0]
    is_likely = first >= _LIKELY and first >= _TIMES * max(others, default=0.0)
    return every, rivals[0] if is_likely else ""


def best_first(draft: Draft, names: Sequence[str]) -> list[str]:
    """Columns that may call the records, the best first: full names, then paragraphs, then what is no text."""
    return _stories_behind_names(draft, sorted(names, key=lambda name: _rank(draft, name)))


def _stories_behind_names(draft: Draft, names: list[str]) -> list[str]:
    """Columns with those of short names before those of paragraphs, where there are both."""
    stories = [name for name in names if tells_stories(draft.profiles[name])]
    short = [name for name in names if _rank(draft, name)[:2] == (False, False)]
    short = [name for name in short if name not in stories and are_short_names(draft.profiles[name])]
    if not stories or not short:
        return names
    return [*short, *(name for name in names if name not in (*short, *stories)), *stories]


def _rank(draft: Draft, name: str) -> tuple[bool, bool, float, float]:
    """What reads as full names comes first; then places and words of code lists; ids, numbers and dates come last."""
    field, profile = draft.words[name].field, draft.profiles[name]
    is_class = field is not None and (field.codes is not None or field.name == "place")
    is_code = (
        are_ids(name, profile)
        or is_address(name)
        or mostly(profile.share(_is_numbered))
        or mostly(profile.share(_is_link))
        or mostly(profile.entries)
        or _is_constant(draft, name)
    )
    return _is_plain(draft, name) or is_code, is_class, -_goodness(draft, name), -profile.filled


def _is_numbered(cell: str) -> bool:
    """Whether a cell is a code with a number in it; a town in capitals is none."""
    return is_code(cell) and any(map(str.isdigit, cell))


def _is_link(cell: str) -> bool:
    return cell.startswith(("https://", "http://", "www.")) or is_path(cell)


def _is_constant(draft: Draft, name: str) -> bool:
    """Whether all rows of a list have the same cell, which tells none from another."""
    cells = draft.profiles[name].cells
    return len(cells) > 1 and len(set(cells)) == 1


def _is_plain(draft: Draft, name: str) -> bool:
    """Whether a column holds numbers or dates, or what they are counted in."""
    profile = draft.profiles[name]
    shares = (profile.amounts, profile.bare_numbers, profile.dates, profile.currencies, profile.measures)
    return name in (draft.unit_column, draft.currency_column) or any(map(mostly, shares))


def _goodness(draft: Draft, name: str) -> float:
    """How far a column calls its rows: by full names, or by companies, which may come again."""
    profile = draft.profiles[name]
    companies = profile.filled if profile.share(is_company) >= _HALF else 0.0
    return max(goodness(profile), _HALF * companies)
