"""ClickHouse in the process behind HTTP: what a made server answers with."""

import re
from threading import Lock

from cq_tui.store.engine.clickhouse.connection import ServerError

from tests.server.chdb_connection import ChdbConnection
from tests.server.made_server import Answer, Asked

_INSERT = re.compile(r"INSERT INTO (?P<table>\S+) \((?P<columns>.*)\)\s+FORMAT JSONEachRow")


class InTheProcess:
    """Answers as ClickHouse does, by the engine in the process."""

    def __init__(self) -> None:
        self._connection, self._lock = ChdbConnection(), Lock()

    def __call__(self, asked: Asked) -> Answer:
        with self._lock:
            try:
                if told := _INSERT.match(asked.sql):
                    columns = [one.strip('`" ') for one in told["columns"].split(",")]
                    self._connection.insert(told["table"], columns, iter([asked.data]))
                    return Answer()
                with self._connection.lines(asked.sql, asked.parameters, "") as lines:
                    return Answer(b"".join(lines))
            except ServerError as error:
                return Answer(str(error).encode(), error.code or 1)
