"""The server: one page, a program for each window, and bounds on all that may come in."""

import asyncio
import contextlib
import logging
import resource
import signal
import socket as sockets
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

from cq_tui.files.scratch import scratch
from cq_tui.language import N_, Language, messages
from cq_tui.log import Log
from cq_tui.serving import pages
from cq_tui.serving.downloads import Downloads
from cq_tui.serving.reader import Reader
from cq_tui.serving.settings import Settings
from cq_tui.serving.window import MOST, Ended, Window

_log = Log(__name__)

_HEARTBEAT = 15.0
"""Seconds between two questions whether a window is still there; half of it is waited for the answer."""
_TO_ASK = 20.0
"""Seconds that a connection has for its first request."""
_CONNECTIONS_BESIDE = 100
"""Connections that are taken beside those of the readers, which have four each at most."""
_AT_ONCE = 64
"""Connections that the loop takes in one turn, before those it has are counted again."""
_FILES = 8192
_BUSY = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 25\r\nConnection: close\r\n\r\nToo many connections.   \n"

_UNKNOWN_NAME = N_("This server does not answer to that name; --public-url says to which.")
_NO_ROOM = N_("The server has no room for a window now. Try again in a while.")

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Site:
    """What is asked for and answered."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self._settings = settings
        self._folder = folder
        self._downloads = Downloads()
        self._windows: set[web.WebSocketResponse] = set()
        self._readers = 0
        self._hosts = {urlsplit(settings.public_url).netloc} if settings.public_url else set()
        self.silent: set[object] = set()
        """The connections that have asked nothing yet."""

    def application(self) -> web.Application:
        """The routes, with what holds for all of them."""
        made = web.Application(middlewares=[self._guarded], client_max_size=1024)
        made.router.add_get("/", self._page)
        made.router.add_get("/ws", self._window, allow_head=False)
        made.router.add_get("/download/{key}", self._download, allow_head=False)
        made.router.add_get("/static/{name}", self._static)
        made.router.add_get("/favicon.ico", self._icon)
        made.on_response_prepare.append(_add_headers)
        return made

    async def close(self) -> None:
        """Close all windows; each ends its program."""
        await asyncio.gather(*(one.close(code=Ended.STOPPED) for one in self._windows), return_exceptions=True)
        while self._readers:
            await asyncio.sleep(0.05)

    def _language(self, request: web.Request) -> Language:
        return self._settings.language or pages.language_of(request)

    def _is_known(self, host: str) -> bool:
        """Whether the server may be called so: a page of elsewhere can have its own name lead to this machine."""
        if host in self._hosts:
            return True
        name = _parts(f"//{host}").hostname or ""
        return not self._settings.public_url and name in {"localhost", "127.0.0.1", "::1", self._settings.host}

    @web.middleware
    async def _guarded(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        self.silent.discard(request.protocol)
        language = self._language(request)
        say = messages(language).gettext
        if not self._is_known(request.host):
            return pages.plain(421, say(_UNKNOWN_NAME), language)
        try:
            return await handler(request)
        except web.HTTPException as error:
            return pages.plain(error.status, f"{error.status} {error.reason}", language)
        except OSError:  # no terminal, no process, no room on the disk
            _log.error("%s could not be answered", request.path, exc_info=True)
            return pages.plain(503, say(_NO_ROOM), language)

    async def _page(self, request: web.Request) -> web.StreamResponse:
        language = self._language(request)
        return self._full(language) if self._is_full else pages.terminal(language)

    @property
    def _is_full(self) -> bool:
        return self._readers >= self._settings.readers

    def _full(self, language: Language) -> web.Response:
        ngettext = messages(language).ngettext
        words = ngettext(
            "{count} reader is here, and this server takes no more. Try again in a while.",
            "{count} readers are here, and this server takes no more. Try again in a while.",
            self._readers,
        )
        return pages.plain(503, words.format(count=self._readers), language)

    async def _static(self, request: web.Request) -> web.StreamResponse:
        return pages.static(request.match_info["name"])

    async def _icon(self, _request: web.Request) -> web.StreamResponse:
        return pages.static("icon.svg")

    async def _download(self, request: web.Request) -> web.StreamResponse:
        download = self._downloads.take(request.match_info["key"])
        if download is None:
            raise web.HTTPNotFound
        response = web.StreamResponse(headers={"Cache-Control": "no-store"})
        response.content_type = "application/octet-stream"
        response.content_length = download.size
        response.headers["Content-Disposition"] = pages.attachment(download.name)
        with download.file:
            await response.prepare(request)
            async for piece in download.pieces():
                await response.write(piece)
        await response.write_eof()
        return response

    async def _window(self, request: web.Request) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        if origin is not None and _parts(origin).netloc != request.host:
            raise web.HTTPForbidden
        if self._is_full:
            return self._full(self._language(request))
        socket = web.WebSocketResponse(heartbeat=_HEARTBEAT, max_msg_size=MOST)
        if not socket.can_prepare(request):
            raise web.HTTPBadRequest
        self._readers += 1
        try:
            await socket.prepare(request)
            self._windows.add(socket)
            await self._talk(socket, request)
        finally:
            self._windows.discard(socket)
            self._readers -= 1
        return socket

    async def _talk(self, socket: web.WebSocketResponse, request: web.Request) -> None:
        """Run a program for a window until one of both ends. Nothing of the program is left then."""
        with scratch(self._folder) as folder:
            size = _number(request, "width", 80), _number(request, "height", 24)
            reader = await Reader.start(self._settings, self._language(request), folder, size)
            _log.info("window of %s: process %d", request.remote, reader.pid)
            why = Ended.LEFT
            try:
                why = await Window(socket, reader, folder, self._downloads, self._settings.idle).run()
            except ConnectionError:
                pass  # the window is gone
            except Exception:
                _log.error("window of process %d", reader.pid, exc_info=True)
                why = Ended.FAILED
            finally:
                code = await asyncio.shield(reader.end())
                self._downloads.forget(folder)
                _log.info("window of process %d: %s, exit code %s", reader.pid, why.name, code)
            if why is Ended.LEFT and code > 0 and code < 128:
                why = Ended.FAILED
            await socket.close(code=why)


def _parts(address: str) -> SplitResult:
    """An address in its parts; what is none has none of them."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _number(request: web.Request, name: str, usual: int) -> int:
    given = request.query.get(name, "")
    return int(given) if given.isdecimal() and len(given) < 6 else usual


async def _add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(pages.HEADERS)


class _Busy(asyncio.Protocol):
    """Answers a connection too many with one line."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        transport.write(_BUSY)
        transport.close()


async def serve(settings: Settings, ready: Callable[[str], None]) -> int:
    """Serve until a signal comes; returns it. Raises OSError where the port can't be had."""
    loop = asyncio.get_running_loop()
    stopped: asyncio.Future[int] = loop.create_future()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:
            loop.add_signal_handler(number, _stop, stopped, number)
    _allow_files()
    for name in ("aiohttp", "asyncio"):  # what they tell goes into --log, not on stderr
        logging.getLogger(name).addHandler(logging.NullHandler())
    with scratch() as folder:
        site = Site(settings, folder)
        runner = web.AppRunner(site.application(), access_log=None)
        await runner.setup()
        try:
            server = await loop.create_server(
                _connections(runner, site, settings), settings.host, settings.port, backlog=_AT_ONCE
            )
            ready(_address(server.sockets[0]))
            await stopped
            server.close()
            await site.close()
        finally:
            await runner.cleanup()
    return stopped.result()


def _stop(stopped: asyncio.Future[int], number: int) -> None:
    if not stopped.done():
        stopped.set_result(number)


def _connections(runner: web.AppRunner, site: Site, settings: Settings) -> Callable[[], asyncio.BaseProtocol]:
    """Makes what answers a connection. So many are taken, and each has so long to ask something."""
    server = runner.server
    assert server is not None
    most = 4 * settings.readers + _CONNECTIONS_BESIDE
    loop = asyncio.get_running_loop()

    def make() -> asyncio.BaseProtocol:
        if len(server.connections) >= most:
            return _Busy()
        answering = server()
        site.silent.add(answering)
        loop.call_later(_TO_ASK, close_if_silent, answering)
        return answering

    def close_if_silent(answering: RequestHandler) -> None:
        if answering in site.silent:
            site.silent.discard(answering)
            answering.force_close()

    return make


def _address(socket: sockets.socket) -> str:
    host, port = socket.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _allow_files() -> None:
    """Have as many open files as the system lets this account have: each connection is one."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = _FILES if hard == resource.RLIM_INFINITY else min(hard, _FILES)
    if soft < most:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
