"""What a figure says, in words: its value, of how many, of what, or the name that it goes by."""

from cq_tui.language import _
from cq_tui.schema.cells import absent, line
from cq_tui.schema.record import Record
from cq_tui.store.store import Store
from cq_tui.values.clean import clean_line


def figure_words(store: Store, record: Record) -> str:
    """39 / 41; a figure without a value is told by its designation."""
    kind = store.kind("figures")
    value, out_of = kind.by_name["value"], kind.by_name["out_of"]
    if getattr(record, "value", None) is None:
        designation = getattr(record, "designation", None)
        # Digits that are a name must not read as a quantity.
        return _("name {name}").format(name=clean_line(str(designation))) if designation else absent(value)
    if getattr(record, "out_of", None) is None:
        return line(value, record, store.name)
    unit = getattr(record, "unit", None)
    words = f"{line(value, record, store.name, unit=False)} / {line(out_of, record, store.name)}"
    return clean_line(f"{words} {unit}" if unit else words)
