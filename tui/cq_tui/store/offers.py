"""Values to go on with while a filter is typed, with how many records have each."""

from cq_tui.query.complete import complete
from cq_tui.query.joining import conditions
from cq_tui.query.parse import parse
from cq_tui.schema.kind import Kind
from cq_tui.store.facets import MOST, value_sql
from cq_tui.store.selection import Selection
from cq_tui.store.store import Store


def values_to_go_on(store: Store, text: str, kind: Kind) -> list[tuple[str, int]]:
    """The values that the last word of a filter could become, and their counts under the words before it."""
    completions = [one for one in complete(text, kind) if one.code is not None]
    if not completions or completions[0].field is None:
        return []
    before = text[: conditions(text, kind)[-1].span.start]
    facets = Selection(store, parse(before, kind)).groups(value_sql(completions[0].field), MOST)
    counts = {facet.value: facet.count for facet in facets}
    offers = [(one.word, counts.get(one.code, 0)) for one in completions]
    return sorted((one for one in offers if one[1]), key=lambda one: -one[1])
