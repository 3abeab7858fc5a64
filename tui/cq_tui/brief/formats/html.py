"""A brief as one HTML file: it fetches nothing, runs nothing, and prints on A4."""

from collections.abc import Iterable, Iterator
from html import escape

from cq_tui.brief.document import Bar, Bars, Block, Document, Notes, Paragraph, Section, Span, Table, runs

_STYLE = """
@page { size: A4; margin: 12mm 14mm; }
:root { color: #1a1d21; background: #fff; }
body { font: 9pt/1.35 "Helvetica Neue", Arial, "Liberation Sans", "Noto Sans", "Noto Sans CJK SC", "PingFang SC",
  "Microsoft YaHei", sans-serif; max-width: 182mm; margin: 12mm auto; padding: 0 5mm; }
h1 { font-size: 15pt; line-height: 1.25; margin: 0 0 2mm; }
h2 { font-size: 11.5pt; margin: 3.5mm 0 1mm; padding-bottom: .5mm; border-bottom: .3mm solid #1f6f78;
  break-after: avoid; }
p { margin: 1mm 0; overflow-wrap: anywhere; }
.quiet { color: #5b636b; font-size: 8.25pt; }
table { border-collapse: collapse; width: 100%; font-size: 8.25pt; line-height: 1.3; margin: 1mm 0; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { text-align: left; font-weight: 600; color: #5b636b; border-bottom: .3mm solid #9aa3ab; }
th, td { padding: .6mm 3mm .6mm 0; vertical-align: top; overflow-wrap: break-word; }
td { border-bottom: .1mm solid #d9dee2; }
.right { text-align: right; font-variant-numeric: tabular-nums; }
.short { white-space: nowrap; }
.total td { font-weight: 600; border-top: .3mm solid #9aa3ab; border-bottom: 0; }
sup { font-size: 7pt; color: #1f6f78; line-height: 0; white-space: nowrap; }
a { color: #1f6f78; text-decoration: none; }
figure { margin: 2mm 0; break-inside: avoid; }
figcaption { color: #5b636b; font-size: 8.25pt; }
svg { display: block; width: 62%; height: auto; }
ol { list-style: none; padding: 0; margin: 2mm 0; font-size: 7.25pt; line-height: 1.25; }
li { margin: 0 0 .4mm; padding-left: 5mm; text-indent: -5mm; overflow-wrap: anywhere; orphans: 2; widows: 2; }
li b { display: inline-block; width: 5mm; text-indent: 0; font-weight: 600; color: #1f6f78; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
""".strip()
_LANGUAGES = {"zh": "zh-Hans", "en": "en"}
_SHORT = 16
"""Characters of the longest text of a column whose texts are not broken."""
_LABEL, _WIDEST, _WORDS, _STEP = 130, 380, 190, 22
"""Widths of the parts of a picture, and the height of a bar with its gap, in units of the picture."""


def data(document: Document) -> bytes:
    """The file."""
    return "\n".join(_lines(document)).encode() + b"\n"


def _lines(document: Document) -> Iterator[str]:
    title = escape(document.title)
    yield f'<!DOCTYPE html>\n<html lang="{_LANGUAGES.get(document.language, document.language)}">\n<head>'
    yield '<meta charset="utf-8">'
    # What data could smuggle in would be neither run nor fetched.
    yield """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">"""
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="generator" content="cq-tui">'
    yield f"<title>{title}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n<h1>{title}</h1>"
    for paragraph in document.lead:
        yield from _block(paragraph)
    for section in document.sections:
        yield from _section(section)
    yield "</body>\n</html>"


def _section(section: Section) -> Iterator[str]:
    yield f"<section>\n<h2>{escape(section.heading)}</h2>"
    for block in section.blocks:
        yield from _block(block)
    yield "</section>"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield f"<p{' class=quiet' if block.quiet else ''}>{_text(block.spans)}</p>"
        case Table():
            yield from _table(block)
        case Bars():
            yield from _figure(block)
        case Notes():
            items = (f'<li id="s{number}"><b>{number}</b>{_text(spans)}</li>' for number, spans in block.items)
            yield from ("<ol>", *items, "</ol>")


def _table(table: Table) -> Iterator[str]:
    columns = [[words, *(row[place].text for row in table.rows)] for place, words in enumerate(table.header)]
    short = {place for place, texts in enumerate(columns) if max(map(len, texts)) <= _SHORT}

    def attribute(place: int) -> str:
        names = [name for name, holds in (("right", table.right), ("short", short)) if place in holds]
        return f' class="{" ".join(names)}"' if names else ""

    yield "<table>\n<thead><tr>"
    yield from (f"<th{attribute(place)}>{escape(words)}</th>" for place, words in enumerate(table.header))
    yield "</tr></thead>\n<tbody>"
    for number, row in enumerate(table.rows, 1):
        cells = "".join(f"<td{attribute(place)}>{_text([span])}</td>" for place, span in enumerate(row))
        yield f"<tr{' class=total' if table.total and number == len(table.rows) else ''}>{cells}</tr>"
    yield "</tbody>\n</table>"


def _figure(bars: Bars) -> Iterator[str]:
    width, height = _LABEL + _WIDEST + _WORDS, _STEP * len(bars.bars)
    caption = escape(bars.caption)
    yield f'<figure>\n<svg viewBox="0 0 {width} {height}" role="img" aria-label="{caption}" font-size="12">'
    for place, bar in enumerate(bars.bars):
        yield from _bar(bar, place * _STEP)
    yield f"</svg>\n<figcaption>{caption}</figcaption>\n</figure>"


def _bar(bar: Bar, top: int) -> Iterator[str]:
    whole, part = (max(1.0, float(share) * _WIDEST) if share > 0 else 0.0 for share in (bar.whole, bar.part))
    yield f'<text x="{_LABEL - 8}" y="{top + 15}" text-anchor="end" fill="#1a1d21">{escape(bar.label)}</text>'
    yield f'<rect x="{_LABEL}" y="{top + 4}" width="{whole:.1f}" height="14" fill="#b9d5d8"/>'
    if part:
        yield f'<rect x="{_LABEL}" y="{top + 4}" width="{min(part, whole):.1f}" height="14" fill="#1f6f78"/>'
    yield f'<text x="{_LABEL + whole + 8:.1f}" y="{top + 15}" fill="#5b636b">{escape(bar.words)}</text>'


def _text(spans: Iterable[Span]) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    text = escape(span.shown)
    if span.address:
        text = f'<a href="{escape(span.address)}" rel="noreferrer">{text}</a>'
    marks = ", ".join(f'<a href="#s{first}">{words}</a>' for first, words in runs(span.sources))
    # In brackets, for a raised number behind a figure reads as an exponent, and is one number with it when pasted.
    return f"{text}<sup>{' ' if text else ''}[{marks}]</sup>" if marks else text
