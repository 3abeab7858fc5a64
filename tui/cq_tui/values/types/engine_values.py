"""What a field type answers about values in the engine: its tables, the Parquet files it reads, the rules there."""

from abc import ABC, abstractmethod
from typing import Any

from cq_tui.values.sql import Sql


class EngineValues(ABC):
    """Values as the engine holds, takes over and judges them; an ``Sql`` value is an expression over such."""

    is_key: bool = False
    """Values name the record in the world's registers: a word finds them whole or by a long piece, never by a short."""
    is_judged_apart: bool = False
    """Whether SQL can't judge a value wholly: of a table file each different one is asked of ``refuses``."""

    @property
    @abstractmethod
    def sql_type(self) -> str:
        """The engine's type."""

    @property
    @abstractmethod
    def arrow_type(self) -> str:
        """The type of a column of Parquet, as Arrow calls it."""

    @abstractmethod
    def takes(self, given: str) -> bool:
        """Whether a column of this type of the engine's, read from Parquet, can be taken over."""

    @abstractmethod
    def sql_take(self, value: Sql) -> Sql:
        """A value as a Parquet file gives it, as the models would take it: blanks taken off, absent texts empty."""

    @abstractmethod
    def sql_refused(self, value: Sql) -> list[Sql]:
        """The conditions under which the models would refuse a value that is not NULL."""

    def refuses(self, value: Any) -> bool:
        """Whether the models would refuse a value, as the engine gives it, that SQL let pass."""
        del value
        return False

    def is_of_one(self, value: Any) -> bool:
        """Whether an entry of a key can't belong to two records; see ``is_key``."""
        del value
        return self.is_key

    def sql_is_of_one(self, value: Sql) -> Sql:
        """As ``is_of_one``."""
        del value
        return str(self.is_key).lower()

    def sql_each(self, value: Sql) -> Sql:
        """A value; of a list its entries, unnested."""
        return value

    @abstractmethod
    def sql_clean(self, value: Sql) -> Sql:
        """A value with its texts cleaned, to leave the engine."""

    def sql_clean_part(self, value: Sql) -> Sql:
        """As ``sql_clean``, of a part of a small table, which is left as it is where it holds nothing to clean."""
        return self.sql_clean(value)

    @abstractmethod
    def sql_literal(self, value: Any) -> Sql:
        """A Python value as SQL."""

    def sql_present(self, value: Sql) -> Sql:
        """Whether there is a value."""
        return f"{value} IS NOT NULL"
