"""Finds columns with the same content in Chinese and English, and columns of codes that repeat each other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from cq_tui.importing.recognise.maps.mapping import FullAndShort, NameAndAlias, Pair
from cq_tui.importing.recognise.words.code_lookup import code_lookup
from cq_tui.importing.recognise.words.header_grammar import stem
from cq_tui.importing.recognise.words.language_beside import language_beside
from cq_tui.importing.recognise.words.word import Word
from cq_tui.schema.field import Field
from cq_tui.values.expressions import later
from cq_tui.values.languages import is_chinese, is_japanese
from cq_tui.values.nothing import is_nothing

_FEW = 0.1
_LATIN = later(r"[A-Za-zÀ-ɏ]")
_KOREAN = later(r"[\uac00-\ud7a3]")
_OTHER_SCRIPTS = later(r"[\u0370-\u06ff\u0900-\u0fff\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff66-\uff9f]")
"""Letters that are not Latin."""

Columns = Sequence[tuple[str, Word]]
"""The columns of one field, each with its name and header word, in the list's order."""
Cells = Mapping[str, Sequence[str]]
"""The non-empty cells of each column."""


def roles_of(cells: Cells, columns: Columns) -> dict[str, tuple[str | Pair, ...]]:
    """Each role with its columns; two of one role that name organisations in two languages become a Pair.

    So do two with full and short names of the same.
    """
    by_role: dict[str, list[tuple[str, Word]]] = defaultdict(list)
    short = {word.full: name for name, word in columns if word.full}
    for name, word in columns:
        if not word.full:
            by_role[word.role].append((name, word))
    named = any(word.field and word.field.type.refers_to for _name, word in columns)
    return {
        role: tuple(_with_short(one, short) for one in (_paired(cells, some) if named else (name for name, _ in some)))
        for role, some in by_role.items()
    }


def _with_short(named: str | Pair, short: Mapping[str, str]) -> str | Pair:
    """A column with the one of short names beside it."""
    if not isinstance(named, str) or named not in short:
        return named
    in_two = all(map(language_beside, (named, short[named])))
    return (NameAndAlias if in_two else FullAndShort)(named, short[named])


def _paired(cells: Cells, columns: Columns) -> Iterator[str | Pair]:
    """The columns of a role. Of more than two, those become a Pair whose headers differ in the language alone."""
    if pair := pair_of(cells, columns):
        yield pair
        return
    by_stem: dict[str, list[tuple[str, Word]]] = defaultdict(list)
    for name, word in columns:
        by_stem[stem(name)].append((name, word))
    for some in by_stem.values():
        named = any(word.language for _name, word in some)
        pair = pair_of(cells, some) if named else None
        yield from (pair,) if pair else (name for name, _word in some)


def pair_of(cells: Cells, columns: Columns) -> Pair | None:
    """The Pair of two columns, by the languages that their headers name or are written in; None if they are none.

    A header that names no language is taken by its own only where its cells are written in it, too: one column in
    Chinese, the other in Latin letters.
    """
    if len(columns) != 2:
        return None
    named = any(word.language for _name, word in columns)
    by_language = {}
    for name, word in columns:
        language = word.language or language_of(cells[name])
        if not named and is_chinese(name) != (language == "zh"):
            return None
        by_language[language] = name
    if len(by_language) != 2 or not (named or are_in_both(cells, by_language["zh"], by_language["en"])):
        return None
    return Pair(**by_language)


def are_in_both(cells: Cells, zh: str, en: str) -> bool:
    """Whether one column is in Chinese and the other in Latin letters, by their cells.

    Kana is Japanese: two columns of it, or with some of it, are not the two languages of one text.
    """
    chinese, latin = cells[zh], cells[en]
    if not chinese or not latin:
        return True  # further down a list they may say something
    foreign = sum(is_japanese(cell) or _KOREAN.search(cell) is not None for cell in chinese)
    in_latin = sum(_LATIN.search(cell) is not None and _OTHER_SCRIPTS.search(cell) is None for cell in latin)
    return language_of(chinese) == "zh" and foreign < len(chinese) * _FEW and in_latin * 2 > len(latin)


def pair_among(columns: Columns) -> Columns:
    """Of several columns the two whose headers differ in the language alone; all of them where there are not just two.

    ``name_en`` and ``name_zh`` say it in both languages, which ``members_zh`` beside them does not.
    """
    by_stem: dict[str, list[tuple[str, Word]]] = defaultdict(list)
    for name, word in columns:
        if not word.part:
            by_stem[stem(name)].append((name, word))
    pairs = [some for some in by_stem.values() if sorted(word.language for _name, word in some) == ["en", "zh"]]
    return pairs[0] if len(pairs) == 1 else columns


def language_of(cells: Sequence[str]) -> str:
    """The language of a column: Chinese if most of its cells hold Chinese characters."""
    return "zh" if sum(map(is_chinese, cells)) * 2 > len(cells) else "en"


def repeated_codes(one: Field, names: Sequence[str], header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Of columns of codes that mean the same in every row, the first that is filled in every row; empty if none is."""
    choices, positions = code_lookup(one), {header.index(name): name for name in names}
    filled = dict(positions)
    try:
        for row in rows:
            named = {n: row[n] for n in positions if n < len(row) and not is_nothing(row[n])}
            filled = {n: name for n, name in filled.items() if n in named or not named}
            if len({choices.code(text) for text in named.values()}) > 1:
                return ""
    except ValueError:
        return ""
    return next(iter(filled.values()), "")
