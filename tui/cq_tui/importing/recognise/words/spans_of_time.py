"""Headers of terms that are counted in days, weeks or months: 730 of these are no years."""

from cq_tui.values.expressions import later

_SHORTER = later(
    r"(?i)天|日历|日曆|日数|日數|个月|個月|月数|[（(\[]\s*[日月周]\s*[)）\]]|[ヶケか箇カ]月|개월|(?<![^\W\d])일수|"
    r"(?<![^\W\d_])(?:days?|weeks?|months?|mths?|jours?|semaines?|mois|d[ií]as?|semanas?|m[eê]s|meses|tagen?|tage|"
    r"wochen?|monate?n?|giorni|settimane|mes[ie]|dni|tygodni\w*|miesi[ąęc]\w*|dagen|weken|maand(?:en)?|dagar|dager|dage|"
    r"månad\w*|måned\w*|měsíc\w*|mesiac\w*|napok|hónap\w*|дн(?:ей|и|я)|день|месяц\w*|gün|ay)(?![^\W\d_])"
)
_YEARS = later(
    r"(?i)年|년|(?<![^\W\d_])(?:years?|yrs?|ans|années?|años|anos|jahren?|jahre|anni|lat|jaren?|år|лет)(?![^\W\d_])"
)


def is_shorter_than_years(name: str) -> bool:
    """Whether a header says that it counts days, weeks or months, and no years: ``履约期限(天)``, ``Term (months)``."""
    return _SHORTER.search(name) is not None and _YEARS.search(name) is None
