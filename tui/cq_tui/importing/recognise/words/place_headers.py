"""Headers with a word for a place that are of none: areas of programmes, of work, of knowledge, of ground."""

from cq_tui.values.expressions import later

_AREA = later(r"(?i)(?<![^\W_])(?:[aá]reas?|aire|zones?|zonas?|domaines?|ambito|ámbito|gebied)(?![^\W_])")
_OF_SOMETHING = later(
    r"(?i)(?<![^\W_])(?:program(?:me|m)?s?|thematic|themes?|subjects?|focus|focal|research|practice|polic(?:y|ies)|"
    r"priority|priorities|business|interest|impact|funding|grant|expertise|knowledge|skills?|study|studies|learning|"
    r"disease|therapeutic|clinical|action|intervention|activity|activities|work|working|responsibility|support|problem|"
    r"product|content|issue|technology|innovation|specialty|curriculum|surface|floor|built|building|plot|land|gross|"
    r"net|usable|living|total|constructed|leased|lettable|cultivated|program[ay]|tem[áa]tic[ao]s?|temas?|interés|"
    r"investigaci[óo]n|acci[óo]n|actuaci[óo]n|conocimiento|th[ée]matiques?|recherche|ricerca|interesse|conhecimento|"
    r"pesquisa|atuação|construida|útil)(?![^\W_])"
)
_COMPOUND = later(
    r"(?i)(?:themen|fach|forschungs|geschäfts|förder|programm|beleids|thema|werk|fläche)\w{0,2}(?:gebiet|gebied|region)"
)
_MONEY_OF = later(
    r"(?i)(?<![^\W_])(?:financ\w*|finanz\w*|fund(?:s|ing|ed)|grants?|contribut\w*|cofinanc\w*|cofinanz\w*|budget\w*|costs?|amounts?|"
    r"expen\w*|subsid\w*|subvention\w*|montants?|coûts?|importes?|import[io]|aportaci\w*|presupuesto\w*|cost[ioe]|spes[ae]|"
    r"risorse|valor\w*|custos?|betr[aä]g\w*|kosten|mittel|förder\w*|anteil\w*|kwota|wkład|dotac\w*|dofinans\w*|částka|"
    r"příspěvek|bijdrage|bedrag|belopp|beløb|tilskud\w*|bidrag|avustus|támogatás|katkı|сумма|бюджет|средства)(?=[\s_-])"
)
"""Money, before whose it is or who gives it: ``FINANZIAMENTO_COMUNE``, ``Kosten Stadt``."""
_OF_NO_PARTY = later(r"(?i)(?<![^\W_])(?:employers?|arbeitgeber\w*|employeur|empleador|datore)(?![^\W_])")
"""For whom a giver works, which is where nothing is done: ``Employer Address``."""
_OF_THE_WORLD = later(r"(?i)(?<![^\W_])(?:geograph\w*|géograph\w*|geogr[áa]fi\w*|city|town)(?![^\W_])")


def is_of_no_place(header: str) -> bool:
    """Whether a header such as ``Program Area`` or ``Floor area`` says a part of something else than the world.

    Nor is it of a place whose header says money before it.
    """
    if _MONEY_OF.search(header) or _OF_NO_PARTY.search(header):
        return True
    if _OF_THE_WORLD.search(header):
        return False
    of_area = _AREA.search(header) is not None and _OF_SOMETHING.search(header) is not None
    return of_area or _COMPOUND.search(header) is not None
