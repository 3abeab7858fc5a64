"""What a store needs of its engine: DuckDB in the process is one (``engine.py``), a server is one (``clickhouse/``)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from cq_tui.archive.problem import Problem
from cq_tui.schema.kind import Kind
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.engine.copy_form import CopyForm


class Door(Protocol):
    """The tables of an archive. Safe to ask from several threads.

    Statements are built once, in DuckDB's spelling; an engine that spells otherwise does so itself. What a question
    can't be answered for is a QueryError, one that nobody waits for any more ends with Cancelled.
    """

    problems: list[Problem]
    """What is wrong with the records that only the engine has read."""
    place: Callable[[Kind, int, str, str], Problem] | None
    """Says something of such a record, with its place; None where there is none."""
    unprepared: str
    """Why a prepared file is not used; empty where it is, or where there is none."""
    header: Mapping[str, str]
    """What the prepared file that the tables are taken from tells of itself; empty where there is none."""
    answers: dict[str, str]
    """By statement: the table that holds its answer already."""
    heard: frozenset[str]
    """The kinds whose tables tell the sounds of their records."""

    by_groups: bool
    """Whether tables are shared out to threads by large groups of rows, so that one of few groups is asked in parts."""

    @property
    def characters(self) -> frozenset[str] | None:
        """The characters in use; None where there is too much text to look it through."""

    @property
    def has_wide(self) -> bool:
        """Whether there may be letters or digits of full width."""

    @property
    def is_clean(self) -> bool:
        """Whether no text holds what has to be cleaned, as far as that is known."""

    def ask(
        self, sql: str, values: Sequence[Any] = (), cancellation: Cancellation | None = None
    ) -> list[tuple[Any, ...]]:
        """All rows of one statement."""

    def stream(self, sql: str, cancellation: Cancellation) -> Iterator[list[tuple[Any, ...]]]:
        """The rows of one statement by the batch."""

    def copy(self, sql: str, form: CopyForm, cancellation: Cancellation) -> Iterator[bytes]:
        """The rows of one statement as the bytes of a file."""

    def relation(self, sql: str) -> Any:
        """A query as a relation, for who takes tables out of it."""

    def drop(self, table: str) -> None:
        """Drop a table that a statement made and that nobody asks any more."""

    def keep(self, sql: str) -> None:
        """Keep the answer to a statement in the file that the tables are made in."""

    def close_file(self, header: dict[str, str]) -> None:
        """Finish the file that the tables were made in, where they were; nothing can be asked any more."""
