"""Values that the last word of a filter could become while it is typed, with how many records have each."""

from cq_tui.query.columns import groups_of
from cq_tui.query.complete import complete
from cq_tui.query.joining import conditions
from cq_tui.query.parse import parse
from cq_tui.store.selection.facets import MOST
from cq_tui.store.selection.selection import Selection
from cq_tui.values.countries import members


def suggest_values(selection: Selection, text: str) -> list[tuple[str, int]]:
    """Pairs of a value and its count among the records that the words before it leave, the most frequent first.

    ``text`` is the filter as it is typed; what is asked is cancelled with the selection.
    """
    kind = selection.kind
    completions = [one for one in complete(text, kind) if one.code is not None]
    field = completions[0].field if completions else None
    if field is None:
        return []
    before = text[: conditions(text, kind)[-1].span.start]
    counts = dict(selection.beside(parse(before, kind)).largest(groups_of(kind, field), MOST).sizes)
    unions = {one.code: one.text for one in completions if members(field.codes, one.code or "")}
    counts |= {code: selection.beside(parse(text, kind)).count for code, text in unions.items()}
    suggestions = [(one.word, counts.get(one.code, 0)) for one in completions]
    return sorted((one for one in suggestions if one[1]), key=lambda one: -one[1])
