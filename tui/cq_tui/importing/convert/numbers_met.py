"""The numbers of registers of a list's organisations: of those that are known, and those met beside names."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from cq_tui.importing.convert.numbers_in_names import NumberOf
from cq_tui.kinds.organisations import Organisation


@dataclass
class NumbersMet:
    """``of``: each organisation's numbers by their schemes. ``wrong``: what can't be right, with the name beside it.

    ``shared``: keys of names that several have, by the numbers beside them.
    """

    of: dict[str, dict[str, str]] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)
    shared: set[str] = field(default_factory=set)
    _owners: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index whose a number is."""
        self._owners = {number: id_ for id_, numbers in self.of.items() for number in numbers.items()}

    def owner(self, number: NumberOf) -> str:
        """The organisation that has a number; empty where none has."""
        return self._owners.get((number.scheme, number.number), "")

    def has_another(self, id_: str, number: NumberOf) -> bool:
        """Whether an organisation has another number of the same register."""
        return self.of.get(id_, {}).get(number.scheme, number.number) != number.number

    def add(self, id_: str, number: NumberOf) -> None:
        """Give an organisation a number."""
        self.of.setdefault(id_, {})[number.scheme] = number.number
        self._owners[number.scheme, number.number] = id_

    def rename(self, ids: Mapping[str, str]) -> None:
        """Have organisations go by other ids; what is said of one that has another id now goes with it."""
        self.of = {ids.get(id_, id_): numbers for id_, numbers in self.of.items()}
        self._owners = {number: ids.get(id_, id_) for number, id_ in self._owners.items()}

    def remember(self) -> Callable[[], None]:
        """Returns a function that restores the present state."""
        of, owners = {id_: dict(each) for id_, each in self.of.items()}, dict(self._owners)

        def put_back() -> None:
            self.of, self._owners = of, owners

        return put_back


def numbers_of(records: Iterable[Organisation]) -> dict[str, dict[str, str]]:
    """The numbers of an archive's organisations, by their ids and schemes."""
    return {one.id: {str(key.scheme): key.id for key in one.identifiers} for one in records if one.identifiers}
