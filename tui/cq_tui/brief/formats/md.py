"""A brief as Markdown."""

from collections.abc import Iterable, Iterator

from cq_tui.brief.document import Bars, Block, Document, Notes, Paragraph, Section, Span, Table, runs
from cq_tui.export.formats.md import escaped


def data(document: Document) -> bytes:
    """The file."""
    return "\n".join(_lines(document)).encode() + b"\n"


def _lines(document: Document) -> Iterator[str]:
    yield f"# {escaped(document.title)}"
    for paragraph in document.lead:
        yield from ("", _text(paragraph.spans))
    for section in document.sections:
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    yield from ("", f"## {escaped(section.heading)}")
    for block in section.blocks:
        lines = list(_block(block))
        if lines:
            yield from ("", *lines)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _text(block.spans)
        case Table():
            yield _row(map(escaped, block.header))
            yield _row("---:" if place in block.right else "---" for place in range(len(block.header)))
            for place, row in enumerate(block.rows, 1):
                cells = [_text([one]) for one in row]
                yield _row(
                    f"**{cell}**" if block.total and place == len(block.rows) and cell else cell for cell in cells
                )
        case Bars():
            pass  # the table beside it says the same
        case Notes():
            yield from (f"{number}. {_text(spans)}" for number, spans in block.items)


def _text(spans: Iterable[Span]) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    text = escaped(span.shown)
    if span.address:
        # In the address itself only what would end it is written otherwise.
        address = span.address.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")
        text = f"<{address}>" if span.address == span.text else f"[{text}](<{address}>)"
    marks = ", ".join(words for _first, words in runs(span.sources))
    marks = f"\\[{marks}\\]" if marks else ""
    return f"{text} {marks}" if marks and text else text + marks


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
