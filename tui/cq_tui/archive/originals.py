"""The original text of a source, where somebody has it: proving anchors, finding sentences."""

from pathlib import Path
from typing import NamedTuple

from cq_tui.archive.problem import ArchiveError, Problem
from cq_tui.archive.read import Archive
from cq_tui.files.text import FileFault, read_text
from cq_tui.kinds.passages import Passage
from cq_tui.language import _, sentences
from cq_tui.values.clean import clean, clean_line
from cq_tui.values.expressions import later

_SENTENCE = later(r"[^。！？!?；;]*[。！？!?；;]?[”’]?")


class Original(NamedTuple):
    """A source's text as its paragraphs: the non-empty lines, the first is 1."""

    source: str
    paragraphs: tuple[str, ...]

    def paragraph(self, number: int) -> str | None:
        """A paragraph by its number, or None past the end."""
        return self.paragraphs[number - 1] if 0 < number <= len(self.paragraphs) else None

    def sentence(self, passage: Passage) -> str | None:
        """The sentence of the passage's paragraph in which its anchor stands."""
        paragraph = self.paragraph(passage.paragraph)
        if paragraph is None or passage.anchor not in paragraph:
            return None
        place = paragraph.index(passage.anchor)
        for match in _SENTENCE.finditer(paragraph):
            if match.start() <= place < match.end():
                return match[0].strip()
        return paragraph


def load(archive: Archive, given: Path | None) -> dict[str, Original]:
    """The originals at hand, by source id: the given file, else ``seeds/originals/<source>.txt``.

    Raises ArchiveError when the given file can't be read or can't be told to be a source's.
    """
    sources = [record.id for record in archive.records("sources")]
    if given is not None:
        source = _source_of(given, sources)
        return {source: _read(given, source)}
    paths = {source: [root / "seeds" / "originals" / f"{source}.txt" for root in archive.roots] for source in sources}
    return {source: _read(path, source) for source, every in paths.items() for path in every if path.is_file()}


def _source_of(path: Path, sources: list[str]) -> str:
    if path.stem in sources:
        return path.stem
    if len(sources) == 1:
        return sources[0]
    message = _("{path}: name it after its source: {sources}")
    raise ArchiveError(message.format(path=clean_line(str(path)), sources=", ".join(sources)))


def _read(path: Path, source: str) -> Original:
    shown = clean_line(str(path))
    try:
        text = clean(read_text(path))
    except FileFault as fault:
        raise ArchiveError(f"{shown}: {fault}") from None
    return Original(source, tuple(line.strip() for line in text.split("\n") if line.strip()))


def check_anchors(archive: Archive, originals: dict[str, Original]) -> list[Problem]:
    """Anchors that do not stand in the paragraph they name."""
    problems: list[Problem] = []
    for entry in archive.entries.get("passages", []):
        passage = entry.record
        if not isinstance(passage, Passage) or passage.source not in originals:
            continue
        original = originals[passage.source]
        paragraph = original.paragraph(passage.paragraph)
        if paragraph is None:
            message = _("the original has only {count} paragraphs").format(count=len(original.paragraphs))
            problems.append(entry.problem(("paragraph",), message))
        elif passage.anchor not in paragraph:
            elsewhere = [n for n, text in enumerate(original.paragraphs, 1) if passage.anchor in text]
            message = _('"{anchor}" does not stand in paragraph {number}.').format(
                anchor=passage.anchor, number=passage.paragraph
            )
            if elsewhere:
                there = _("It stands in {numbers}.").format(numbers=", ".join(map(str, elsewhere)))
                message = sentences(message, there)
            problems.append(entry.problem(("anchor",), message))
    return problems
