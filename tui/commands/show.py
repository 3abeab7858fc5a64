"""``cq-tui show``: one record with its links and passages."""

from argparse import ArgumentParser, Namespace
from difflib import get_close_matches

from tui.commands.common import CommandError, add_archive_option, kind_named, open_store
from tui.kinds import kinds
from tui.language import _, sentences
from tui.store.detail import Heading, Line, LinkLine, Quote, Title, detail, judged_words


def configure(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("kind", metavar=_("KIND"), help=", ".join(kinds()))
    parser.add_argument("id", metavar=_("ID"), help=_("the record's id"))
    add_archive_option(parser)


def run(options: Namespace) -> int:
    """Print the record as the browser shows it."""
    kind = kind_named(options.kind)
    store = open_store(options.archive)
    record = store.get(kind.name, options.id)
    if record is None:
        near = get_close_matches(options.id, store.ids(kind.name), n=1, cutoff=0.4)
        hint = _("Did you mean {name}?").format(name=near[0]) if near else ""
        raise CommandError(sentences(_("There is no {id} in {kind}.").format(id=options.id, kind=kind.name), hint))
    for line in detail(store, kind, record):
        match line:
            case Title():
                print(line.text)
            case Heading():
                print(f"\n{line.text}")
            case LinkLine():
                label = f"{line.label}: " if line.label else "  "
                print(f"{label}{line.text}{_judged(line.judged)}  [{line.link.kind} {line.link.id}]")
            case Quote():
                print(f"    {line.text}")
            case Line():
                print(f"{line.label}: {line.text}{_judged(line.judged)}")
    return 0


def _judged(judged: bool) -> str:
    return judged_words() if judged else ""
