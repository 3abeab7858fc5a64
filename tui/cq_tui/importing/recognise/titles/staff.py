"""Takes no names of a record's staff for what the record is called, nor what else a list within it tells."""

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.headers.other_kind import GUESTS
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.importing.recognise.words.staff_paths import staff_columns, staff_path
from cq_tui.importing.recognise.words.word import Word
from cq_tui.language import Label
from cq_tui.values.reasons import Reason

_STAFF = Label("每条记录所属的人员", "persons who belong to each entry")
_NAMES = frozenset("name names full name fullname nom nombre nome naam 姓名 名字".split()) | {"full name"}


def leave_staff(draft: Draft) -> None:
    """Leave names of staff out of titles; and companies of staff, where a column of the entry itself may be one."""
    if draft.kind.name == GUESTS:
        return  # persons are what such a list is of
    heading = draft.kind.heading
    filled = [name for name in draft.header.names if draft.cells[name]]
    staff = staff_columns(filled)
    of_heading = [name for name in filled if draft.words[name].field is heading]
    own = max(
        (name for name in of_heading if name not in staff), key=lambda name: draft.words[name].certainty, default=""
    )
    for name in of_heading:
        if name not in staff or not (own or key_of(name.removeprefix(staff_path(name))) in _NAMES):
            continue
        draft.words[name] = Word()
        if own:
            draft.set_aside[name] = Reason.of(Evidence.OTHER_IS_SURER, field=heading.label, column=own)
        else:
            draft.set_aside[name] = Reason.of(Evidence.CELLS_ARE, field=heading.label, what=_STAFF)
