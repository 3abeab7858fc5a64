"""A headless Chromium, driven by its DevTools protocol: one page, its keys, its requests, its downloads."""

import asyncio
import base64
import itertools
import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import aiohttp

from tests.serve.serving import PATIENCE
from tests.terminal.screen import Screen

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run --no-default-browser-check "
    "--disable-background-networking --disable-component-update --disable-sync --remote-debugging-port=0 "
    "--window-size=1000,640 --force-device-scale-factor=1"
).split()
_START = 30.0
"""Seconds for it to answer at all."""
_KEYS = {"Enter": ("\r", 13), "Escape": ("", 27), "ArrowDown": ("", 40)}


def found() -> str | None:
    """Where a Chromium is."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def starts(folder: Path) -> bool:
    """Whether that Chromium runs here at all: in some containers and namespaces it never answers."""
    browser = Chromium(folder)
    try:
        end = time.monotonic() + _START
        while not browser.is_there and time.monotonic() < end:
            time.sleep(0.1)
        return browser.is_there
    finally:
        browser.stop()


class Chromium:
    """A running browser; its profile lies in a folder of the test."""

    def __init__(self, folder: Path) -> None:
        self._profile = folder / "profile"
        self._told = self._profile / "DevToolsActivePort"
        self.downloads = folder / "downloads"
        self.downloads.mkdir()
        program = found()
        assert program is not None
        command = [program, *_FLAGS, f"--user-data-dir={self._profile}", "about:blank"]
        environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(folder), "TMPDIR": str(folder)}
        self._process = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )

    @property
    def is_there(self) -> bool:
        """Whether it has told where it can be asked."""
        return self._told.exists() and len(self._told.read_text().splitlines()) > 1

    def stop(self) -> None:
        """End it, and what it started."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    async def __aenter__(self) -> Self:
        async with asyncio.timeout(PATIENCE):
            while not self.is_there:
                await asyncio.sleep(0.05)
        port, path = self._told.read_text().splitlines()
        self._session = aiohttp.ClientSession()
        self._socket = await self._session.ws_connect(f"ws://127.0.0.1:{port}{path}", max_msg_size=0)
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._pages: dict[str, Page] = {}
        self._reading = asyncio.create_task(self._read())
        where = {"behavior": "allow", "downloadPath": str(self.downloads), "eventsEnabled": True}
        await self.ask("Browser.setDownloadBehavior", where)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._reading.cancel()
        await self._session.close()
        self._process.terminate()
        try:
            await asyncio.to_thread(self._process.wait, 10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    async def ask(self, method: str, parameters: dict[str, Any], session: str = "") -> dict[str, Any]:
        """Ask the browser for something, and wait for the answer."""
        number = next(self._numbers)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        message = {"id": number, "method": method, "params": parameters} | ({"sessionId": session} if session else {})
        await self._socket.send_str(json.dumps(message))
        async with asyncio.timeout(PATIENCE):
            return await answer

    async def open(self, address: str) -> "Page":
        """A new page at an address."""
        target = (await self.ask("Target.createTarget", {"url": "about:blank"}))["targetId"]
        session = (await self.ask("Target.attachToTarget", {"targetId": target, "flatten": True}))["sessionId"]
        page = self._pages[session] = Page(self, target, session)
        for domain in ("Network", "Page", "Runtime", "Log"):
            await page.ask(f"{domain}.enable")
        await page.ask("Emulation.setFocusEmulationEnabled", enabled=True)
        await page.ask("Page.navigate", url=address)
        return page

    async def _read(self) -> None:
        async for message in self._socket:
            told = json.loads(message.data)
            if "id" in told:
                answer = self._answers.pop(told["id"])
                if answer.done():
                    continue
                if "error" in told:
                    answer.set_exception(AssertionError(told["error"]["message"]))
                else:
                    answer.set_result(told["result"])
            elif told.get("sessionId") in self._pages:
                self._pages[told["sessionId"]].hear(told["method"], told["params"])


class Page:
    """A page of it, and the terminal that it shows, drawn from the bytes that it gets."""

    def __init__(self, browser: Chromium, target: str, session: str) -> None:
        self._browser, self._target, self._session = browser, target, session
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.screen = Screen(200, 100)
        self._sockets = 0

    async def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Ask the page for something."""
        return await self._browser.ask(method, parameters, self._session)

    def hear(self, event: str, told: dict[str, Any]) -> None:
        """Take note of what happens in the page."""
        match event:
            case "Network.requestWillBeSent":
                self.requests.append(told["request"]["url"])
            case "Network.webSocketCreated":
                self.requests.append(told["url"])
            case "Network.webSocketFrameSent":
                frame = told["response"]["payloadData"]
                if frame.startswith('["resize"'):
                    size = json.loads(frame)[1]
                    self.screen.resize(size["height"], size["width"])
            case "Network.webSocketFrameReceived" if told["response"]["opcode"] == 2:
                self.screen.feed(base64.b64decode(told["response"]["payloadData"]))
            case "Log.entryAdded" if told["entry"]["level"] == "error":
                self.complaints.append(told["entry"]["text"])
            case "Runtime.exceptionThrown":
                self.complaints.append(str(told["exceptionDetails"]))

    async def wait_for(self, *wanted: str) -> Self:
        """Wait until all of these stand on the terminal."""
        await until(lambda: all(one in self.screen.text() for one in wanted), self.screen.text)
        return self

    async def press(self, *keys: str) -> Self:
        """Press keys: letters, or by their names."""
        for key in keys:
            text, code = _KEYS.get(key, (key, ord(key[0].upper())))
            what = {"key": key, "windowsVirtualKeyCode": code, **({"text": text} if text else {})}
            await self.ask("Input.dispatchKeyEvent", type="keyDown", **what)
            await self.ask("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)
        return self

    async def value(self, script: str) -> Any:
        """What a script in the page gives."""
        given = {"expression": script, "awaitPromise": True, "userGesture": True, "returnByValue": True}
        return (await self.ask("Runtime.evaluate", **given))["result"].get("value")

    async def picture(self, path: Path) -> None:
        """Keep what it looks like."""
        path.write_bytes(base64.b64decode((await self.ask("Page.captureScreenshot", format="png"))["data"]))

    async def close(self) -> None:
        """Close the page, as its reader does."""
        await self._browser.ask("Target.closeTarget", {"targetId": self._target})


async def until(what: Callable[[], bool], told: Callable[[], str] = str) -> None:
    """Wait for a state."""
    try:
        async with asyncio.timeout(PATIENCE):
            while not what():
                await asyncio.sleep(0.05)
    except TimeoutError:
        raise AssertionError(f"it did not come to that\n{told()}") from None
