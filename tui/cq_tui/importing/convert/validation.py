"""Validates one field's value as the kind's model does, without a whole record."""

from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from cq_tui.archive.wording import reason_of_error
from cq_tui.schema.kind import Kind
from cq_tui.values.reasons import ReasonError


@lru_cache(256)
def _adapter(kind: Kind, name: str) -> TypeAdapter[Any]:
    """What validates a field: made at its first value, and kept for the next list, for it takes milliseconds."""
    return TypeAdapter(kind.model.model_fields[name].annotated)


class Validator:
    """Validates values of a kind's fields."""

    def __init__(self, kind: Kind) -> None:
        """Check for a kind."""
        self._kind = kind

    def __call__(self, name: str, value: Any) -> Any:
        """The value as the model keeps it. Raises ReasonError with the first problem."""
        try:
            return _adapter(self._kind, name).validate_python(value)
        except ValidationError as error:
            details = error.errors(include_url=False)[0]
            details["loc"] = (name, *details["loc"])
            # The cell itself stands before the reason already.
            raise ReasonError(reason_of_error(details, self._kind).without("value")) from None
