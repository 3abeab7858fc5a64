"""Rows that turn the pages of a web site, taken along with its table: ``«Previous``, ``Page``, ``of``, ``372``."""

from collections.abc import Sequence

from cq_tui.importing.sources.cells_sql import count_of
from cq_tui.values.sql import literal

_MARKS = "«»‹›←→⟨⟩"
_WORDS = """
    first previous prev next last page pages of back السابقة السابق التالية التالي الصفحة صفحة الأولى الأخيرة
    من 上一页 下一页 首页 尾页 末页 上一頁 下一頁 首頁 末頁 上页 下页 前へ 次へ 最初 最後 前のページ
    次のページ ページ 이전 다음 처음 마지막 назад вперёд вперед далее следующая предыдущая первая последняя
    страница наступна попередня сторінка zurück weiter seite erste letzte von précédent précédente suivant
    suivante dernier première anterior siguiente próxima próximo página última pagina successiva precedente
    volgende vorige poprzednia następna strona strana další předchozí következő előző oldal neste forrige
    nästa föregående sida seuraava edellinen sivu sonraki önceki sayfa
"""
_WORD = "|".join(sorted(_WORDS.split(), key=len, reverse=True))
_SAYS = f"(?:{_WORD}|[{_MARKS}]|<|>)"
_ONLY = rf"(?i)^(?:{_SAYS}|[\s…|:()]|\d{{1,6}}|第\s*\d+\s*[页頁]|[共全]\s*\d+\s*[页頁])+$"
"""A cell of such words, marks and numbers of pages, and nothing else."""
_LIKELY = rf"(?i)^(?:{_SAYS}|[第共全]|\d{{1,3}}$)"
"""How the first of such cells begins: only of these rows the others are looked at."""


def may_turn_pages(first: str) -> str:
    """SQL: whether the first cell of a row may be one that turns pages."""
    return f"regexp_matches({first}, {literal(_LIKELY)}) AND regexp_matches({first}, {literal(_ONLY)})"


def turns_pages(cells: Sequence[str], filled: str) -> str:
    """SQL: whether all cells of a row turn pages. One word alone may be a name, such as Next; a mark is none."""
    only, says, mark = (
        f"regexp_matches(cell, {literal(one)})" for one in (_ONLY, f"(?i){_SAYS}", f"[{_MARKS}]|^[<>]+$")
    )
    every = count_of(cells, f"cell <> '' AND {only}")
    return f"{every} = {filled} AND {filled} > 1 AND {count_of(cells, says)} + {count_of(cells, mark)} > 1"
