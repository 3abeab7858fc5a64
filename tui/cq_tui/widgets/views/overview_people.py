"""Who spoke, from where, and what was launched, as lines of the overview."""

from collections import Counter
from collections.abc import Iterator

from rich.cells import cell_len

from cq_tui.kinds.events import Event
from cq_tui.kinds.organisations import Organisation
from cq_tui.kinds.speakers import Speaker
from cq_tui.language import _, ngettext
from cq_tui.query.spelling import not_stated, with_code
from cq_tui.schema.cells import code_words, is_judged, mark_judged
from cq_tui.store.selection.referred import referred
from cq_tui.store.store import Store
from cq_tui.store.views.summary import own_filter
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.line_widget import StyledText, cells_of
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.base.text_layout import cut

_MOST = 5
"""Platforms that are named."""


def people_lines(store: Store, event: Event, width: int) -> Iterator[Row]:
    """A line for the speakers and one for each platform."""
    rows = [*_speakers(store, event, width), *_platforms(store, event, width)]
    if rows:
        yield from (*rows, Row())


def _speakers(store: Store, event: Event, width: int) -> Iterator[Row]:
    """How many, and how many from which country: that of the organisation that each spoke for."""
    kind = store.kind("speakers")
    speakers = [one for one in store.records("speakers", event=event.id) if isinstance(one, Speaker)]
    if not speakers:
        return
    store.fetch(referred(store, kind, speakers, frozenset({"organisation"})))
    places = [_country(store, one) for one in speakers]
    countries = Counter(code for code, _judged in places)
    judged = {code for code, ours in places if ours}
    field = next(one for one in kind.asked if one.name == "country")
    own = own_filter(store, event, kind)
    told = [
        (f"{mark_judged(code_words(field, code), judged=code in judged)} {number:,}", with_code(kind, field, code))
        for code, number in countries.most_common()
        if code
    ]
    if told and countries[None]:
        unknown = _("not stated")
        told.append((f"{unknown} {countries[None]:,}", not_stated(kind, field)))
    count = store.belonging.get(event.id, {}).get("speakers", len(speakers))
    pieces: list[StyledText] = [(f" {kind.label}", "heading"), (f"  {count:,}", "main")]
    more: list[tuple[int, Link]] = []
    for words, where in told:
        gap = " · " if more else "   "
        room = width - cells_of(pieces) - cell_len(gap) - 1
        pieces += [(gap, "dim"), (cut(words, room), "text")]
        more.append((len(pieces) - 1, Link("speakers", filter=" ".join(filter(None, (where, own))))))
        if cell_len(words) > room:
            break
    yield Row(pieces, Link("speakers", filter=own), more)


def _country(store: Store, speaker: Speaker) -> tuple[str | None, bool]:
    """The country that a speaker is from, and whether it is judged, or the organisation is."""
    organisation = store.get("organisations", speaker.organisation) if speaker.organisation else None
    if not isinstance(organisation, Organisation):
        return None, False
    ours = is_judged(store.kind("organisations").by_name["country"], organisation)
    return organisation.country, ours or is_judged(store.kind("speakers").by_name["organisation"], speaker)


def _platforms(store: Store, event: Event, width: int) -> Iterator[Row]:
    """The names, one below the other, behind what they are."""
    kind = store.kind("platforms")
    platforms = store.records("platforms", _MOST, event=event.id)
    count = store.belonging.get(event.id, {}).get("platforms", len(platforms))
    label = f" {kind.label}  {count:,}   "
    for place, one in enumerate(platforms):
        start: list[StyledText] = [(f" {kind.label}", "heading"), (f"  {count:,}   ", "main")]
        if place:
            start = [(" " * cell_len(label), "text")]
        yield Row(
            [*start, (cut(clean_line(one.called), width - cell_len(label) - 1), "link")], Link("platforms", one.id)
        )
    if count > len(platforms):
        rest = count - len(platforms)
        words = ngettext("and {count} more", "and {count} more", rest).format(count=f"{rest:,}")
        yield Row(
            [(" " * cell_len(label), "text"), (words, "link")], Link("platforms", filter=own_filter(store, event, kind))
        )
