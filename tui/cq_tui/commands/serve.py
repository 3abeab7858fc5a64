"""``cq-tui serve``: the browser as a window in other people's browsers."""

import errno
import subprocess
from argparse import ArgumentTypeError, Namespace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cq_tui.commands.argument_parser import Parser
from cq_tui.commands.common import USAGE, CommandError, say
from cq_tui.files.named import archive_root
from cq_tui.language import _

if TYPE_CHECKING:
    from cq_tui.serving.settings import Settings

_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_MOST_READERS = 1000


def configure(parser: Parser) -> None:
    """Declare the options."""
    parser.add_argument(
        "archive",
        metavar=_("ARCHIVE"),
        nargs="*",
        type=archive_root,
        default=[],
        help=_("the archive, or several; the shipped event if not given"),
    )
    parser.add_argument(
        "--port", metavar=_("NUMBER"), type=_port, default=8000, help=_("8000 if not given; 0: a free one")
    )
    parser.add_argument("--host", metavar=_("ADDRESS"), default=_LOOPBACK[0], help=_("this machine alone if not given"))
    words = _("the address that people know, of a proxy that asks who they are")
    parser.add_argument("--public-url", metavar="URL", type=_address, help=words)
    words = _("how many may read at once; 20 if not given")
    parser.add_argument("--readers", metavar=_("NUMBER"), type=_count, default=20, help=words)
    words = _("minutes without a key after which a window is closed; 30 if not given")
    parser.add_argument("--idle", metavar=_("MINUTES"), type=_count, default=30, help=words)
    parser.add_argument("--mouse", action="store_true", help=_("let the program have the mouse"))
    parser.add_example("cq-tui serve fairs", _("for the browser of this machine, on port 8000"))
    parser.add_example(
        "cq-tui serve fairs --public-url https://fairs.example.org", _("behind a proxy of that name (docs/serve.md)")
    )


def run(options: Namespace) -> int:
    """Serve until a signal ends it. Raises CommandError."""
    try:
        import asyncio

        from cq_tui.serving.server import serve
        from cq_tui.serving.settings import Settings
    except ImportError:
        raise CommandError(_("This takes a package more: pip install 'cq-tui[serve]'")) from None
    if options.host not in _LOOPBACK and not options.public_url:
        message = _("Others reach {host}, and nothing here asks who they are: --public-url names the proxy that does.")
        raise CommandError(message.format(host=options.host), USAGE)
    settings = Settings(
        archives=options.archive,
        host=options.host,
        port=options.port,
        readers=options.readers,
        idle=options.idle * 60,
        public_url=options.public_url or "",
        language=options.lang,
        mouse=options.mouse,
    )
    if code := _opened(settings):
        return code
    try:
        return 128 + asyncio.run(serve(settings, lambda address: _tell(address, options)))
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        why = _("another program has that port; --port names another") if taken else error.strerror or str(error)
        message = _("{host}, port {port} can't be served: {why}")
        raise CommandError(message.format(host=options.host, port=options.port, why=why), USAGE) from None


def _tell(address: str, options: Namespace) -> None:
    say(_("Serving {address}; Ctrl+C ends it.").format(address=options.public_url or address))
    if options.public_url:
        say(_("The proxy asks for {address}.").format(address=address))


def _opened(settings: "Settings") -> int:
    """Open the archive once as a reader's program will, so that what is wrong is said here; 0 if nothing is."""
    from cq_tui.files.scratch import scratch
    from cq_tui.serving.settings import command, environment

    with scratch() as folder:
        words = [*command(settings, "en"), "list", "overview"]
        return subprocess.run(
            words, env=environment(settings, folder, -1), stdout=subprocess.DEVNULL, cwd="/"
        ).returncode


def _port(text: str) -> int:
    if text.isdecimal() and len(text) < 6 and int(text) < 65536:
        return int(text)
    raise ArgumentTypeError(_("a port is a number from 0 to 65535, not {text}").format(text=text))


def _count(text: str) -> int:
    if text.isdecimal() and len(text) < 5 and 0 < int(text) <= _MOST_READERS:
        return int(text)
    raise ArgumentTypeError(_("a number from 1 to {most}, not {text}").format(most=_MOST_READERS, text=text))


def _address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme in ("http", "https") and parts.netloc:
        return text.rstrip("/")
    raise ArgumentTypeError(_("an address begins with https:// or http://, not {text}").format(text=text))
