"""A brief as a DOCX file, for Word and WPS. Made by python-docx, which the extra ``brief`` installs."""

import unicodedata
import zipfile
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import Any

from cq_tui.brief.document import Bars, Block, Document, Notes, Paragraph, Span, Table, runs

_EAST_ASIAN = "Microsoft YaHei"
"""Word takes the font of Chinese letters from an attribute of its own; where it is missing, it takes another one."""
_WESTERN = "Arial"
_WIDTH = 180
"""Of the page, in mm, what is written on."""
_OF_REMARKS, _OF_TABLES, _OF_NOTES = 9, 8.5, 8
"""Sizes of letters; sentences have that of the style."""
_SHORT, _MOST_LETTERS = 16, 46
"""Letters of a text up to which a column does not break it, and above which it gets no wider."""
_OF_A_LETTER, _PADDING = 1.75, 5
"""What a letter takes in a table, and what stands beside the text of a cell, in mm."""
_ALWAYS = (1980, 1, 1, 0, 0, 0)
"""The day of all parts in the file, so that the same brief has the same bytes."""
_DAY = datetime(2000, 1, 1)


def data(document: Document) -> bytes:
    """The file. Raises ImportError where python-docx is not installed."""
    import docx
    from docx.shared import Mm

    paper: Any = docx.Document()
    page = paper.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm((210 - _WIDTH) / 2)
    page.top_margin = page.bottom_margin = Mm(14)
    _fonts(paper)
    properties = paper.core_properties
    properties.title, properties.author, properties.comments = document.title, "cq-tui", ""
    properties.language = "zh-CN" if document.language == "zh" else "en-GB"
    properties.created = properties.modified = _DAY
    paper.add_heading(document.title, 0)
    for paragraph in document.lead:
        _add(paper, paragraph)
    for section in document.sections:
        paper.add_heading(section.heading, 1)
        for block in section.blocks:
            _add(paper, block)
    made = BytesIO()
    paper.save(made)
    return _always_the_same(made)


def _fonts(paper: Any) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    for name, size, before, after in (("Normal", 9.5, 0, 2), ("Title", 16, 0, 4), ("Heading 1", 12, 8, 2)):
        style = paper.styles[name]
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.font.name, style.font.size = _WESTERN, Pt(size)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _EAST_ASIAN)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme"):  # a theme's font would win over these
            style.element.rPr.rFonts.attrib.pop(qn(theme), None)


def _add(paper: Any, block: Block) -> None:
    match block:
        case Paragraph():
            _write(paper.add_paragraph(), block.spans, quiet=block.quiet)
        case Table():
            _add_table(paper, block)
        case Bars():
            pass  # the table beside it says the same
        case Notes():
            for number, spans in block.items:
                _write(_close(paper.add_paragraph()), (Span(f"[{number}] "), *spans), quiet=True, size=_OF_NOTES)


def _add_table(paper: Any, table: Table) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    made = paper.add_table(rows=1, cols=len(table.header), style="Light Shading")
    made.autofit = False
    for cell, words in zip(made.rows[0].cells, table.header, strict=True):
        _write(_close(cell.paragraphs[0]), [Span(words)], size=_OF_TABLES)
    _repeat_header(paper)
    for number, row in enumerate(table.rows, 1):
        last = table.total and number == len(table.rows)
        for place, (cell, span) in enumerate(zip(made.add_row().cells, row, strict=True)):
            _write(_close(cell.paragraphs[0], gap=1.5), [span], size=_OF_TABLES, strong=last)
            if place in table.right:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for column, width in zip(made.columns, _widths(table), strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    _close(paper.add_paragraph()).paragraph_format.line_spacing = Pt(4)


def _widths(table: Table) -> list[float]:
    """How the page is shared out among columns, in mm: short texts are not broken, the others share the rest."""
    columns = [[words, *(row[place].shown for row in table.rows)] for place, words in enumerate(table.header)]
    letters = [max(map(_width_of, texts)) for texts in columns]
    short = {place: count * _OF_A_LETTER + _PADDING for place, count in enumerate(letters) if count <= _SHORT}
    longer = sum(min(count, _MOST_LETTERS) for place, count in enumerate(letters) if place not in short)
    if not longer:  # nothing but short texts: the page is theirs
        return [_WIDTH * width / sum(short.values()) for width in short.values()]
    rest = _WIDTH - sum(short.values())
    return [short.get(place, rest * min(count, _MOST_LETTERS) / longer) for place, count in enumerate(letters)]


def _width_of(text: str) -> int:
    """How wide a text is, in letters: those of Chinese count twice."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def _close(paragraph: Any, gap: float = 0) -> Any:
    """A paragraph with no more than a small gap behind it, in points."""
    from docx.shared import Pt

    paragraph.paragraph_format.space_after = Pt(gap)
    return paragraph


def _repeat_header(paper: Any) -> None:
    """Have the header of the last table on every page that it goes over, and no bands; python-docx can't say that."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    (row,) = paper.element.body.xpath("./w:tbl[last()]/w:tr[1]")
    row.get_or_add_trPr().append(mark)
    for look in paper.element.body.xpath("./w:tbl[last()]/w:tblPr/w:tblLook"):
        look.set(qn("w:noHBand"), "1")
        look.set(qn("w:val"), "06A0")


def _write(
    paragraph: Any, spans: Iterable[Span], *, quiet: bool = False, size: float = _OF_REMARKS, strong: bool = False
) -> None:
    from docx.shared import Pt, RGBColor

    for span in spans:
        run = paragraph.add_run(span.shown)
        if strong:
            run.bold = True
        if quiet:
            run.font.color.rgb = RGBColor(0x5B, 0x63, 0x6B)
        if quiet or size != _OF_REMARKS:
            run.font.size = Pt(size)
        if span.sources:
            marks = paragraph.add_run("[" + ", ".join(words for _first, words in runs(span.sources)) + "]")
            marks.font.superscript = True


def _always_the_same(made: BytesIO) -> bytes:
    """The file with one day for all its parts; python-docx writes the hour of the day into them."""
    again = BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _ALWAYS)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return again.getvalue()
