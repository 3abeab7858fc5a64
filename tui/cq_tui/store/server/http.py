"""A server over the network as a ``Connection``: the one module that knows clickhouse-connect."""

import logging
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from threading import Thread
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar
from uuid import uuid4

from cq_tui.language import _
from cq_tui.log import Log
from cq_tui.quotas import quotas
from cq_tui.store.engine.clickhouse.connection import RECORDS, ROWS, SETTINGS, ServerError
from cq_tui.store.server.address import Address, Host
from cq_tui.store.server.credentials import PASSWORD, USER, Credentials
from cq_tui.values.clean import clean_line

if TYPE_CHECKING:
    from clickhouse_connect.driver.client import Client

_log = Log(__name__)
Result = TypeVar("Result")

_PIECE = 64 * 1024
_LASTS = 3600
"""Seconds for which a session is kept that asks nothing: the most that a server grants unless it is told otherwise."""
_CONNECT_SECONDS = 10
CERTIFICATES = "SSL_CERT_FILE"
"""The usual variable by which TLS is told whom to trust beside, or in place of, whom the system does."""
_LEAST_VERSION = (25, 6)
"""The first one with a type for a time of day."""
_REFUSED = (192, 193, 194, 516)
_NO_DATABASE = 81
_OLD = 47
"""It has no column that the driver asks for in its greeting: servers of 2018 say so, before they tell their version."""
_SAID = re.compile(r"Code: (?P<code>\d+)[.,] (?:e\.displayText\(\) = )?DB::Exception: (?P<what>[^\n]*)")
_VERSION = re.compile(r" \(version [^)]*\)+.*$|, e\.what\(\) = .*$| \(for url [^)]*\)$")


class _Spelt:
    """A parameter in the form in which it is sent: a plain text would be escaped once more."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __str__(self) -> str:
        return self._text


class HttpConnection:
    """A session of the first host that answers. See ``Connection``.

    Who only reads goes on with the next host where one is gone; what was kept there is gone with it.
    """

    def __init__(self, address: Address, who: Credentials, *, writes: bool = False) -> None:
        """Connect. Raises ServerError where no host answers, or one refuses."""
        self._address, self._who, self._writes = address, who, writes
        self._session = f"cq-tui-{uuid4()}"
        self._at = 0
        self._open: Client | None = None
        self._tried(lambda _client: None)

    @contextmanager
    def lines(self, sql: str, parameters: Mapping[str, str], question: str) -> Iterator[Iterator[bytes]]:
        """See ``Connection``."""
        given = {name: _Spelt(text) for name, text in parameters.items()}
        settings = {**self._settings(), "query_id": f"{self._session}-{question}"}
        form = {"X-ClickHouse-Format": ROWS}  # said in a header, since not every statement can name it
        answer: Any = self._tried(
            lambda client: client.raw_stream(sql, given or None, settings, transport_settings=form)
        )
        try:
            yield self._whole_lines(answer)
        finally:
            answer.close()

    def insert(self, table: str, columns: Sequence[str], rows: Iterator[bytes]) -> None:
        """See ``Connection``. Rows that were begun are not sent to another host."""
        client = self._client()
        try:
            client.raw_insert(table, columns, (piece for piece in rows), self._settings(), RECORDS)
        except _driver_error() as error:
            self._refuse(error)

    def stop(self, question: str) -> None:
        """See ``Connection``. Nobody waits for the server to hear of it."""
        client = self._open
        if client is None:
            return

        def kill() -> None:
            with suppress(_driver_error()):
                client.command("KILL QUERY WHERE query_id = {p0:String} ASYNC", {"p0": f"{self._session}-{question}"})

        Thread(target=kill, daemon=True, name="stop-question").start()

    def close(self) -> None:
        """See ``Connection``."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def _settings(self) -> dict[str, str]:
        bounds = quotas()
        settings = {**SETTINGS, "session_id": self._session, "session_timeout": str(_LASTS)}
        if not self._writes:
            megabyte = 1024 * 1024
            settings |= {
                "readonly": "2",  # 1 forbids settings, and the tables that a session keeps for itself
                "max_execution_time": str(bounds.seconds),
                "max_memory_usage": str(bounds.memory * megabyte),
                "max_result_bytes": str(max(bounds.disk, bounds.memory) * megabyte),
            }
        return settings

    def _tried(self, ask: "Callable[[Client], Result]") -> Result:
        """What a host answers: the one in use, or else the next one that does."""
        hosts = self._address.hosts
        for left in reversed(range(len(hosts))):
            may_move = not (self._writes and self._open)
            try:
                return ask(self._client())
            except _driver_error() as error:
                if not _is_gone(error) or not left or not may_move:
                    self._refuse(error)
                _log.info("%s is gone, the next host is asked", self._host)
                self.close()
                self._at = (self._at + 1) % len(hosts)
        raise AssertionError  # an address has a host

    @property
    def _host(self) -> Host:
        return self._address.hosts[self._at]

    def _client(self) -> "Client":
        if self._open is None:
            self._open = self._connected()
        return self._open

    def _connected(self) -> "Client":
        host = self._host
        least = ".".join(map(str, _LEAST_VERSION))
        try:
            client = self._greeted(host)
        except _driver_error() as error:
            if _code_of(error) == _OLD:
                message = _("{host} runs a ClickHouse before {least}, which is the oldest that can answer.")
                raise ServerError(message.format(host=host, least=least), _OLD) from error
            raise
        told = client.server_version or ""
        version = tuple(int(one) for one in told.split(".")[:2] if one.isdecimal())
        if version < _LEAST_VERSION:
            client.close()
            message = _("{host} runs ClickHouse {version}; {least} is the oldest that can answer.")
            raise ServerError(message.format(host=host, version=clean_line(told), least=least))
        return client

    def _greeted(self, host: Host) -> "Client":
        import clickhouse_connect

        # What it has to say comes as an error, too; a line on stderr would stand in the middle of the screen.
        logging.getLogger("clickhouse_connect").addHandler(logging.NullHandler())
        return clickhouse_connect.get_client(
            host=host.name.strip("[]"),
            port=host.port,
            interface="http" if host.is_own_machine else "https",
            verify=True,
            username=self._who.user,
            password=self._who.password,
            database=self._address.database,
            connect_timeout=_CONNECT_SECONDS,
            send_receive_timeout=quotas().seconds + _CONNECT_SECONDS,
            autogenerate_session_id=False,  # the session is named with each question, so that one can be stopped
            form_encode_query_params=True,  # an expression for a word can be longer than a line of HTTP may be
            client_name="cq-tui",
        )

    def _whole_lines(self, answer: Any) -> Iterator[bytes]:
        """The lines of rows. An error that comes after the first of them is a line that is none."""
        from urllib3.exceptions import HTTPError

        left = b""
        try:
            while piece := answer.read(_PIECE):
                *whole, left = (left + piece).split(b"\n")
                for line in filter(None, whole):
                    if not line.startswith(b"["):
                        self._refuse_with(b"\n".join([line, *whole, left, answer.read()]).decode(errors="replace"))
                    yield line + b"\n"
        except (HTTPError, OSError) as error:
            raise _cut(self._host) from error
        if left.startswith(b"["):
            yield left
        elif left:
            self._refuse_with(left.decode(errors="replace"))

    def _refuse_with(self, text: str, code: int = 0) -> NoReturn:
        said = _SAID.search(text)
        number = int(said["code"]) if said else code
        what = _VERSION.sub("", said["what"] if said else text.strip().split("\n")[0])
        raise ServerError(_line(self._host, self._address, number, clean_line(what)), number)

    def _refuse(self, error: Exception) -> NoReturn:
        if _is_gone(error):
            if fault := _tls_fault(_innermost(error)):
                raise ServerError(fault.format(host=self._host)) from error
            message = _("{host} does not answer: {why}")
            raise ServerError(message.format(host=self._host, why=_why(error))) from error
        if _is_cut(error):
            raise _cut(self._host) from error
        self._refuse_with(str(error), getattr(error, "code", None) or 0)


def _line(host: Host, address: Address, code: int, what: str) -> str:
    if code in _REFUSED:
        message = _("{host} refuses the user or the password; {user} and {password} tell them.")
        return message.format(host=host, user=USER, password=PASSWORD)
    if code == _NO_DATABASE:
        return _("{host} has no database {database}.").format(host=host, database=address.database)
    return f"{host}: {what}"


def _cut(host: Host) -> ServerError:
    return ServerError(_("{host}: the line was cut in the middle of an answer.").format(host=host))


def _is_cut(error: Exception) -> bool:
    """Whether an answer broke off that the driver reads itself, as those of its greeting."""
    from clickhouse_connect.driver.exceptions import StreamFailureError

    return isinstance(error, StreamFailureError)


def _code_of(error: Exception) -> int:
    said = _SAID.search(str(error))
    return int(said["code"]) if said else 0


def _driver_error() -> type[Exception]:
    from clickhouse_connect.driver.exceptions import ClickHouseError

    return ClickHouseError


def _is_gone(error: Exception) -> bool:
    """Whether nothing came from the host: neither an answer nor a refusal."""
    from urllib3.exceptions import HTTPError

    return isinstance(error.__cause__, HTTPError)


def _innermost(error: Exception) -> Any:
    """The innermost reason, of several that each wrap another."""
    reason: Any = error.__cause__
    while True:
        inner = getattr(reason, "reason", None) or next(iter(getattr(reason, "args", ())), None)
        if not isinstance(inner, Exception):
            return reason
        reason = inner


def _tls_fault(reason: Any) -> str:
    """What is wrong with the encryption; empty where nothing is."""
    # Not imported above: the browser lets nobody load encryption that its archive has no use for.
    from ssl import SSLCertVerificationError, SSLError

    if isinstance(reason, SSLCertVerificationError):
        why = clean_line(reason.verify_message.rstrip("."))
        message = _("{host}: its certificate is not trusted: {why}. {file} names the certificates that vouch for it.")
        return message.format(host="{host}", why=why.replace("{", "{{").replace("}", "}}"), file=CERTIFICATES)
    if isinstance(reason, SSLError) and reason.reason == "WRONG_VERSION_NUMBER":
        return _("{host} does not speak TLS, without which only this machine itself is spoken to.")
    return ""


def _why(error: Exception) -> str:
    reason = _innermost(error)
    text = str(reason).rpartition(": ")[2] if isinstance(getattr(reason, "args", None), tuple) else str(reason)
    return clean_line(text)
