"""Texts in Chinese and in English, of which one may be missing."""

from collections.abc import Sequence
from typing import Any

from cq_tui.language import current
from cq_tui.values.blanks import Blanks
from cq_tui.values.clean import sql_cleaned
from cq_tui.values.converters import Convert, Converters
from cq_tui.values.limits import sql_longer
from cq_tui.values.lists_in_cells import CellList
from cq_tui.values.sql import Sql, literal, same_type, struct
from cq_tui.values.types.base import FieldType, Names

LANGUAGES = ("zh", "en")
LONGEST = 20_000
"""Characters of one text: more than a note needs, and less than makes a screen slow."""


class BilingualText(FieldType):
    """A text in two languages, a table ``{zh, en}``; where one is missing the other stands for it."""

    mapped_by = ("column", "zh", "en", "join", "instead", "constant")
    list_mapped_by = ("column", "zh", "en", "constant")
    sheet_width = list_sheet_width = 36
    endings = tuple(f"_{language}" for language in LANGUAGES)
    sql_type = "STRUCT(zh VARCHAR, en VARCHAR)"
    arrow_type = "struct<zh: string, en: string>"
    example = '{ zh = "中文", en = "English" }'

    @staticmethod
    def is_empty(value: Any) -> bool:
        """Whether both languages are missing, which no text may be."""
        return not any(getattr(value, language) for language in LANGUAGES)

    @staticmethod
    def sql_is_empty(value: Sql) -> Sql:
        """As ``is_empty``."""
        return " AND ".join(f"{value}.{language} = ''" for language in LANGUAGES)

    @staticmethod
    def chosen(value: Any) -> str:
        """In the language in force, else in the other one."""
        first, second = LANGUAGES if current() == "zh" else LANGUAGES[::-1]
        return str(getattr(value, first) or getattr(value, second))

    @staticmethod
    def sql_chosen(value: Sql) -> Sql:
        """As ``chosen``."""
        first, second = LANGUAGES if current() == "zh" else LANGUAGES[::-1]
        return f"coalesce(nullif({value}.{first}, ''), {value}.{second})"

    def spell(self, value: Any) -> tuple[str, ...]:
        """One cell a language."""
        return tuple(getattr(value, language) for language in LANGUAGES)

    def read(self, cells: Sequence[str]) -> Any:
        """One cell a language."""
        return dict(zip(LANGUAGES, cells, strict=True))

    def sql_spell(self, value: Sql) -> list[Sql]:
        """One cell a language."""
        return [f"coalesce({sql_cleaned(f'{value}.{language}')}, '')" for language in LANGUAGES]

    def sql_read(self, cells: Sequence[Sql]) -> Sql:
        """One cell a language."""
        filled = " OR ".join(f"{cell} <> ''" for cell in cells)
        return f"CASE WHEN {filled} THEN {struct(zip(LANGUAGES, cells, strict=True))} END"

    def sql_unread(self, cells: Sequence[Sql]) -> Sql | None:
        """Every text is one."""
        del cells
        return None

    def sql_read_entry(self, held: Sequence[Sql]) -> Sql:
        """The struct even where it is empty, for ``sql_refused`` to judge."""
        return struct(zip(LANGUAGES, map(CellList.sql_released, held), strict=True))

    def takes(self, given: str) -> bool:
        """Its own type alone, however it is quoted."""
        return same_type(given, self.sql_type)

    def sql_take(self, value: Sql) -> Sql:
        """Normalised; an absent language is empty."""
        texts = struct((one, f"coalesce({Blanks.sql_normalised(f'{value}.{one}')}, '')") for one in LANGUAGES)
        return f"CASE WHEN {value} IS NOT NULL THEN {texts} END"

    def sql_refused(self, value: Sql) -> list[Sql]:
        """Both empty, or one too long."""
        return [self.sql_is_empty(value), *(sql_longer(f"{value}.{language}", LONGEST) for language in LANGUAGES)]

    def sql_clean(self, value: Sql) -> Sql:
        """Both languages."""
        texts = struct((language, sql_cleaned(f"{value}.{language}")) for language in LANGUAGES)
        return f"CASE WHEN {value} IS NOT NULL THEN {texts} END"

    def sql_literal(self, value: Any) -> Sql:
        """A struct."""
        return struct((language, literal(getattr(value, language))) for language in LANGUAGES)

    def toml(self, value: Any) -> Any:
        """The languages that are there."""
        return {language: text for language in LANGUAGES if (text := getattr(value, language))}

    def json(self, value: Any) -> Any:
        """As in TOML."""
        return self.toml(value)

    def json_schema(self) -> dict[str, Any]:
        """A table with one language at least."""
        text = {"type": "string", "maxLength": LONGEST}
        return {
            "type": "object",
            "properties": dict.fromkeys(LANGUAGES, text),
            "additionalProperties": False,
            "minProperties": 1,
        }

    def table_schema(self) -> dict[str, Any]:
        """One column a language."""
        return {"type": "string", "constraints": {"maxLength": LONGEST}}

    def converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.text

    def list_converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.texts

    def words(self, value: Any, record: Any, names: Names) -> str:
        """In the language in force, else in the other one."""
        del record, names
        return self.chosen(value)

    def sql_own_texts(self, value: Sql) -> list[Sql]:
        """Both languages."""
        return [f"nullif({value}.{language}, '')" for language in LANGUAGES]

    def sql_text(self, value: Sql) -> Sql:
        """Both languages."""
        return f"concat_ws(chr(10), {', '.join(f'{value}.{language}' for language in LANGUAGES)})"

    def sql_sort_key(self, value: Sql) -> Sql:
        """Pinyin order in Chinese, alphabetical without regard to case in English."""
        zh, en = f"nullif({value}.zh, '')", f"nullif({value}.en, '')"
        if current() == "zh":
            return f"icu_sort_key(coalesce({zh}, {en}), 'zh')"
        return f"lower(coalesce({en}, {zh}))"

    def group_words(self, value: Any, names: Names) -> str:
        """The text, in one language already."""
        del names
        return str(value)

    def sql_groups(self, value: Sql) -> Sql:
        """In the language in force, else in the other one."""
        return self.sql_chosen(value)
