"""The README of a Data Package: what it holds, how to read it, where it comes from, what may be done with it.

It is written in English and in Chinese, whatever language is in force, so that its bytes don't hang on that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cq_tui.export.formats.md import escaped
from cq_tui.kinds.organisations import Organisation
from cq_tui.kinds.sources import Source
from cq_tui.language import LANGUAGES, N_, Language, messages
from cq_tui.publishing.request import Request
from cq_tui.schema.text import Text
from cq_tui.values.clean import clean_line
from cq_tui.values.codes import Basis

Rows = Sequence[tuple[str, tuple[str, str], int]]
"""Files with what they hold, in English and in Chinese, and how many rows."""


@dataclass(frozen=True, slots=True)
class Guide:
    """What a format's README says of its files, and how they are read; each is a message."""

    introduction: str
    reading: tuple[str, ...]


_FILES, _FILE, _WHAT, _ROWS = N_("Files"), N_("file"), N_("content"), N_("rows")
_HOW, _WHERE, _TERMS = N_("How to read it"), N_("Where it comes from"), N_("Licence")
_WHOLE = N_("The whole archive is in it.")
_PART = N_(
    "It holds a part of an archive: the records of `{kind}` that this filter leaves, and all that they refer to:"
)
_PART_OF_ALL = N_("It holds a part of an archive: all records of `{kind}`, and all that they refer to.")
_RETRIEVED, _ARCHIVED = N_("retrieved on {day}"), N_("archived copy: {address}")
_NO_SOURCE = N_("No source is named.")
_LICENCE = N_("Licence of this package, as its publisher states it: {licence}")
_NO_LICENCE = N_("No licence is stated. Ask whoever published this before you publish it again.")
_OF_SOURCES = N_("What the sources themselves allow is for their publishers to say.")


def readme(request: Request, rows: Rows, guide: Guide) -> Iterator[bytes]:
    """The text, English first."""
    title = request.title
    yield f"# {_plain(title.en)}{'' if title.zh == title.en else f' · {_plain(title.zh)}'}\n".encode()
    for language in reversed(LANGUAGES):
        yield f"\n{''.join(_text(request, rows, guide, language))}".encode()


def _text(request: Request, rows: Rows, guide: Guide, language: Language) -> Iterator[str]:
    say = messages(language).gettext
    yield f"{say(guide.introduction)}\n\n"
    yield from _extent(request, language)
    yield f"\n## {say(_FILES)}\n\n| {say(_FILE)} | {say(_WHAT)} | {say(_ROWS)} |\n"
    yield "|---|---|---:|\n"
    for name, (en, zh), count in rows:
        yield f"| {name} | {_plain(zh if language == 'zh' else en)} | {count} |\n"
    yield f"\n## {say(_HOW)}\n\n"
    for sentence in guide.reading:
        yield f"- {say(sentence)}\n"
    yield f"\n## {say(_WHERE)}\n\n"
    yield from list(_sources(request, language)) or [f"{say(_NO_SOURCE)}\n"]
    yield f"\n## {say(_TERMS)}\n\n"
    stated = say(_LICENCE).format(licence=_plain(request.licence)) if request.licence else say(_NO_LICENCE)
    yield f"{stated}\n\n{say(_OF_SOURCES)}\n"


def _extent(request: Request, language: Language) -> Iterator[str]:
    say, query = messages(language).gettext, request.extent.query
    if query is None:
        yield f"{say(_WHOLE)}\n"
    elif query.text.strip():
        yield f"{say(_PART).format(kind=query.kind.name)}\n\n    {clean_line(query.text)}\n"
    else:
        yield f"{say(_PART_OF_ALL).format(kind=query.kind.name)}\n"


def _sources(request: Request, language: Language) -> Iterator[str]:
    say, store = messages(language).gettext, request.extent.store
    for source in request.extent.records(store.schema["sources"]):
        if isinstance(source, Source):
            publisher = store.get("organisations", source.publisher) if source.publisher else None
            named = _in(language, publisher.name) if isinstance(publisher, Organisation) else ""
            retrieved = say(_RETRIEVED).format(day=source.retrieved) if source.retrieved else ""
            archived = say(_ARCHIVED).format(address=source.archived) if source.archived else ""
            parts = [
                _in(language, source.name),
                _judged(language, named, source.publisher_basis),
                _judged(language, str(source.published or ""), source.published_basis),
                source.address or "",
                _judged(language, retrieved, source.retrieved_basis),
                archived,
            ]
            told = ("，" if language == "zh" else ", ").join(_plain(one) for one in parts if one)
            digest = f" (SHA-256 `{source.sha256}`)" if source.sha256 else ""
            yield f"- {told}{digest}\n"


def _judged(language: Language, words: str, basis: Basis) -> str:
    """The words, with a mark behind them where they are our judgement and not the source's word."""
    if not words or basis is not Basis.INFERRED:
        return words
    return f"{words}（{basis.label.zh}）" if language == "zh" else f"{words} ({basis.label.en})"


def _in(language: Language, text: Text) -> str:
    return (text.zh or text.en) if language == "zh" else (text.en or text.zh)


def _plain(text: str) -> str:
    return escaped(clean_line(text))
