"""``cq-tui publish``: an archive, or what a filter leaves of it, as a folder for other programs or in a server."""

from argparse import Namespace

from cq_tui.commands.argument_parser import Parser
from cq_tui.commands.common import USAGE, CommandError, add_archive_option, kind_named, open_store, say, schema_for
from cq_tui.commands.selecting import query_of
from cq_tui.files.named import folder
from cq_tui.files.write import FileExists, WriteError
from cq_tui.language import _, sentences
from cq_tui.publishing.publish import FORMATS, publish
from cq_tui.publishing.request import Request, is_name
from cq_tui.publishing.target import folder_of
from cq_tui.store.selection.extent import Extent

_USUAL_KIND = "deals"
_LONGEST_LICENCE = 200


def configure(parser: Parser) -> None:
    """Declare the options."""
    parser.add_argument(
        "folder",
        metavar=_("FOLDER"),
        nargs="?",
        type=folder,
        help=_("a new folder, or one with an earlier publication"),
    )
    parser.add_argument(
        "--to", metavar=_("SERVER"), help=_("instead of a folder a database: clickhouse://host:port/database")
    )
    parser.add_argument("--kind", metavar=_("KIND"), help=_("what the filter asks of; deals if not given"))
    parser.add_argument(
        "--filter", metavar=_("QUERY"), default="", help=_("only what this leaves, and all that it refers to")
    )
    parser.add_argument(
        "--format",
        choices=tuple(FORMATS),
        default="datapackage",
        help=_("datapackage: tables with Table Schema; ftm: entities of FollowTheMoney"),
    )
    parser.add_argument("--licence", metavar=_("LICENCE"), help=_("what you allow: as CC-BY-4.0, or an address"))
    parser.add_argument("--package", metavar=_("NAME"), help=_("the package's name; the event's if not given"))
    parser.add_argument("--force", "-f", action="store_true", help=_("replace an earlier publication"))
    parser.add_argument("--raw", action="store_true", help=_("leave CSV cells that look like formulas as they are"))
    add_archive_option(parser)
    parser.add_example(
        "cq-tui publish --to clickhouse://data.example:8443/fairs --archive fairs",
        _("all of fairs in a database that many read"),
    )
    parser.add_example("cq-tui publish visit --licence CC-BY-4.0", _("a Data Package in the new folder visit"))


def run(options: Namespace) -> int:
    """Write the folder; report on stderr."""
    _refuse(options)
    if options.to is not None:
        from cq_tui.commands.publish_to_server import publish_to_server

        return publish_to_server(options, _extent_of, _of_the_filter)
    target = folder_of(options.folder, options.confined)
    extent = _extent_of(options)
    request = Request(extent, options.licence, options.package, options.raw)
    try:
        what = publish(request, options.format, target, replace=options.force)
    except FileExists as error:
        raise CommandError(f"{error} " + _("--force replaces it.")) from None
    except WriteError as error:
        raise CommandError(str(error)) from None
    written = _("{what} written to {path}").format(what=what, path=target.shown)
    say(sentences(written + _("."), _of_the_filter(extent)))
    if options.raw and options.format == "datapackage":
        say(_("Cells were left raw: text that looks like a formula runs as one in a spreadsheet."))
    if not options.licence:
        say(_("No licence is stated in it: --licence says what others may do with it."))
    return 0


def _extent_of(options: Namespace) -> Extent:
    """What is published: an archive, or what the filter leaves of it. Raises CommandError."""
    schema = schema_for(options.archive)
    query = None
    if options.kind or options.filter.strip():
        query = query_of(options.filter, kind_named(options.kind or _USUAL_KIND, schema))
    return Extent(open_store(*options.archive, schema=schema), query)


def _refuse(options: Namespace) -> None:
    """Refuse what nobody can mean. Raises CommandError."""
    if (options.folder is None) == (options.to is None):
        raise CommandError(_("Name a folder, or a server with --to."), USAGE)
    if options.package is not None and not is_name(options.package):
        message = _("--package {name}: a name is small letters, digits and hyphens, 80 at most.")
        raise CommandError(message.format(name=options.package), USAGE)
    licence = options.licence
    if licence is not None and (not licence.strip() or len(licence) > _LONGEST_LICENCE or not licence.isprintable()):
        message = _("--licence is an identifier such as CC-BY-4.0, or an address, of {most} characters at most.")
        raise CommandError(message.format(most=_LONGEST_LICENCE), USAGE)


def _of_the_filter(extent: Extent) -> str:
    """How much of it the filter found itself; nothing where there is none."""
    if extent.query is None:
        return ""
    message = _("The filter found {count} of {kind}; the others are what those refer to.")
    return message.format(count=f"{len(extent.found):,}", kind=extent.query.kind.label)
