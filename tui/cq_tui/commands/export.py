"""``cq-tui export``: a selection in one of the formats, on stdout or into a file."""

import sys
from argparse import Namespace
from pathlib import Path

from cq_tui.commands.argument_parser import Parser
from cq_tui.commands.common import USAGE, CommandError, add_currency_option, complain, say
from cq_tui.commands.figures import add_by_option, outcomes_are_meant, overview_is_meant
from cq_tui.commands.selecting import add_selection_options, select
from cq_tui.commands.views import add_view_option, take_view
from cq_tui.export.export import Options, export_file, pieces, target_of
from cq_tui.export.formats import ENCODINGS, format_names, is_text
from cq_tui.files.write import FileExists, WriteError
from cq_tui.language import _, ngettext
from cq_tui.schema.columns import ColumnError
from cq_tui.settings.config import ExportDefaults
from cq_tui.store.selection.selection import Selection


def configure(parser: Parser) -> None:
    """Declare the options."""
    add_selection_options(parser, may_be_view=True)
    add_view_option(parser)
    add_currency_option(parser)
    add_by_option(parser)
    parser.add_argument("--format", choices=format_names(), help=_("csv if not given, or by the file's ending"))
    parser.add_argument("--output", "-o", metavar=_("FILE"), type=Path, help=_("a file; stdout if not given, or -"))
    parser.add_argument("--columns", metavar=_("A,B"), help=_("only these columns, in this order"))
    parser.add_argument(
        "--as-shown", action="store_true", help=_("as on the screen: words in the language, names, amounts in its unit")
    )
    parser.add_argument("--encoding", choices=ENCODINGS, help=_("utf-8-sig (for Excel) in CSV files, else utf-8"))
    parser.add_argument("--force", "-f", action="store_true", help=_("replace the file if it is there"))
    parser.add_argument("--explain", action="store_true", help=_("say the filter as a sentence on stderr"))
    parser.add_argument("--sums", action="store_true", help=_("say on stderr what the rows add up to, as under a list"))
    parser.add_argument("--raw", action="store_true", help=_("leave CSV cells that look like formulas as they are"))
    parser.add_example(
        "cq-tui export deals --filter 'amount>=10亿' -o large.xlsx", _("a workbook; the ending says the format")
    )
    parser.add_example("cq-tui export deals --as-shown -o deals.csv", _("as the screen shows them, with names for ids"))
    parser.add_example("cq-tui export deals --format json | jq '.deals | length'", _("on stdout, for another program"))


def run(options: Namespace) -> int:
    """Write the selection; report on stderr."""
    if str(options.output) == "-" or (str(options.output) == "/dev/stdout" and not options.confined):
        options.output = None
    take_view(options)
    outcomes = outcomes_are_meant(options)
    if overview_is_meant(options):
        from cq_tui.commands.overview import export_overview

        return export_overview(options)
    if outcomes:
        from cq_tui.commands.outcomes import export_outcomes

        return export_outcomes(options)
    selection = select(options)
    _tell(options, selection)
    usual: ExportDefaults = options.settings.config.export
    format_ = options.format or _format_of(options.output) or usual.format or "csv"
    if not is_text(format_):
        _refuse_for_bytes(options, format_)
    encoding = options.encoding or (usual.encoding if options.output and format_ == "csv" else None)
    how = Options(format_, options.columns, options.raw, encoding, options.as_shown)
    try:
        if options.output is None:
            for piece in pieces(selection, how, to_file=False, confined=options.confined):
                sys.stdout.buffer.write(piece)
            sys.stdout.flush()
            return 0
        target = target_of(options.output, options.confined, streams=True)
        export_file(selection, how, target, replace=options.force, confined=options.confined)
    except FileExists as error:
        raise CommandError(f"{error} " + _("--force replaces it.")) from None
    except (ColumnError, WriteError) as error:
        raise CommandError(str(error)) from None
    count = selection.count
    message = ngettext("{count} row written to {path}", "{count} rows written to {path}", count)
    say(message.format(count=f"{count:,}", path=target.shown))
    if options.raw and how.format == "csv":
        say(_("Cells were left raw: text that looks like a formula runs as one in a spreadsheet."))
    return 0


def _tell(options: Namespace, selection: Selection) -> None:
    """What was asked for, and what it adds up to, on stderr where that is wanted."""
    if options.explain:
        from cq_tui.query.explain import explain
        from cq_tui.store.selection.event_name import left_out

        sentence = explain(selection.query, selection.orders, selection.store.name)
        complain(sentence or _("{kind}: all").format(kind=selection.kind.label))
        if note := left_out(selection):
            complain(note)
    if options.sums:
        from cq_tui.store.views.footer import footer

        complain(footer(selection))


def _refuse_for_bytes(options: Namespace, format_: str) -> None:
    """Refuse options that make no sense for a binary format. Raises CommandError."""
    if options.encoding:
        raise CommandError(_("{format} is no text: it has no encoding.").format(format=format_), USAGE)
    if options.output is None and sys.stdout.isatty():
        message = _("{format} is not for a terminal: write it into a file with -o, or through a pipe.")
        raise CommandError(message.format(format=format_), USAGE)


def _format_of(path: Path | None) -> str | None:
    ending = path.suffix.lower().removeprefix(".") if path else ""
    return ending if ending in format_names() else None
