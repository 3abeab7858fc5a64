"""The interface's language: one setting, asked by everything that makes words.

English is the source language of the messages; ``locale/zh`` holds their Chinese.
Labels of kinds, fields and codes stand with the kinds, in both languages, as ``Label``.
"""

import gettext
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cq_tui.locale_variables import is_chinese

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")

_LOCALE = Path(__file__).parent / "locale"
_language: Language = "en"
_messages: gettext.NullTranslations = gettext.NullTranslations()


@dataclass(frozen=True, slots=True)
class Label:
    """The same words in Chinese and in English."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.zh if _language == "zh" else self.en


def use(language: Language) -> None:
    """Make every word from now on Chinese or English."""
    global _language, _messages
    _language = language
    _messages = messages(language)


def messages(language: Language) -> gettext.NullTranslations:
    """The messages of a language, for texts that are written in both, whatever language is in force."""
    return gettext.translation("cq-tui", _LOCALE, ["zh"]) if language == "zh" else gettext.NullTranslations()


def current() -> Language:
    """The language in force."""
    return _language


def _(message: str) -> str:
    """The message in the language in force."""
    return _messages.gettext(message)


def N_(message: str) -> str:
    """Mark words for translation where the language is not chosen yet."""
    return message


def ngettext(one: str, more: str, count: int) -> str:
    """The message for a count, in the language in force; ``{count}`` is left to fill in."""
    return _messages.ngettext(one, more, count)


def sentences(*parts: str) -> str:
    """Sentences one after the other: with a blank between them in English, without in Chinese."""
    return ("" if _language == "zh" else " ").join(filter(None, parts))


def listed(words: Iterable[str]) -> str:
    """Words of a sentence one after the other, parted by commas as the language has them."""
    return ("、" if _language == "zh" else ", ").join(words)


def from_locale() -> Language:
    """Chinese if the locale of the environment is Chinese, else English."""
    return "zh" if is_chinese() else "en"
