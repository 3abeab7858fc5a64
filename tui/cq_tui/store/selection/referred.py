"""What records refer to, so that it can be asked for together before it is shown."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cq_tui.archive.references import targets
from cq_tui.schema.kind import Kind
from cq_tui.store.store import Store

if TYPE_CHECKING:
    from cq_tui.store.selection.records_at import Shown


def referred(
    store: Store, kind: Kind, records: "Sequence[Shown]", names: frozenset[str] | None
) -> Iterator[tuple[str, str]]:
    """The kinds and ids that records refer to which stand in tables; ``names``: of these fields, None for all."""
    for field, part in kind.references:
        to = (part or field).shown.to or ""
        if store.has_table(to) and (names is None or field.name in names):
            for record in records:
                yield from ((to, id_) for _path, id_ in targets(record, field.name, part.name if part else None))
