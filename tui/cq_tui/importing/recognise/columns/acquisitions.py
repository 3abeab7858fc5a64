"""Lists of acquisitions, where what is announced or pending was agreed and is not complete."""

import re
from collections.abc import Iterable

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.kinds.deals import Stage
from cq_tui.kinds.stage_words import ANNOUNCED
from cq_tui.schema.field import Field

AGREED = Stage.COMMITTED.value
_ACQUISITION = re.compile(
    r"(?i)(?<![^\W_])(?:acqui(?:r|s)\w*|take[\s_-]?overs?|buy[\s_-]?outs?|mergers?|bidders?|übernahme\w*|käufer\w*|"
    r"acqu(?:éreur|isition)s?|cible|adquir\w*|adquisici\w*|aquisi\w*|acquirente|acquisizion\w*|overname\w*|"
    r"przeję\w*|akvizic\w*|oppkjøp\w*|opkøb\w*|förvärv\w*|yritysosto\w*)(?![^\W_])"
    r"|поглощ|приобрет|收购|收購|并购|併購|買収|인수"
)


def agreed_words(draft: Draft, one: Field, words: Iterable[str]) -> list[str]:
    """Those of a column's unknown words that say of an acquisition that it is agreed and not complete: ``Pending``.

    Of a grant or a tender they do not: nothing is agreed before it is awarded.
    """
    if draft.kind.money is None or one.name != draft.kind.money.progress:
        return []
    if not any(_ACQUISITION.search(name) for name in draft.header.names):
        return []
    return [word for word in words if key_of(word) in _ANNOUNCED]


_ANNOUNCED = frozenset(map(key_of, filter(str.strip, ANNOUNCED)))
