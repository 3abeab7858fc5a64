"""Where an archive in a server is: ``clickhouse://host[:port][,host[:port]…]/database``."""

import re
from pathlib import Path
from typing import NamedTuple

from cq_tui.archive.problem import ArchiveError
from cq_tui.files.named import SERVER
from cq_tui.language import _
from cq_tui.store.server.credentials import PASSWORD, USER
from cq_tui.values.clean import clean_line

_HOST = re.compile(r"(?P<name>\[[0-9a-fA-F:]+\]|[\w.-]+)(?::(?P<port>\d{1,5}))?", re.ASCII)
_DATABASE = re.compile(r"[A-Za-z_]\w{0,63}", re.ASCII)
_OWN_MACHINE = ("localhost", "127.0.0.1", "[::1]")
_PLAIN, _ENCRYPTED = 8123, 8443


class Host(NamedTuple):
    """One of the hosts that have the database. All but this machine itself are spoken to in TLS."""

    name: str
    port: int

    @property
    def is_own_machine(self) -> bool:
        """Whether nothing that is said leaves the machine."""
        return self.name in _OWN_MACHINE

    def __str__(self) -> str:
        """As it is told."""
        return f"{self.name}:{self.port}"


class Address(NamedTuple):
    """The database, and the hosts that have it: the next one is asked where one is gone."""

    hosts: tuple[Host, ...]
    database: str

    def __str__(self) -> str:
        """As it can be typed; who asks is no part of it."""
        return f"clickhouse://{','.join(map(str, self.hosts))}/{self.database}"


def address_of(given: Path | str) -> Address:
    """The address that such words tell. Raises ArchiveError; a password in it is not repeated."""
    rest = str(given).removeprefix(SERVER)
    if "@" in rest:
        message = _("A server's address has no user and no password; {user} and {password} tell them.")
        raise ArchiveError(message.format(user=USER, password=PASSWORD))
    hosts, _slash, database = rest.partition("/")
    found = [_HOST.fullmatch(one) for one in hosts.split(",")]
    if not str(given).startswith(SERVER) or not all(found) or not _DATABASE.fullmatch(database):
        message = _("{address}: an address of a server is clickhouse://host:port/database")
        raise ArchiveError(message.format(address=clean_line(str(given))))
    return Address(tuple(_host(one) for one in found if one), database)


def _host(told: re.Match[str]) -> Host:
    usual = _PLAIN if told["name"] in _OWN_MACHINE else _ENCRYPTED
    return Host(told["name"], int(told["port"] or usual))
