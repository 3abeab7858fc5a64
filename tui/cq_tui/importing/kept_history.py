"""The figures of an earlier edition of a list, kept as the history of its deals when a later one replaces it.

A deal whose stage or amount the later edition changes gets an entry with the earlier figure, where its history does
not tell that yet, and one with the later figure, which is its latest. What was kept before is carried over.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cq_tui.archive.declare import schema_with
from cq_tui.archive.over_time import KIND, RULE, HistoryEntry
from cq_tui.files.write import failure
from cq_tui.importing.commit.manifest import taken_on
from cq_tui.importing.commit.staging import Staged
from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.importer import Converted
from cq_tui.importing.later_edition import later_edition
from cq_tui.importing.recognise.days.over_the_years import kind_over_time
from cq_tui.importing.writing import Staging, compared
from cq_tui.language import _, ngettext
from cq_tui.schema.field import Field
from cq_tui.schema.flat import cells_of
from cq_tui.schema.history import FIELD
from cq_tui.schema.kind import Kind
from cq_tui.schema.text import Text
from cq_tui.values.codes import Precision
from cq_tui.values.csv_line import CsvLine
from cq_tui.values.reasons import ReasonError
from cq_tui.values.today import today
from cq_tui.values.types.partial_day import PATTERN, is_in_calendar

_DAY = re.compile(PATTERN)
_KNOWN = {Precision.YEAR: len("2025"), Precision.MONTH: len("2025-11"), Precision.DAY: len("2025-11-19")}
Entries = tuple[HistoryEntry, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """The days of the earlier and of the later edition, each a day, a month or a year; empty where none is told.

    The earlier one is for deals without a day of their own.
    """

    earlier: str = ""
    later: str = ""


def days(text: str) -> Days | None:
    """The days of ``DAY``, ``DAY..DAY`` or ``..DAY``; None for what is none, or where the later one comes first."""
    earlier, _mark, later = text.partition("..")
    told = [day for day in (earlier, later) if day]
    fit = all(_DAY.match(day) and is_in_calendar(day) for day in told)
    in_order = len(told) < 2 or told[0] <= told[1]
    return Days(earlier, later) if fit and in_order else None


@dataclass(frozen=True, slots=True)
class Kept:
    """The files of a later edition with the earlier one's figures, and how many deals keep theirs."""

    staged: Staging
    deals: int = 0


def kept_words(deals: int) -> str:
    """How many deals keep their earlier figures."""
    words = ngettext("{count} deal keeps its earlier figures.", "{count} deals keep their earlier figures.", deals)
    return words.format(count=f"{deals:,}")


def keeping_history(converted: Converted, staged: Staging, told: Days) -> Kept:
    """Put the earlier edition's figures into the history of the deals that a later edition changes.

    Raises ImportProblem where that can't be, or where no day of the earlier edition is known and one is needed, and
    QueryError.
    """
    prepared = converted.prepared
    if prepared.kind.name != KIND:
        raise ImportProblem(_("A history is kept of deals alone."))
    if not staged.replaces:
        return Kept(staged)
    kind = _over_time(converted)
    field = kind.by_name.get(FIELD)
    if field is None or field.shown.own:
        raise ImportProblem(_("This archive means something else by history; no earlier figures can be kept there."))
    histories = _histories(converted, staged, told)
    if not histories:
        return Kept(staged)
    name = f"data/{prepared.listed.id}/{KIND}.csv"
    before = next(one for one in staged.every if one.name == name)
    made = before.made.with_name(f"{before.made.name}-kept")
    try:
        with made.open("w", encoding="utf-8", newline="") as file:
            file.writelines(_lines(before.made, kind, field, histories))
    except OSError as error:
        raise ImportProblem(failure(str(made.parent), error)) from None
    every = [Staged(name, made) if one is before else one for one in staged.every]
    return Kept(compared(converted, every, staged.stale), len(histories))


def _over_time(converted: Converted) -> Kind:
    """The kind with a history and with the fields that the list adds to it; without a history where it can't be."""
    store, text = converted.prepared.store, converted.own.text
    return (
        schema_with(store.archive.root, text, history=True)[KIND] if text else kind_over_time(store, converted.own.kind)
    )


def _histories(converted: Converted, staged: Staging, told: Days) -> dict[str, Entries]:
    """The histories of the deals that have one which the list does not tell itself, by their ids."""
    listed = converted.prepared.listed
    edition = Edition(listed.called, f"{listed.id}-r", told, taken_on(converted.prepared.store.archive.root, listed.id))
    found = {}
    with later_edition(converted, staged) as later:
        every = next(one for one in later.differences if one.kind.name == KIND)
        for old, new in (one.records for one in every.changed()):
            history = edition.history(old, new)
            if history != _history(new):
                found[new.id] = history
    return found


def _history(deal: Any) -> Entries:
    found: Entries = getattr(deal, FIELD, ())
    return found


def _figure(deal: Any) -> tuple[Any, Any, Any]:
    return deal.stage, deal.amount, deal.currency


@dataclass(frozen=True, slots=True)
class Edition:
    """An earlier edition of a list: what the list is called, how its passages begin, and the days that are known."""

    called: str
    passages: str
    told: Days
    taken: str

    @staticmethod
    def differs(old: Any, new: Any) -> bool:
        """Whether a deal has another stage, amount or currency by now."""
        return _figure(old) != _figure(new)

    def history(self, old: Any, new: Any) -> Entries:
        """The history of a deal as the later edition and the earlier one tell it together."""
        carried = self._carried(_history(old), _history(new))
        found = _merged(carried, _history(new))
        if not self.differs(old, new):
            return found
        found = _merged(found, self._earlier(old, _history(old)))
        return _with_latest(found, self._later(new, found))

    def _carried(self, before: Entries, now: Entries) -> Entries:
        """What was kept or written before; what the list told itself only where it tells no history any more.

        The passages of the list are made anew with each edition, so that no entry of an earlier one cites them.
        """
        kept = [one for one in before if not now or one.note or one.cites or one.amount is not None]
        there = {_said(one) for one in now}
        cited = (tuple(cite for cite in one.cites if not cite.startswith(self.passages)) for one in kept)
        every = (one.model_copy(update={"cites": cites}) for one, cites in zip(kept, cited, strict=True))
        return tuple(one for one in every if _said(one) not in there)

    def _earlier(self, old: Any, before: Entries) -> Entries:
        """The figure of the earlier edition, as far as the history did not tell it."""
        stage = old.stage if RULE.stage(None, before) != old.stage else None
        money = (old.amount, old.currency) if RULE.money(before) != (old.amount, old.currency) else (None, None)
        if stage is None and money[0] is None:
            return ()
        day = _day(old) or self.told.earlier or self.taken
        if not day:
            message = _("No day is known of the earlier edition of {list}: name one, as in --keep-history 2025-05-31.")
            raise ImportProblem(message.format(list=self.called))
        against = [one.date for one in before if not one.planned and _tells(one, stage, money[0])]
        note = Text(zh=f"前一版的数字（{self.called}）", en=f"Figure of the earlier edition ({self.called})")
        return (_entry(max([day, *against]), stage, money, note),)

    def _later(self, new: Any, told: Entries) -> HistoryEntry | None:
        """The figure of the later edition, as far as nothing tells it yet; None where it states none."""
        stage = new.stage if new.stage != RULE.stage(None, told) else None
        money = (new.amount, new.currency) if RULE.money(told) != (new.amount, new.currency) else (None, None)
        if stage is None and money[0] is None:
            return None
        day = self.told.later or today().isoformat()
        note = Text(zh=f"{day} 版的数字（{self.called}）", en=f"Figure of the edition of {day} ({self.called})")
        return _entry(day, stage, money, note)


def _day(deal: Any) -> str:
    """The deal's own day, as far as it is known; empty where it is not."""
    return deal.date.isoformat()[: _KNOWN[deal.date_precision]] if deal.date else ""


def _tells(one: HistoryEntry, stage: Any, amount: Any) -> bool:
    return (stage is not None and one.stage is not None) or (amount is not None and one.amount is not None)


def _entry(day: str, stage: Any, money: tuple[Any, Any], note: Text) -> HistoryEntry:
    # Amounts and stages are those of records, which are checked; an archive may have stages of its own.
    return HistoryEntry.model_construct(date=day, stage=stage, amount=money[0], currency=money[1], note=note)


def _said(one: HistoryEntry) -> tuple[Any, ...]:
    return one.date, one.stage, one.amount, one.currency, bool(one.planned)


def _merged(entries: Sequence[HistoryEntry], more: Iterable[HistoryEntry]) -> Entries:
    """Entries with further ones, each behind all that do not lie after it."""
    found = list(entries)
    for one in more:
        place = max((at + 1 for at, other in enumerate(found) if other.date <= one.date), default=0)
        found.insert(place, one)
    return _in_order(found)


def _with_latest(entries: Entries, latest: HistoryEntry | None) -> Entries:
    """Entries with the one that is told last of all that has come."""
    if latest is None:
        return entries
    day = max([latest.date, *(one.date for one in entries if not one.planned)])
    return _merged(entries, [latest.model_copy(update={"date": day})])


def _in_order(entries: list[HistoryEntry]) -> Entries:
    """The entries as they are, or by their days where one that is known in part only stands in the way."""
    try:
        RULE.check(entries)
    except ReasonError:
        entries = sorted(entries, key=lambda one: one.date)
    return tuple(entries)


def _lines(made: Path, kind: Kind, field: Field, histories: Mapping[str, Entries]) -> Iterator[str]:
    """A table of deals with histories in it, where an import writes the column that has them itself."""
    before = [name for one in kind.fields[: kind.fields.index(field)] for name in one.column_names]
    with made.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        header = next(rows)
        there, id_ = FIELD in header, header.index("id")
        at = header.index(FIELD) if there else sum(name in before for name in header)
        yield CsvLine.line(header if there else [*header[:at], FIELD, *header[at:]])
        for row in rows:
            cells = row if there else [*row[:at], "", *row[at:]]
            if row[id_] in histories:
                cells[at] = field.type.export_cell(cells_of(field, histories[row[id_]])[0], raw=False)
            yield CsvLine.line(cells)
