"""What the server shows beside the program: the page of the terminal, and plain pages that say why there is none.

All that a page fetches comes from this server; the headers forbid anything else.
"""

import json
from html import escape
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import quote

from aiohttp import web

from cq_tui.language import N_, Language, messages
from cq_tui.serving.window import Ended

TITLE = "cq-tui"

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Of every answer. ``unsafe-inline`` for styles is xterm.js's, which sizes each line so."""

_WORDS = {
    Ended.LEFT: N_("You have left cq-tui, or the line was cut."),
    Ended.STOPPED: N_("The server was stopped."),
    Ended.NOT_UNDERSTOOD: N_("The window sent what the server does not understand."),
    Ended.IDLE: N_("Nothing was typed for so long that the window was closed."),
    Ended.FAILED: N_("The program failed. What it said stands above."),
}


class _Static(NamedTuple):
    package: str
    path: str
    type: str


STATIC = {
    "textual.js": _Static("textual_serve", "static/js/textual.js", "text/javascript"),
    "xterm.css": _Static("textual_serve", "static/css/xterm.css", "text/css"),
    "mono.ttf": _Static("textual_serve", "static/fonts/RobotoMono-VariableFont_wght.ttf", "font/ttf"),
    "window.js": _Static("cq_tui.serving", "page/window.js", "text/javascript"),
    "window.css": _Static("cq_tui.serving", "page/window.css", "text/css"),
    "icon.svg": _Static("cq_tui.serving", "page/icon.svg", "image/svg+xml"),
}
"""All files of the pages: textual-serve's terminal in the browser (xterm.js, its font), and our own."""


def static(name: str) -> web.Response:
    """A file of the pages. Raises HTTPNotFound."""
    if name not in STATIC:
        raise web.HTTPNotFound(text="404")
    package, path, kind = STATIC[name]
    body = files(package).joinpath(path).read_bytes()
    return web.Response(body=body, content_type=kind, headers={"Cache-Control": "max-age=3600"})


def attachment(name: str) -> str:
    """The header of a file that is to be kept under its name, in whatever script that is."""
    ascii_only = "".join(one if one.isascii() and (one.isalnum() or one in "._- ") else "_" for one in name)
    return f"attachment; filename=\"{ascii_only}\"; filename*=UTF-8''{quote(name, safe='')}"


def language_of(request: web.Request) -> Language:
    """The language that the reader's browser asks for first."""
    return "zh" if request.headers.get("Accept-Language", "").strip().lower().startswith("zh") else "en"


def terminal(language: Language) -> web.Response:
    """The page of the terminal."""
    say = messages(language).gettext
    words = {str(int(ended)): say(text) for ended, text in _WORDS.items()}
    html = files("cq_tui.serving").joinpath("page/window.html").read_text("utf-8")
    filled = {
        "@lang@": "zh-CN" if language == "zh" else "en",
        "@title@": TITLE,
        "@begins@": escape(say(N_("cq-tui begins..."))),
        "@again@": escape(say(N_("Begin again"))),
        "@words@": escape(json.dumps(words), quote=True),
    }
    for mark, text in filled.items():
        html = html.replace(mark, text)
    return web.Response(text=html, content_type="text/html", headers={"Cache-Control": "no-store"})


def plain(status: int, words: str, language: Language) -> web.Response:
    """A page of one sentence."""
    style = "font: 1.1rem system-ui, sans-serif; max-width: 36rem; margin: 20vh auto; padding: 0 1rem"
    html = (
        f'<!DOCTYPE html><html lang="{"zh-CN" if language == "zh" else "en"}"><head><meta charset="utf-8">'
        f'<title>{TITLE}</title><link rel="icon" href="static/icon.svg"></head>'
        f'<body style="{style}"><p>{escape(words)}</p></body></html>'
    )
    headers = {"Cache-Control": "no-store"} | ({"Retry-After": "60"} if status == 503 else {})
    return web.Response(status=status, text=html, content_type="text/html", headers=headers)
