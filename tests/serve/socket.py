"""A browser window without a browser: the websocket, and the screen that its bytes draw."""

import asyncio
import json
from types import TracebackType
from typing import Any, Self

import aiohttp

from tests.serve.serving import PATIENCE
from tests.terminal.process import ANSWERS
from tests.terminal.screen import Screen


class Window:
    """A person at a window: types, looks, waits for what is to appear."""

    def __init__(self, address: str, size: tuple[int, int] = (80, 24), **headers: str) -> None:
        self._address = f"{address}ws?width={size[0]}&height={size[1]}"
        self._headers = headers
        self.screen = Screen(*size)
        self.offered: list[str] = []
        """The keys of downloads."""
        self.raw = b""
        self.code: int | None = None
        """Why it was closed, once it is."""

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession()
        try:
            self.socket = await self._session.ws_connect(self._address, headers=self._headers, max_msg_size=0)
        except BaseException:
            await self._session.close()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    async def send(self, *message: Any) -> None:
        """Send a message of the page."""
        await self.socket.send_str(json.dumps(message))

    async def type(self, *keys: str) -> None:
        """Press keys."""
        for key in keys:
            await self.send("stdin", key)

    async def wait_for(self, *wanted: str) -> Self:
        """Read until all of these stand on the screen."""
        while not all(one in self.screen.text() for one in wanted):
            assert await self._more(), f"closed with {self.code}:\n{self.screen.text()}"
        return self

    async def wait_offered(self) -> str:
        """Read until a download is offered; its key."""
        while not self.offered:
            assert await self._more(), f"closed with {self.code}"
        return self.offered.pop()

    async def wait_closed(self) -> int | None:
        """Read until the other end closes; why."""
        while await self._more():
            pass
        return self.code

    async def fetch(self, key: str) -> tuple[int, bytes, str]:
        """A download: its status, bytes and name."""
        origin = self._address.partition("ws?")[0]
        async with self._session.get(f"{origin}download/{key}") as answer:
            return answer.status, await answer.read(), answer.headers.get("Content-Disposition", "")

    async def _more(self) -> bool:
        try:
            async with asyncio.timeout(PATIENCE):  # the time of its own begins anew with each ping
                message = await self.socket.receive()
        except TimeoutError:
            raise AssertionError(f"nothing comes any more:\n{self.screen.text()}") from None
        if message.type is aiohttp.WSMsgType.BINARY:
            self.raw += message.data
            self.screen.feed(message.data)
            for question, answer in ANSWERS.items():
                if question in message.data:
                    await self.send("stdin", answer.decode())
        elif message.type is aiohttp.WSMsgType.TEXT:
            name, value = json.loads(message.data)
            if name == "deliver_file_start":
                self.offered.append(value)
        else:
            self.code = self.socket.close_code
            return False
        return True


def cut(window: Window) -> None:
    """Drop the connection as a lost network does: nobody says goodbye."""
    response = window.socket._response  # no public way leads to the transport
    assert response.connection is not None
    assert response.connection.transport is not None
    response.connection.transport.abort()
