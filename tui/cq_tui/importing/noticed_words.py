"""Says what was noticed of a list, and how it is changed: by an option of the command, or on a line of the screen."""

from cq_tui.importing.errors import Noticed
from cq_tui.language import _, listed, sentences
from cq_tui.values.reasons import Reason

_OF_ENCODINGS = (Noticed.ENCODING, Noticed.GUESSED_ENCODING, Noticed.UTF_16)
_OF_SHEETS = (Noticed.SEVERAL_TABLES, Noticed.PARTED)


def noticed_words(reason: Reason, *, on_screen: bool) -> str:
    """What is noticed, with how it is changed where it is told: by an option, or on a line of the screen."""
    hint = ""
    if any(map(reason.is_, _OF_ENCODINGS)):
        by_line = _('Another one is chosen on the line "encoding".')
        hint = by_line if on_screen else _("--encoding names another encoding.")
    elif any(map(reason.is_, _OF_SHEETS)):
        by_line = _('Another one is chosen on the line "sheet".')
        hint = by_line if on_screen else _("--sheet takes another one by its name.")
    elif (reason.is_(Noticed.OTHER_KIND) or reason.is_(Noticed.OWN_ROWS)) and not on_screen:
        hint = _("{option} takes it so.").format(option=f"--kind {dict(reason.parameters)['name']}")
    elif reason.is_(Noticed.NO_DEALS) and not on_screen:
        names = dict(reason.parameters)["names"]
        options = listed([f"--kind {name}" for name in names]) if isinstance(names, tuple) else ""
        hint = _("Of these one takes it for something else: {options}.").format(options=options)
    elif reason.is_(Noticed.INNER_LIST) and not on_screen:
        hint = _("--sheet {name} makes each of these a record.").format(**dict(reason.parameters))
    elif reason.is_(Noticed.HIDDEN_SHEETS) and not on_screen:
        hint = _("--sheet names one.")
    elif reason.is_(Noticed.UNKNOWN_HEADER):
        by_line = _('The row 0 on the line "header" makes it a record.')
        hint = by_line if on_screen else _("--set header=0 makes it a record.")
    elif reason.is_(Noticed.NO_HEADER):
        by_line = _('A row is made the header on the line "header".')
        hint = by_line if on_screen else _("--set header={row} makes it the header all the same.")
        hint = hint.format(**dict(reason.parameters))
    return sentences(str(reason), hint)
