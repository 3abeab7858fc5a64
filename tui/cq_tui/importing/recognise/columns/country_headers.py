"""Headers of countries that something comes from, which are not those that it goes to: ``land van oorsprong``."""

from dataclasses import replace

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.words.word import WEAK, Word
from cq_tui.schema.field import Field
from cq_tui.values.countries import COUNTRIES
from cq_tui.values.expressions import later
from cq_tui.values.reasons import Reason

_ORIGIN = later(
    r"(?i)(?<![^\W_])(?:origins?|origines?|or[ií]gen(?:es)?|origem|origini|oorsprong\w*|herkomst\w*|herkunft\w*|"
    r"ursprungs?\w*|oprindelses?\w*|opprinnelses?\w*|uppruna\w*|pochodzeni\w*|původ\w*|pôvod\w*|származás\w*|eredet\w*|"
    r"provenance|provenienz\w*|provenien(?:za|ță|ta)|procedencia|procedência|proveniência|podrijetl\w*|porekl\w*|"
    r"porijekl\w*|alkuperä\w*|lähtömaa|valmistusmaa|päritolu\w*|izcelsmes?|kilmės|origjin\w*|menşei?|köken\w*|"
    r"export(?:ing|er|ers|eur|ateur|ador|adora|atore|erend)?|exporteur|"
    r"xuất xứ|asal|происхожден\w*|походжен\w*|произход\w*|порекл\w*|потекло|προέλευσης|καταγωγής)(?![^\W_])"
    r"|原产|原產|来源|來源|出口国|出口國|出口地|輸出国|原産|産地|产地|產地|원산지|수출국|المنشأ|מקור|کشور مبدا"
    r"|ต้นกำเนิด|ประเทศต้นทาง"
)

_NAMED, _NEARLY_ALL = 0.3, 0.9
"""Shares of a column's cells that are names of countries, and names or codes of them."""


def is_origin(header: str) -> bool:
    """Whether a header of countries says where something comes from."""
    return _ORIGIN.search(header.strip()) is not None


def countries_of_places(draft: Draft, name: str, word: Word) -> Word | None:
    """The countries, where nearly all cells of a column of places are some and no other column is of them.

    Codes alone are none: ``CA``, ``DE`` and ``GA`` are states as well.
    """
    field = next((one for one in draft.kind.fields if one.codes is COUNTRIES), None)
    if field is None or word.field is None or word.field.name != "place":
        return None
    profile = draft.profiles[name]
    if profile.countries < _NAMED or profile.codes(field) < _NEARLY_ALL:
        return None
    others = (draft.words[one] for one in draft.header.names if one != name and draft.cells[one])
    if any(one.field is field and one.certainty > WEAK and not one.about for one in others):
        return None
    return replace(word, field=field, certainty=WEAK, by_cells=True)


def leave_origins(draft: Draft, field: Field, columns: list[tuple[str, Word]]) -> None:
    """Leave the columns of where something comes from out of the countries where another column surely says these."""
    if field.codes is not COUNTRIES:
        return
    other = next(
        (name for name, word in columns if word.certainty > WEAK and not word.about and not is_origin(name)), ""
    )
    if not other:
        return
    for name in (name for name, _word in columns if is_origin(name)):
        draft.set_aside[name] = Reason.of(Evidence.OF_ORIGIN, field=field.label, column=other)
    columns[:] = [one for one in columns if not is_origin(one[0])]
