"""What ``cq-tui import`` tells on stderr: the mapping, what is asked, the review, what was not read, the counts."""

import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from shlex import quote

from cq_tui.commands.common import CommandError, say
from cq_tui.commands.narration import is_quiet, is_verbose
from cq_tui.importing.errors import ASIDE, TOGETHER
from cq_tui.importing.importer import Converted
from cq_tui.importing.noticed_words import noticed_words
from cq_tui.importing.recognise.maps import map_file
from cq_tui.importing.recognise.maps.mapping import TABLE_OF_NAMES
from cq_tui.importing.recognise.prepare import Prepared
from cq_tui.importing.review.organisation_words import EVERY, FEW, MORE
from cq_tui.importing.review.words import review_lines
from cq_tui.language import _, listed, ngettext, sentences
from cq_tui.values.clean import clean_line
from cq_tui.values.reasons import Reason

_ALIKE = 3
"""Columns that are set aside for the same or a like reason and have a line each; with -v and in MAP.toml all have."""
_NAMED = 30
"""Columns without a field that are named on stderr; MAP.toml names all."""
_ROWS = 3
"""Refused rows that are named."""
_ANSWERS = 15
"""Answers of a question that are named."""
_NAMED_ANSWERS = 3
"""Answers that are named where one sentence says how to answer."""
_CELLS = 12
"""Cells of a column that could not be read and are named; ``remarks.csv`` has all."""


def say_mapping(prepared: Prepared) -> None:
    """Where the header stands, what else the file holds, and what each field is read from."""
    list_ = prepared.listed
    row = list_.header.row
    where = _("{file}: the header is row {row}").format(file=list_.called, row=row) if row else list_.called
    if list_.header.nameless:
        where = _("{file}: no row is a header; its columns are called by their letters").format(file=list_.called)
    if prepared.given:
        say(_("The mapping is read from {path}.").format(path=prepared.source))
    others = list_.sheet.others_told
    say(f"{where} ({others})" if others else where)
    for noticed in (*list_.sheet.noticed, *list_.header.noticed):
        say(clean_line(noticed_words(noticed, on_screen=False)))
    proposal = prepared.proposal
    lines = [line for line in map_file.text(proposal).splitlines() if line and not line.startswith("#")]
    for line, after in zip(lines, [*lines[1:], "["], strict=True):
        if not (line.startswith("[") and after.startswith("[")):  # nothing but a question stands below it
            why = proposal.why(line.strip("[]")) if line.startswith("[") else ""
            say(f"  {line}" + (f"  # {why}" if why else ""))
    _say_set_aside(proposal.left_aside)


def _say_set_aside(every: Mapping[str, Reason]) -> None:
    """The columns that are no field's although they could be: many for the same reason, or a like one, on one line."""
    alike = defaultdict[str, list[str]](list)
    for column, reason in every.items():
        alike[str(reason)].append(column)
    told: Counter[str] = Counter()
    others = list[str]()
    for why, columns in alike.items():
        code = every[columns[0]].code
        if is_verbose() or (len(columns) <= _ALIKE and told[code] + len(columns) <= _ALIKE):
            for column in columns:
                say(clean_line(_("Set aside: {column}: {why}").format(column=column, why=why)))
        elif len(columns) > _ALIKE:
            say(clean_line(_("Set aside: {column}: {why}").format(column=_first_of(columns), why=why)))
        else:
            others += columns
        told[code] += len(columns) if len(columns) <= _ALIKE else 0
    if others:
        say(clean_line(_("Set aside for like reasons, which MAP.toml tells: {names}").format(names=_first_of(others))))


def _first_of(columns: Sequence[str]) -> str:
    """The first of some columns, and how many they are."""
    rest = len(columns) - _ALIKE
    more = [ngettext("and {count} more", "and {count} more", rest).format(count=f"{rest:,}")] if rest > 0 else []
    return listed([*columns[:_ALIKE], *more])


def say_questions(prepared: Prepared) -> None:
    """Each question that is open, its answers as ``--set`` takes them, and what they make of the first cells."""
    for question in prepared.proposal.questions:
        say(f"? {question.field}: {question.text}")
        said = [(setting, one) for one in question.by_themselves for setting in one.settings(question.field)]
        for setting, one in said[:_ANSWERS]:
            likely = _("likely") if one.likely else ""
            told = "; ".join(filter(None, (likely, one.told)))
            say(f"    --set {quote(setting)}" + (f"  # {told}" if told else ""))
        if (rest := len(said) - _ANSWERS) > 0:
            say("    " + ngettext("and {count} more", "and {count} more", rest).format(count=f"{rest:,}"))
        if none := question.none_of_these:
            words = _("none of these; no field takes it")
            say(f"    --set {quote(none)}  # {words}")


def open_questions(prepared: Prepared) -> str:
    """The first question that is open, and where or how to answer it."""
    questions = prepared.proposal.questions
    first = questions[0]
    more = len(questions) - 1
    rest = ngettext("{count} more question stands there.", "{count} more questions stand there.", more) if more else ""
    if prepared.source:  # it is the user's own, and not written anew
        answer = (
            _("Write the answer into {path}, at the top: {answers}.")
            if first.asked.of_place
            else _("Write the answer into {path}, below [{field}]: {answers}.")
        )
        lines = _(" or ").join(one.assignment for one in first.by_themselves)
        told = answer.format(path=prepared.source, field=first.field, answers=lines)
    else:
        answer = _("The answers to choose from stand in {path}: keep one there and run the command again.")
        told = answer.format(path=prepared.map_path)
    said = sentences(f"{first.field}: {first.text}", told, rest.format(count=more))
    answers = [one for one in first.by_themselves if one.likely] or first.by_themselves
    given = [f"--set {quote(setting)}" for one in answers if one.value for setting in one.settings(first.field)]
    if given:
        told = _(" or ").join(given[:_NAMED_ANSWERS])
        said = sentences(said, _("Or answer it on the command line: {settings}").format(settings=told))
    return said


def line_of(row: int, column: str, value: str, reason: str) -> str:
    """A row, the cell of it that is meant, and what is wrong with it."""
    where = _("row {row}").format(row=row)
    cell = (f'{column}: "{_short(value)}" ' if value else f"{column}: ") if column else ""
    return clean_line(f"{where}: {cell}{reason}")


def _short(value: str) -> str:
    return value if len(value) <= 60 else value[:59] + "…"


def say_near(converted: Converted) -> None:
    """Name the first of the new organisations that are nearly known ones."""
    near = converted.near
    count = len({name for name, _known, _alike in near})
    if near:
        message = ngettext(
            "{count} new organisation is nearly a known one: {first}; MAP.toml can say that they are one.",
            "{count} new organisations are nearly known ones: {first}; MAP.toml can say that they are one.",
            count,
        )
        name, _known, alike = near[0]
        known = ", ".join(id_ for one, id_, _alike in near if one == name)
        say(message.format(count=count, first=f"{name} ~ {known} ({alike} %)"))


def say_together(converted: Converted) -> None:
    """Name the spellings that were put together with others, and how they are parted."""
    if together := converted.together:
        message = ngettext(
            "{count} spelling was put together with another: {first}. To part them: --set {setting}",
            "{count} spellings were put together with others: {first}. To part them: --set {setting}",
            len(together),
        )
        name, known = together[0]
        setting = quote(f"{TABLE_OF_NAMES}.{name}=")
        say(clean_line(message.format(count=len(together), first=f"{name} = {known}", setting=setting)))


def say_review(converted: Converted, *, every: bool = False) -> None:
    """What each field was read from and what its values are, before anything is written.

    ``every``: with more names of organisations; with -v all are told.
    """
    new = {one.id: str(one.called) for one in converted.known.new.values()}
    store = converted.prepared.store

    def name(kind: str, id_: str) -> str:
        return new.get(id_) or store.name(kind, id_)

    most = EVERY if is_verbose() else MORE if every else FEW
    for line in review_lines(converted.review(), name, most=most):
        say(f"{'!' if line.doubt else ' '} {line.label}: {line.text}")
    if passed_over := converted.passed_over:
        message = _("No field takes these columns: {names}. They stay in the passages.")
        rest = len(passed_over) - _NAMED
        more = [ngettext("and {count} more", "and {count} more", rest).format(count=f"{rest:,}")] if rest > 0 else []
        say(message.format(names=listed([*passed_over[:_NAMED], *more])))


def say_remarks(converted: Converted) -> None:
    """Name the cells that leave their field absent in rows that are taken over, column by column."""
    for column, rows in converted.remarked.items():
        cells = list(dict.fromkeys(f'"{_short(one.value)}"' for one in converted.remarks if one.column == column))
        more = ["…"] if len(cells) > _CELLS else []
        message = ngettext(
            "{column}: {count} cell not read: {cells}. Its field is left out; the cell stays in the note.",
            "{column}: {count} cells not read: {cells}. Their field is left out; the cells stay in the notes.",
            rows,
        )
        say(message.format(column=column, count=f"{rows:,}", cells=listed([*cells[:_CELLS], *more])))


def say_refusals(converted: Converted) -> None:
    """Name the first rows that are refused; ``refused.csv`` has all."""
    others = (*ASIDE, *TOGETHER)
    refused = {one.row: one for one in reversed(converted.refusals) if not any(map(one.reason.is_, others))}
    for row in sorted(refused)[:_ROWS]:
        one = refused[row]
        say(line_of(one.row, one.column, one.value, str(one.reason)))
    if rest := max(len(refused) - _ROWS, 0):
        say(ngettext("and {count} more", "and {count} more", rest).format(count=f"{rest:,}"))


def say_counts(converted: Converted) -> None:
    """What became of the rows, and what each line of the file was."""
    say(str(converted.counts))
    if lines := converted.counts.of_lines():
        say(lines)


def nothing_accepted(converted: Converted) -> CommandError:
    """What to raise where no row is one; the first reason is told."""
    first = next(iter(converted.refusals), None)
    why = line_of(first.row, first.column, first.value, str(first.reason)) if first else ""
    return CommandError(sentences(_("No row is accepted, and nothing was imported."), why))


class ProgressLine:
    """One line on stderr that tells what is done, where stderr is a terminal."""

    def __call__(self, what: str, done: int, of: int) -> None:
        """Write the line anew."""
        if sys.stderr.isatty() and not is_quiet():
            share = f" {done}/{of}" if of else f" {done:,}" if done else ""
            sys.stderr.write(f"\r\x1b[K{what}{share}\r")
            sys.stderr.flush()
