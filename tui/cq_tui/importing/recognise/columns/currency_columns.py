"""The columns of currencies of a list, and which of them is that of a column of amounts."""

from cq_tui.importing.recognise.columns.currency_beside import currency_beside, is_of_no_other, own_words
from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.id_headers import numbers_things, says_id
from cq_tui.importing.recognise.columns.profile import has_number, is_currency
from cq_tui.values.currencies import UNCLEAR


def currency_of(draft: Draft, name: str) -> str:
    """The column that says the currencies of the amounts in ``name``: its own, or that of the list; empty for none."""
    fields = {one.shown.currency for one in draft.kind.fields if one.shown.currency}
    found = [
        column
        for column, word in draft.words.items()
        if word.field is not None and word.field.name in fields and draft.profiles[column].is_mostly(is_currency)
    ]
    own = currency_beside(name, draft.header.names, found)
    return own or ("" if _says_another(draft, name) or _is_of_another(draft, name) else draft.currency_column)


def _is_of_another(draft: Draft, name: str) -> bool:
    """Whether the column of currencies shares its words with other amounts: ``cena_cizi``, ``cena_cizi_mena``."""
    words, names = own_words(draft.currency_column), draft.header.names
    if not words or words <= own_words(name) or draft.currency_column not in names:
        return False
    place = names.index(draft.currency_column)
    beside = (*names[max(place - 1, 0) : place], *names[place + 1 : place + 2])
    return any(words <= own_words(one) and _may_be_money(draft, one) for one in beside if one != name)


def _may_be_money(draft: Draft, name: str) -> bool:
    """Whether a column is of numbers that its header calls amounts, or nothing that is known."""
    field = draft.words[name].field
    is_open = field is None and not says_id(name) and not numbers_things(name)
    return (is_open or (field is not None and field.type.is_money)) and draft.profiles[name].is_mostly(has_number)


def _says_another(draft: Draft, name: str) -> bool:
    """Whether a header says its currency, and the column of them is of others: ``USD``, *Original currency*.

    Or *Amount in PEN* beside *Amount*, which has none of its own: the column of currencies is of that.
    """
    currency = draft.words[name].measure.currency
    if not currency or currency in UNCLEAR:
        return False
    return not is_of_no_other(draft.currency_column, name) or any(_is_bare(draft, one) for one in draft.words)


def _is_bare(draft: Draft, name: str) -> bool:
    """Whether a column is surely of amounts whose header says no currency."""
    word = draft.words[name]
    is_money = word.field is not None and word.field.type.is_money
    return is_money and not word.measure.currency and draft.profiles[name].is_mostly(has_number)
