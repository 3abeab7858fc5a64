"""What to say where a word that is read as pinyin finds nothing: notes are not listened to."""

from cq_tui.language import _
from cq_tui.query.columns import is_note
from cq_tui.query.terms import Words
from cq_tui.store.selection.selection import Selection
from cq_tui.values.clean import clean_line


def sound_hint(selection: Selection) -> str:
    """How to look for the sound of a word in notes, where nothing is found; empty where that would be no help."""
    if selection.count or not any(map(is_note, selection.kind.fields)):
        return ""
    for term in selection.query.terms:
        for word in term.test.any_of if term.field is None and isinstance(term.test, Words) else ():
            if not term.negated and selection.store.widen(word).sounding:
                message = _("the sound of “{word}” is not looked for in notes; note:{word} does")
                return message.format(word=clean_line(word))
    return ""
