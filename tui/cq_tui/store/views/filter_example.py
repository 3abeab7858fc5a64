"""A filter that finds something in a list, to be shown where none is typed yet."""

from itertools import islice

from cq_tui.language import _
from cq_tui.schema.kind import Kind
from cq_tui.store.store import Store

_LOOKED_AT = 50
"""Records in which a value is looked for; the first ones nearly always have one."""


def filter_example(store: Store, kind: Kind) -> str:
    """A condition on the kind, in the language in force; empty where its first records in memory say nothing for one.

    It is of the most important column whose values are from a list, with a value that a record has.
    """
    if kind.money:
        return _("amount>=100m")
    from cq_tui.query.spelling import with_code  # the first frame needs no example but that of deals

    records = list(islice(store.archive.records(kind.name), _LOOKED_AT))
    coded = [one for one in kind.fields if one.codes and not one.type.is_key and one.name not in kind.qualifiers]
    for field in sorted(coded, key=lambda one: one.shown.column or len(kind.fields) + 1):
        for record in records:
            value = kind.value(record, field)
            if value not in (None, ()):
                return with_code(kind, field, str(value[0] if field.is_list else value))
    return ""
