"""Columns of paragraphs, of paths of files, and of short names that call the same rows better."""

from cq_tui.importing.recognise.columns.profile import ColumnProfile
from cq_tui.values.expressions import later

_SENTENCE = later(r"[^\W_]{3,}[)\]\"'”»’]?[.!?…]+[)\]\"'”»’]?(?=\s+[\"'“«‘¿¡(\[]?(?:[^\W\d_]|\d)|\s*$)|[。！？]")
"""The end of a sentence: after an abbreviation of one letter or two none ends."""
_PATH = later(r"(?i)(?:\.{0,2}/|[a-z]:\\)\S+|\S+\.(?:pdf|docx?|xlsx?|csv|json|html?|zip|jpe?g|png|txt)")
_CHINESE = later(r"[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7a3]")
_ENDS = later(r"[^\W_]{3,}[)\]\"'”»’]?[.!?…]+[)\]\"'”»’]?\s*$|[。！？]\s*$")
_SENTENCES, _LONG, _LONG_IN_CHINESE = 2, 80, 30
"""Sentences and characters of a paragraph, at least."""
_SENTENCE_LONG = 60
"""Characters of one sentence, at least, which is a text about something, and no name, if it ends as one."""
_HALF, _ALL = 0.5, 0.95
_SHORT = 60
"""Characters of half of the cells of names, at most."""


def tells_stories(profile: ColumnProfile) -> bool:
    """Whether half of the cells are paragraphs, or sentences to their full stop, by which nothing is called."""
    return profile.share(_is_paragraph) >= _HALF


def is_path(cell: str) -> bool:
    """Whether a cell is where a file is, or what it is called: ``/files/a.pdf``."""
    return _PATH.fullmatch(cell.strip()) is not None


def are_short_names(profile: ColumnProfile) -> bool:
    """Whether nearly every row has a cell, each is short, and nearly all are different."""
    lengths = sorted(map(len, profile.cells))
    if not lengths or lengths[len(lengths) // 2] > _SHORT:
        return False
    return profile.filled >= _ALL and profile.different >= _ALL


def _is_paragraph(cell: str) -> bool:
    is_chinese = _CHINESE.search(cell) is not None
    if len(cell) >= (_LONG_IN_CHINESE if is_chinese else _LONG) and len(_SENTENCE.findall(cell)) >= _SENTENCES:
        return True
    return len(cell) >= (_LONG_IN_CHINESE if is_chinese else _SENTENCE_LONG) and _ENDS.search(cell) is not None
