"""A server over HTTP on this machine that is asked as ClickHouse is, and answers as a test says."""

import email.policy
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Thread
from typing import Any
from urllib.parse import parse_qsl, urlsplit

CERTIFICATE = Path(__file__).parent / "made.pem"
"""A certificate that nobody vouches for but itself, of 127.0.0.1, with its key: made for the tests, good till 2126."""


@dataclass
class Asked:
    """One request."""

    sql: str
    settings: Mapping[str, str]
    parameters: Mapping[str, str]
    headers: Mapping[str, str]
    data: bytes = b""


@dataclass
class Answer:
    """What is said to it; ``cut``: the connection ends in the middle of it; ``gone``: before it."""

    body: bytes = b""
    code: int = 0
    cut: bool = False
    gone: bool = False


@dataclass
class MadeServer:
    """Keeps what it is asked; ``answers`` says what becomes of what is no greeting of the driver.

    ``settings``: what it says to the question in that greeting which settings it has. ``instead``: what it says to
    anything at all; None to answer as ever.
    """

    answers: Callable[[Asked], Answer]
    version: str = "26.9.1.1"
    settings: Answer = field(default_factory=Answer)
    asked: list[Asked] = field(default_factory=list)
    instead: Callable[[Asked], Answer | None] = lambda _asked: None
    port: int = 0
    _changed: Condition = field(default_factory=Condition)

    def answer(self, asked: Asked) -> Answer:
        if (instead := self.instead(asked)) is not None:
            return instead
        if asked.sql.startswith("SELECT version(), timezone()"):
            return Answer(f"{self.version}\tUTC\n".encode())
        if "system.settings" in asked.sql:
            return self.settings  # none are known here
        if asked.sql.startswith("SELECT 1 AS check"):
            return Answer()  # nor another version of the protocol
        with self._changed:
            self.asked.append(asked)
            self._changed.notify_all()
        return self.answers(asked)

    def wait_for(self, begin: str) -> Asked:
        """The first request that begins so, as soon as it has come."""
        with self._changed:
            found = self._changed.wait_for(lambda: [one for one in self.asked if one.sql.startswith(begin)], 60)
        assert found
        return found[0]


@contextmanager
def serving(made: MadeServer, *, encrypted: bool = False) -> Iterator[MadeServer]:
    """The server while it listens; ``encrypted``: in TLS, by ``CERTIFICATE``."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Head and body are two writes: the second would wait 40 ms until the client has acknowledged the first.
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            answer = made.answer(_asked(self))
            if answer.gone:
                self.close_connection = True
                return
            self.send_response(500 if answer.code else 200)
            if answer.code:
                self.send_header("X-ClickHouse-Exception-Code", str(answer.code))
            self.send_header("Content-Length", str(len(answer.body) + (100 if answer.cut else 0)))
            self.end_headers()
            self.wfile.write(answer.body)
            self.close_connection = answer.cut

        do_GET = do_POST

        def log_message(self, *_words: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if encrypted:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(CERTIFICATE)
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    made.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _asked(request: BaseHTTPRequestHandler) -> Asked:
    given = dict(parse_qsl(urlsplit(request.path).query, keep_blank_values=True))
    body = _body(request)
    headers = {name.lower(): value for name, value in request.headers.items()}
    if headers.get("content-type", "").startswith("multipart/form-data"):
        whole = b"Content-Type: " + headers["content-type"].encode() + b"\r\n\r\n" + body
        for part in message_from_bytes(whole, policy=email.policy.HTTP).iter_parts():  # type: ignore[attr-defined]
            name = part.get_param("name", header="content-disposition")
            given[name] = part.get_payload(decode=True).decode()
        body = b""
    sql = given.pop("query", "")
    if not sql:
        sql, body = body.decode(), b""
    elif "\n" in sql and not body:
        sql = sql.strip()
    begin = "param_"
    parameters = {name.removeprefix(begin): value for name, value in given.items() if name.startswith(begin)}
    settings = {name: value for name, value in given.items() if not name.startswith(begin)}
    return Asked(sql, settings, parameters, headers, body)


def _body(request: BaseHTTPRequestHandler) -> bytes:
    if request.headers.get("Transfer-Encoding") == "chunked":
        pieces = []
        while size := int(request.rfile.readline(), 16):
            pieces.append(request.rfile.read(size))
            request.rfile.readline()
        request.rfile.readline()
        return b"".join(pieces)
    return request.rfile.read(int(request.headers.get("Content-Length") or 0))
