"""Words of a list without a code and names that are nearly known, and what each may mean."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from cq_tui.importing.errors import Refusal, Refused, Remark
from cq_tui.importing.recognise.answers.choices import Choice
from cq_tui.importing.recognise.answers.mapping_edits import with_fields
from cq_tui.importing.recognise.maps.mapping import FieldMap
from cq_tui.importing.recognise.maps.names_of_cells import LIST, NamesOfCell
from cq_tui.importing.recognise.prepare import Near, Prepared, remapped
from cq_tui.importing.recognise.words.code_lookup import code_lookup, names_by_code
from cq_tui.language import _
from cq_tui.schema.cells import code_words
from cq_tui.schema.field import Field

Words = tuple[tuple[str, str, int], ...]
"""Words without a code: the field's name, the word, and in how many rows it was met."""
_NEAREST = 5
_MOST = 12
"""Words of a field that are shown at once; when one gets a meaning, the next follows."""
_LIKELY = 0.7
_FEW = 20
"""A code list up to this length is offered in its order; of a longer one, unlikely codes come last."""


@dataclass(frozen=True, slots=True)
class UnclearWord:
    """A word of a field of codes, or without a field the name of an organisation.

    ``meaning``: the code or id that the mapping gives it, empty for nothing; None where it gives none.
    ``near``: the known organisations that a name is nearly one of, each with how alike they are, of 100.
    """

    text: str
    field: Field | None = None
    meaning: str | None = None
    rows: int = 0
    near: tuple[tuple[str, int], ...] = ()
    together: str = ""
    """The organisation that a name was put together with, for it is spelt so but for case, width and punctuation."""
    cell: NamesOfCell | None = None
    """How the names in a cell were read, where it could be otherwise."""

    @property
    def refused(self) -> bool:
        """Whether rows are refused until it has a meaning."""
        needed = self.field is not None and self.field.required
        return self.meaning is None and (needed or len(self.near) > 1)


def unknown_words(prepared: Prepared, refusals: Iterable[Refusal], remarks: Iterable[Remark]) -> Words:
    """The words for which rows are refused or fields are absent, the most frequent first."""
    counts = Counter((one.column, one.value) for one in refusals if one.reason.is_(Refused.UNKNOWN_WORD))
    for one in remarks:
        if one.reason.is_(Refused.UNKNOWN_WORD) or one.reason.is_(Refused.UNKNOWN_ENTRY):
            counts[one.column, one.value] += one.rows
    return _words(
        prepared, list(_fields(prepared)), ((column, value, rows) for (column, value), rows in counts.items())
    )


def asked_words(prepared: Prepared) -> Words:
    """The words of the fields for whose codes the proposal of the first rows."""
    asked = {one.field for one in prepared.proposal.questions if one.answered_by("codes")}
    fields = [one for one in _fields(prepared) if one.name in asked]
    names = prepared.listed.header.names
    counts = Counter(pair for row in prepared.first_rows() for pair in zip(names, row, strict=False) if pair[1].strip())
    return _words(prepared, fields, ((column, value, rows) for (column, value), rows in counts.items()))


def _fields(prepared: Prepared) -> Iterator[Field]:
    kind = prepared.kind
    currencies = {one.shown.currency for one in kind.fields}
    for name in prepared.proposal.mapping.fields:
        if kind.by_name[name].codes is not None and name not in currencies:
            yield kind.by_name[name]


def _words(prepared: Prepared, fields: Iterable[Field], cells: Iterable[tuple[str, str, int]]) -> Words:
    mapped = prepared.proposal.mapping.fields
    known = [(one, mapped[one.name].column, code_lookup(one, mapped[one.name].codes)) for one in fields]
    found: Counter[tuple[str, str]] = Counter()
    for column, value, rows in cells:
        for one, columns, choices in known:
            if column in columns:
                for word in choices.unknown(value, several=one.is_list):
                    found[one.name, word] += rows
    return tuple((name, word, rows) for (name, word), rows in found.most_common())


def unclear(
    prepared: Prepared,
    words: Words,
    near: Near,
    together: Sequence[tuple[str, str]] = (),
    cells: Sequence[NamesOfCell] = (),
) -> list[UnclearWord]:
    """Unknown words by field, then names. Their order does not change when one gets a meaning."""
    found = []
    for one in _fields(prepared):
        codes = prepared.proposal.mapping.fields[one.name].codes
        unsaid = [(word, rows) for name, word, rows in words if name == one.name and word not in codes]
        met = dict(unsaid[:_MOST])
        found += [UnclearWord(word, one, codes.get(word), met.get(word, 0)) for word in sorted({*codes, *met})]
    names = prepared.proposal.mapping.organisations
    alike: dict[str, tuple[tuple[str, int], ...]] = {}
    for name, id_, share in near:
        alike[name] = (*alike.get(name, ()), (id_, share))
    put = dict(together)
    read = {one.text: one for one in cells}
    every = sorted({*names, *alike, *put, *read})
    found += [
        UnclearWord(name, None, names.get(name), 0, alike.get(name, ()), put.get(name, ""), read.get(name))
        for name in every
    ]
    return found


def meanings(prepared: Prepared, one: UnclearWord) -> list[Choice]:
    """What a word or a name may mean, what is likely first."""
    if one.field is None:
        ids = dict(one.near) | ({one.meaning: 0} if one.meaning else {})
        known = (
            Choice(
                "means",
                id_,
                prepared.store.name("organisations", id_),
                f"{alike} %" if alike else id_,
                one.meaning == id_,
            )
            for id_, alike in ids.items()
        )
        if one.cell:
            read = Choice("unsaid", "", _words_of(one.cell.names), chosen=one.meaning is None)
            other = one.cell.otherwise
            told = _words_of(other.split(LIST)) if other else _("an organisation of its own")
            return [read, Choice("means", other, told, chosen=one.meaning == other), *known]
        apart = _("an organisation of its own")
        if one.together or one.meaning == "":
            whose = _("the same as {name}").format(name=one.together or one.text)
            same = Choice("unsaid", "", whose, chosen=one.meaning is None)
            return [same, Choice("means", "", apart, chosen=one.meaning == ""), *known]
        own = Choice("unsaid", "", apart, chosen=one.meaning is None)
        return [*known] if one.refused else [*known, own]
    every = {code: code_words(one.field, code) for code in one.field.codes or ()}
    names = {words: code for code, words in every.items()}
    likely = [names[words] for words in get_close_matches(one.text, list(names), _NEAREST, _LIKELY)]
    found_by = names_by_code(one.field) if len(every) > _FEW else {}
    codes = {
        code: Choice("means", code, every[code], code, one.meaning == code, found_by.get(code, "")) for code in every
    }
    nothing = Choice("means", "", _("nothing; it is passed over"), chosen=one.meaning == "")
    unknown = _("not known; its rows are refused") if one.field.required else _("not known; it stays in the passage")
    unsaid = [Choice("unsaid", "", unknown)] if one.meaning is not None else []
    others = [choice for code, choice in codes.items() if code not in likely]
    return [*(codes[code] for code in likely), *([] if len(codes) > _FEW else others), nothing, *unsaid,
            *(others if len(codes) > _FEW else [])]  # fmt: skip


def _words_of(names: Sequence[str]) -> str:
    return " + ".join(names) if len(names) > 1 else _("an organisation of its own")


def with_meaning(prepared: Prepared, one: UnclearWord, choice: Choice) -> Prepared:
    """The list with a mapping in which the word or name has the chosen meaning."""
    proposal = prepared.proposal
    if one.field is None:
        names = dict(proposal.mapping.organisations)
        names.pop(one.text, None)
        names |= {one.text: choice.value} if choice.key == "means" else {}
        return remapped(prepared, replace(proposal, mapping=replace(proposal.mapping, organisations=names)))
    fields = dict(proposal.mapping.fields)
    before = fields.get(one.field.name, FieldMap())
    codes = dict(before.codes)
    codes.pop(one.text, None)
    codes |= {one.text: choice.value} if choice.key == "means" else {}
    fields[one.field.name] = replace(before, codes=codes)
    name = one.field.name
    open_ = tuple(other for other in proposal.questions if other.field != name or not other.answered_by("codes"))
    return with_fields(prepared, fields, open_)
