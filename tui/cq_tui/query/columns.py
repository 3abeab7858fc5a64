"""What the tables of the engine are asked by: the columns that every one has, and fields as SQL expressions."""

from collections.abc import Callable, Container, Sequence

from cq_tui.schema.field import Dated, Field, Through
from cq_tui.schema.kind import Kind
from cq_tui.values.codes import Basis, Precision
from cq_tui.values.periods import Size

NAMES = "_names"
"""The column that holds the record's own id, names and aliases."""
FOLDED = "_folded"
"""The column that holds the same in lower case, in which a word of letters is looked for as it stands: an expression
that ignores case takes the engine five times as long. Of a prepared archive it is stored, and searched as it is typed.
"""
KEYS = "_keys"
"""The column that holds what the world's registers call the record; empty for kinds without such fields."""
DECLARED = "_declared"
"""The column that holds the texts of the fields that an archive declares, put together when a record is loaded: there
may be hundreds of such fields, and putting them together at each keystroke would take as long as searching them."""
HEARD = "_heard"
"""The column of a prepared archive that tells which sounds stand beside each other (``heard.py``) in what a record says
itself, all but its note."""
POSITION = "_position"
"""The column that holds the record's position: its row in the table of its kind, in the order of the files."""

RANK = "_rank"
"""How well a record matches a filter, beside its position: the higher one stands first."""

WORDS = "_words"
"""The table of what codes are called: kind, field, part of the field or nothing, code, word, the word in lower case."""


CALLED = "_called_"
"""How the table begins in which the words of a kind's filter are looked up; behind it stands the kind's name."""


def called_table(kind: Kind) -> str:
    """The table of all that the codes of a kind are called and the records that it refers to (``called_rows``)."""
    return f"{CALLED}{kind.name}"


def called_rows(kind: Kind, apart: Container[str]) -> str:
    """SQL for all that a bare word may mean in a filter of a kind: kind, field, part, code or id, word, folded, keys.

    A row is a word of a code, or of a record that is referred to all its names; then field and part are empty. Kinds
    that are ``apart`` may have millions of records and are left out.
    """
    there = coded_through(kind)
    coded = [f"kind = '{kind.name}'", *(f"(kind = '{one.kind}' AND field = '{one.name}')" for one in there)]
    found = [f"SELECT kind, field, part, code, word, folded, '' AS keys FROM {WORDS} WHERE {' OR '.join(coded)}"]
    return " UNION ALL ".join([*found, *(names_rows(to) for to in named_by(kind) if to not in apart)])


def names_rows(kind: str) -> str:
    """SQL for the same of the records of a kind that is referred to."""
    return f"SELECT '{kind}', '', '', id, {NAMES}, {FOLDED}, {KEYS} FROM \"{kind}\""


def named_by(kind: Kind) -> list[str]:
    """The kinds whose records are called something that finds what refers to them: all but passages."""
    return sorted({(part or field).shown.to or "" for field, part in kind.references} - {"passages"})


def column(field: Field) -> str:
    """The field's column, or what stands for one; names come from the kinds, never from a user."""
    if field.through:
        return _through(field, field.through)
    if field.follows:
        return field.follows.sql
    return _period(field.dated) if field.dated else f'"{field.name}"'


def _through(field: Field, through: Through) -> str:
    """SQL for what the records say in a field that a record refers to: of a list each once, in the order of the codes.

    Of what is judged in one of them, or of a link that is, it is judged.
    """
    values = f'SELECT id AS _id, "{through.name}" AS _value FROM "{through.kind}"'
    link, part = through.links[0]
    if len(through.links) == 1 and not (link.is_list or part):
        found = f'(SELECT _value FROM ({values}) WHERE _id = "{link.name}")'
    else:
        ids = ", ".join(_ids(one) for one, _part in through.links)
        here = f"(SELECT unnest(list_concat({ids}, []::VARCHAR[])) AS _id) AS _here"
        there = f"({values} WHERE _value IS NOT NULL) AS _there"
        made = "list_sort(list(DISTINCT _value))" if field.type.is_list else "min(_value)"
        found = f"(SELECT {made} FROM {here} JOIN {there} USING (_id))"
    judged = [f"\"{one.shown.basis}\" = 'inferred'" for one, _part in through.links if one.shown.basis]
    if field.shown.basis or not judged:
        return found
    return f"CASE WHEN {' OR '.join(judged)} THEN 'inferred' ELSE {found} END"


def coded_through(kind: Kind) -> list[Through]:
    """Where the codes stand that records of a kind have by what they refer to: a bare word looks for their words."""
    return [one.through for one in kind.asked if one.through and one.codes and one.name not in kind.qualifiers]


def _ids(link: Field) -> str:
    """SQL for the ids that a link holds, as a list."""
    ids = ids_of(link)
    return ids if link.is_list else f"list_filter([{ids}], lambda _one: _one IS NOT NULL)"


def _period(dated: Dated) -> str:
    """SQL for the period of a record's day; NULL for the quarter or month of a day that is known to the year only."""
    size = dated.size
    return _of_day(dated.days, size.sql_key, () if size is Size.YEAR else (Precision.YEAR,))


def day_of(kind: Kind, *, exact: bool) -> str:
    """SQL for a record's day, of a record that has none for that of its event; NULL where there is none.

    ``exact``: NULL for what is known to the month or year only, too.
    """
    days = next((field.dated.days for field in kind.named if field.dated), ())
    return _of_day(days, lambda day: f"{day}::DATE", (Precision.YEAR, Precision.MONTH) if exact else ())


def day_basis_of(kind: Kind) -> str:
    """SQL for how the day that ``day_of`` gives is known, a code of ``Basis``; NULL where there is none."""
    days = next((field.dated.days for field in kind.named if field.dated), ())
    own = {f'"{one.name}"': f'"{one.shown.basis}"' for one in days if one.type.is_day and one.shown.basis}
    happened = {"happened.date": "happened.date_basis"}
    return _of_day(days, lambda day: (own | happened).get(day, f"'{Basis.STATED.value}'"), ())


def _of_day(days: Sequence[Field], value: Callable[[str], str], too_coarse: Sequence[Precision]) -> str:
    """SQL for a value of the first of these days that a record has: its own, or that of its event.

    ``min``, for archives that clash may both have the event, which is told as a problem and must not end the question.
    """
    found = "NULL::DATE" if not days else "NULL"
    for field in reversed(days):
        if not field.type.is_day:
            one = value("happened.date")
            found = f'(SELECT min({one}) FROM "events" AS happened WHERE happened.id = "{field.name}")'
            continue
        key = value(f'"{field.name}"')
        if too_coarse and field.shown.precision:
            coarse = ", ".join(f"'{one.value}'" for one in too_coarse)
            key = f'CASE WHEN "{field.shown.precision}" NOT IN ({coarse}) THEN {key} END'
        found = f'CASE WHEN "{field.name}" IS NULL THEN {found} ELSE {key} END'
    return found


def own_text(kind: Kind, *, notes: bool = True, empty: Container[str] = ()) -> str:
    """SQL for all that a record says itself, each piece on a line of its own; without ``notes`` all but its note.

    ``empty``: the fields in which no record says anything.
    """
    texts = _texts(kind, declared=False, notes=notes, empty=empty) + ([DECLARED] if declared_text(kind) else [])
    return f"concat_ws(chr(10), {', '.join(texts)})"


def declared_text(kind: Kind) -> str:
    """SQL for what a record says in the fields that the archive declares, as the table keeps it; empty for none."""
    texts = _texts(kind, declared=True)
    return f"concat_ws(chr(10), {', '.join(texts)})" if texts else ""


def names_text(kind: Kind) -> str:
    """SQL for the record's own id, names and aliases."""
    return f"concat_ws(chr(10), id, {', '.join(map(text_of, _naming(kind)))})"


def folded_names(kind: Kind) -> str:
    """SQL for the record's own id, names and aliases in lower case."""
    return f"lower({names_text(kind)})"


def names_are_own_text(kind: Kind) -> bool:
    """Whether what stands in a record's names also stands in what it says itself."""
    return all(field.name not in kind.qualifiers and field.type.sql_own_texts("") for field in _naming(kind))


def different_texts(kind: Kind) -> list[str]:
    """SQL for all in which a word may be found, each piece of text in one of these: reading them takes long."""
    names = [] if names_are_own_text(kind) else [NAMES]
    return [own_text(kind), *names, *([KEYS] if kind.keys else [])]


def _naming(kind: Kind) -> list[Field]:
    return [kind.heading, *(field for field in kind.fields if field.name == "aliases")]


def heard_text(kind: Kind) -> str:
    """SQL for the text that ``HEARD`` tells of, while a row is put into its table."""
    own = _texts(kind, declared=False, notes=False) + _texts(kind, declared=True)
    names = [] if names_are_own_text(kind) else [names_text(kind)]
    return f"concat_ws(chr(10), {', '.join([*names, *own])})"


def is_note(field: Field) -> bool:
    """Whether a field is the note of a record: running text, in which nearly any three letters sound like something."""
    return field.name == "note"


def _texts(kind: Kind, *, declared: bool, notes: bool = True, empty: Container[str] = ()) -> list[str]:
    own = (one for one in kind.fields if one.shown.own == declared and not one.shown.kept_in and one.name not in empty)
    fields = (one for one in own if one.name not in kind.qualifiers)
    return [text for field in fields if notes or not is_note(field) for text in field.type.sql_own_texts(column(field))]


def groups_of(kind: Kind, field: Field) -> str:
    """SQL for what the records of a kind are counted by: each value of the field, and of that of further ones.

    A list's entries once each, a list of nothing as NULL.
    """
    if not field.shown.further:
        return field.type.sql_groups(column(field))
    further = kind.by_name[field.shown.further]
    both = f"list_concat(list_filter([{column(field)}], lambda _one: _one IS NOT NULL), {column(further)})"
    return further.type.sql_groups(both)


def with_further(kind: Kind, field: Field) -> tuple[Field, ...]:
    """The field, and that of further ones where there is one."""
    return (field, kind.by_name[field.shown.further]) if field.shown.further else (field,)


def ids_of(field: Field) -> str:
    """SQL for the id that a field refers to; for a list field, for the list of ids."""
    return field.type.sql_references(column(field))


def text_of(field: Field) -> str:
    """SQL for the field's own text, its pieces on lines of their own."""
    return field.type.sql_text(column(field))
