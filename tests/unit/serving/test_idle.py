"""A window in which nobody types for long is closed; a program that goes on writing doesn't keep it open."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Self

import pytest
from aiohttp import WSMessage, WSMsgType
from cq_tui.serving.window import Ended, Window


class Page:
    """A page that sends some messages, and then nothing more."""

    def __init__(self, *messages: str) -> None:
        self._messages = list(messages)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> WSMessage:
        if not self._messages:
            await asyncio.Event().wait()
        return WSMessage(WSMsgType.TEXT, self._messages.pop(0), None)

    async def send_bytes(self, _piece: bytes) -> None:
        await asyncio.sleep(0)


class Program:
    """A program that writes without an end and offers nothing; it keeps what is typed."""

    def __init__(self) -> None:
        self.typed: list[bytes] = []

    async def output(self) -> AsyncIterator[bytes]:
        while True:
            await asyncio.sleep(0.001)
            yield b"."

    async def written(self) -> AsyncIterator[str]:
        await asyncio.Event().wait()
        yield ""

    async def type(self, keys: bytes) -> None:
        self.typed.append(keys)


@pytest.mark.parametrize("messages", [(), ('["stdin", "x"]',), ('["focus"]', '["stdin", "x"]')])
def test_nobody_types(tmp_path: Path, messages: tuple[str, ...]) -> None:
    program = Program()

    async def run() -> Ended:
        some: Any = Page(*messages)
        reader: Any = program
        downloads: Any = None
        return await asyncio.wait_for(Window(some, reader, tmp_path, downloads, idle=0.05).run(), 60)

    assert asyncio.run(run()) is Ended.IDLE
    assert program.typed == [b"x" for one in messages if "stdin" in one]
