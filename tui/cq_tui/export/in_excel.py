"""What a spreadsheet will show of an export, in one line."""

from cq_tui.export.export import Options
from cq_tui.export.formats import format_named, usual_encoding
from cq_tui.language import _
from cq_tui.schema.kind import Kind

_MARKED, _CHINESE = "utf-8-sig", "gb18030"


def in_excel(kind: Kind, options: Options) -> str:
    """What Excel shows of an export with these options."""
    if options.format not in ("csv", "xlsx"):
        return _("Excel opens no {format}.").format(format=options.format)
    encoding = options.encoding or usual_encoding(options.format, to_file=True)
    if options.format == "csv" and encoding == _CHINESE:
        return _("Excel: Chinese comes out right in one set to Chinese only.")
    if options.format == "csv" and encoding != _MARKED:
        return _("Excel: Chinese comes out garbled, {encoding} is what it knows.").format(encoding=_MARKED)
    return _shown(kind) if options.as_shown else _plain(kind)


def _shown(kind: Kind) -> str:
    unit = kind.by_name[kind.money.amount].type.header_unit if kind.money else None
    if unit is not None:
        return _("Excel: names and words as here, amounts as numbers in {unit}.").format(unit=unit.name)
    return _("Excel: names and words as here, numbers and days as such.")


def _plain(kind: Kind) -> str:
    if kind.money:
        return _("Excel: codes and ids, amounts in full, columns as in data files.")
    return _("Excel: codes and ids, columns as in data files.")


def can_be_shown(format_: str) -> bool:
    """Whether a format can be written as on the screen."""
    return format_named(format_).as_shown
