"""The conversation with one browser window: keys and sizes come, bytes of the screen and downloads go."""

import asyncio
import json
from enum import IntEnum
from pathlib import Path
from typing import Any

from aiohttp import WSMsgType, web

from cq_tui.log import Log
from cq_tui.serving.downloads import Downloads
from cq_tui.serving.reader import Reader

_log = Log(__name__)

MOST = 1024 * 1024
"""Bytes of one message; a paste of more closes the window."""


class Ended(IntEnum):
    """Why a window was closed, as the code of its websocket; the page has words for each."""

    LEFT = 1000
    STOPPED = 1001
    NOT_UNDERSTOOD = 1008
    IDLE = 4000
    FAILED = 4001


class _MessageError(Exception):
    """What came is no message of the page."""


class Window:
    """One websocket and its reader's program."""

    def __init__(
        self, socket: web.WebSocketResponse, reader: Reader, folder: Path, downloads: Downloads, idle: float
    ) -> None:
        self._socket = socket
        self._reader = reader
        self._folder = folder
        self._downloads = downloads
        self._idle = idle
        self._last_key = asyncio.get_running_loop().time()

    async def run(self) -> Ended:
        """Talk until one of both ends, or nobody types for too long; says why."""
        parts = {
            asyncio.create_task(part) for part in (self._show(), self._listen(), self._offer(), self._wait_until_idle())
        }
        try:
            done, _rest = await asyncio.wait(parts, return_when=asyncio.FIRST_COMPLETED)
            return max((one.result() for one in done), default=Ended.LEFT)
        finally:
            for part in parts:
                part.cancel()
            await asyncio.gather(*parts, return_exceptions=True)

    async def _show(self) -> Ended:
        async for piece in self._reader.output():
            await self._socket.send_bytes(piece)  # waits while the window does not take it
        return Ended.LEFT

    async def _offer(self) -> Ended:
        async for name in self._reader.written():
            path = self._folder / name
            if path.parent == self._folder and path.exists():
                await self._socket.send_json(["deliver_file_start", await self._downloads.add(path)])
        await asyncio.Event().wait()  # the end of the program is told by its output
        return Ended.LEFT

    async def _wait_until_idle(self) -> Ended:
        time = asyncio.get_running_loop().time
        while (left := self._last_key + self._idle - time()) > 0:
            await asyncio.sleep(left)
        return Ended.IDLE

    async def _listen(self) -> Ended:
        async for message in self._socket:
            if message.type is not WSMsgType.TEXT:
                return Ended.NOT_UNDERSTOOD
            try:
                await self._take(_read(message.data))
            except _MessageError:
                return Ended.NOT_UNDERSTOOD
        return Ended.LEFT

    async def _take(self, message: list[Any]) -> None:
        match message:
            case ["stdin", str(text)]:
                self._last_key = asyncio.get_running_loop().time()
                await self._reader.type(text.encode("utf-8", "ignore"))
            case ["resize", {"width": int(columns), "height": int(lines)}]:
                self._reader.resize(columns, lines)
            case ["ping", str(text)]:
                await self._socket.send_json(["pong", text[:40]])
            case ["focus"] | ["blur"]:
                pass
            case _:
                raise _MessageError


def _read(text: str) -> list[Any]:
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        raise _MessageError from None
    if not isinstance(message, list):
        raise _MessageError
    return message
