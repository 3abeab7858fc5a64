"""Words of a status that leave open how far a deal has come: a call that is *open* has no deal yet, or one in parts."""

from collections.abc import Iterable

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.schema.field import Field


def open_words(draft: Draft, one: Field, words: Iterable[str]) -> list[str]:
    """Those of a column's unknown words that mean no stage: ``Aperto``, ``offen``."""
    if draft.kind.money is None or one.name != draft.kind.money.progress:
        return []
    return [word for word in words if key_of(word) in _OPEN]


_OPEN = frozenset(
    map(
        key_of,
        """open|still open|open call|open for applications|opened|offen|geöffnet|ouvert|ouverte|ouverts|ouvertes|abierto
        abierta|aperto|aperta|aberto|aberta|otwarty|otwarta|otwarte|otevřeno|otevřený|otevřená|otvorené|otvorený|nyitott
        deschis|deschisă|åben|åbent|öppen|öppet|åpen|åpent|avoin|avoinna|otvoren|otvoreno|odprt|odprto|открыт|открыта
        открыто|відкрито|відкритий|отворен|отворена|ανοιχτό|ανοιχτή|açık|atviras|atvērts|avatud|geopend|开放|开放中|受付中""".replace(
            "\n", "|"
        ).split("|"),
    )
)
"""Words of what can still be applied for."""
