"""Validates one field's value as the kind's model does, without a whole record."""

from typing import Any

from pydantic import TypeAdapter, ValidationError

from cq_tui.archive.wording import reason_of_error
from cq_tui.schema.kind import Kind
from cq_tui.values.reasons import ReasonError


class Validator:
    """Validates values of a kind's fields. Making an adapter takes milliseconds, so each is made at its first value."""

    def __init__(self, kind: Kind) -> None:
        """Check for a kind."""
        self._kind = kind
        self._adapters: dict[str, TypeAdapter[Any]] = {}

    def __call__(self, name: str, value: Any) -> Any:
        """The value as the model keeps it. Raises ReasonError with the first problem."""
        adapter = self._adapters.get(name)
        if adapter is None:
            info = self._kind.model.model_fields[name]
            adapter = self._adapters[name] = TypeAdapter(info.annotated)
        try:
            return adapter.validate_python(value)
        except ValidationError as error:
            details = error.errors(include_url=False)[0]
            details["loc"] = (name, *details["loc"])
            # The cell itself stands before the reason already.
            raise ReasonError(reason_of_error(details, self._kind).without("value")) from None
