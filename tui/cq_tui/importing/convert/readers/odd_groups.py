"""Amounts whose marks of thousands stand at odd places, ``3,000,00``, where it is said that they are read anyway.

By their digits; but in a column with decimals behind a comma two digits behind the last point are such: ``8.288.46`` is
8,288.46, if the groups before say so, and ``82.88.46`` is no amount.
"""

from cq_tui.importing.recognise.maps.mapping import FieldMap
from cq_tui.values.expressions import later
from cq_tui.values.numbers import Quantity
from cq_tui.values.reasons import ReasonError, Unread
from cq_tui.values.several_amounts import quantity

_LAST_OF_TWO = later(r"(?<!\d)(?P<whole>\d+(?:\.\d+)*)\.(?P<rest>\d{1,2})(?![\d.,])")
_GROUPS = later(r"\d{1,3}(?:\.\d{3})+")


def is_odd(cell: str, mapped: FieldMap) -> bool:
    """Whether a cell is not read for its marks of thousands as it stands."""
    try:
        quantity(cell, mapped.decimal or ".", mapped.several)
    except ReasonError as error:
        return error.reason.is_(Unread.SEPARATORS)
    return False


def read_oddly(cell: str, mapped: FieldMap) -> Quantity:
    """The amount in such a cell. Raises ReasonError where there is none."""
    mark = mapped.decimal or "."
    return quantity(_without_groups(cell, mark), mark, mapped.several)


def _without_groups(cell: str, mark: str) -> str:
    if mark == ".":
        return cell.replace(",", "")
    if not (found := _LAST_OF_TWO.search(cell)):
        return cell.replace(".", "")
    if not _GROUPS.fullmatch(found["whole"]):
        return cell
    amount = f"{found['whole'].replace('.', '')}{mark}{found['rest']}"
    return cell[: found.start()] + amount + cell[found.end() :]
