"""Marks for yes and no, in the languages that lists come in: ``Yes``, ``Nein``, ``是``, ``√``."""

from collections.abc import Iterable

YES = frozenset(
    """yes y true 1 x ✓ ✔ √ ja j jo oui sí si sì sim tak ano áno da igen kyllä jah evet да так はい 예 네
    是 有 あり 有り 있음""".split()
)
NO = frozenset(
    """no n false 0 ✗ ✘ nein nei nej nee non não nao nie ne nem ei hayır нет ні не いいえ 아니오 아니요
    否 无 無 没有 沒有 なし 無し 없음""".split()
)
_NAMES_TOO = frozenset("x j 1 0 jo si tak ano da nie ne nem ei jah так не ні".split())
"""What by itself may be a name, or the code of a country, as well: a column of it alone says neither yes nor no."""
_FIRMS_TOO = _NAMES_TOO | frozenset("y n true nao".split())


def yes_or_no(cell: str) -> bool | None:
    """Whether a cell is a mark for yes or for no; None where it is neither."""
    mark = cell.strip().casefold()
    return True if mark in YES else False if mark in NO else None


def is_plain_answer(cell: str) -> bool:
    """Whether a cell says yes or no in a word that names nobody: there is a party ANO, and a company True."""
    return yes_or_no(cell) is not None and cell.strip().casefold() not in _FIRMS_TOO


def are_answers(cells: Iterable[str]) -> bool:
    """Whether some of the marks of a column are plainly such, or it holds both of them."""
    marks = {cell.strip().casefold() for cell in cells}
    return not (YES | NO).isdisjoint(marks - _NAMES_TOO) or {True, False} <= set(map(yes_or_no, marks))
