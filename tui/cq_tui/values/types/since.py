"""Days from which on something holds: a day alone asks for that day and all after it."""

from cq_tui.values.ranges import AskedField, Range
from cq_tui.values.types.day import Date


class FromDay(Date):
    """``since:2024`` is from 2024 on; a comparison or a range says what it says."""

    equal_sign = "="

    def read_range(self, sign: str, text: str, field: AskedField) -> Range:
        """See the class."""
        return super().read_range(sign if sign or ".." in text else ">=", text, field)
