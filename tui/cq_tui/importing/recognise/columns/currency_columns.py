"""The columns of currencies of a list, and which of them is that of a column of amounts."""

from cq_tui.importing.recognise.columns.currency_beside import currency_beside, is_of_no_other
from cq_tui.importing.recognise.columns.draft import Draft
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
    return own or ("" if _says_another(draft, name) else draft.currency_column)


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
