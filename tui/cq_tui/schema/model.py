"""The base of records and their parts: plain classes, whose annotations pydantic checks what is read by.

pydantic is loaded by the first value that is checked. To load it and to have it build what checks some kinds takes
longer than all else of a short command, which may show records that were checked before.
"""

import typing
from collections.abc import Callable, Iterator, Mapping
from threading import Lock
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, NoReturn, Self, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, TypeAdapter
    from pydantic_core import CoreSchema

REQUIRED = ...
"""In the place of a default: the value must be given."""
_BUILDING = Lock()
"""Two threads that check at once would both build what checks values."""


class ModelField(NamedTuple):
    """An attribute as its class declares it: the annotation, and what stands there where nothing is given."""

    annotated: Any
    default: Any = REQUIRED

    @property
    def annotation(self) -> Any:
        """The type inside the outermost ``Annotated``."""
        return self.annotated.__origin__ if typing.get_origin(self.annotated) is typing.Annotated else self.annotated

    @property
    def metadata(self) -> tuple[Any, ...]:
        """What the outermost ``Annotated`` carries beside the type."""
        return self.annotated.__metadata__ if typing.get_origin(self.annotated) is typing.Annotated else ()

    @property
    def is_required(self) -> bool:
        """Whether the value must be given."""
        return self.default is REQUIRED


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Model:
    """A record or a part of one. It never changes; two are equal that are of one class and have equal values.

    ``__post_init__`` may refuse what does not fit together by a ValueError; ``_before`` sees what is given first.
    """

    model_fields: ClassVar[Mapping[str, ModelField]] = {}
    """The attributes by name, in the order in which they are declared, those of the base first."""
    model_strips: ClassVar[bool] = False
    """Whether blanks around texts are taken off."""
    model_makes_more: ClassVar[bool] = False
    """Whether ``__post_init__`` makes values of others."""
    model_takes_others: ClassVar[bool] = False
    """Whether what is no attribute is passed over; else it is an error."""

    def __init_subclass__(cls) -> None:
        """Collect the attributes."""
        found = dict(cls.model_fields)
        for name, annotated in cls.__annotations__.items():
            if not name.startswith("_") and getattr(annotated, "__origin__", None) is not ClassVar:
                found[name] = ModelField(annotated, cls.__dict__.get(name, REQUIRED))
                if name in cls.__dict__:
                    delattr(cls, name)
        cls.model_fields = found

    def __init__(self, **given: Any) -> None:
        """Raises pydantic's ValidationError for what can't be."""
        self._adapter().validator.validate_python(given, self_instance=self)

    @classmethod
    def model_validate(cls, given: Any) -> Self:
        """One of a dictionary. Raises pydantic's ValidationError with all that is wrong in it."""
        found: Self = cls._adapter().validator.validate_python(given)
        return found

    @classmethod
    def model_construct(cls, **values: Any) -> Self:
        """One of values that were checked before; what is not given is as usual."""
        fields = cls.model_fields.items()
        return cls._of(
            {name: values.get(name, one.default) for name, one in fields if name in values or not one.is_required}
        )

    @classmethod
    def _of(cls, values: dict[str, Any]) -> Self:
        made = cls.__new__(cls)
        made.__dict__.update(values)
        return made

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """The same with some values changed, which are not checked."""
        return self._of({**vars(self), **update})

    def model_dump(self, *, mode: str = "python", exclude_defaults: bool = False) -> dict[str, Any]:
        """The values by name, parts as dictionaries; with ``mode="json"`` of what JSON can hold."""
        found = {
            name: _dumped(getattr(self, name), exclude_defaults=exclude_defaults)
            for name in self._said(exclude_defaults)
        }
        if mode != "json":
            return found
        from pydantic_core import to_jsonable_python

        plain: dict[str, Any] = to_jsonable_python(found)
        return plain

    def _said(self, only: bool) -> list[str]:
        return [name for name, one in self.model_fields.items() if not only or getattr(self, name) != one.default]

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """The values with their names, so that ``dict`` takes them."""
        return iter(vars(self).items())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Model) and type(other) is type(self) and vars(other) == vars(self)

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} never changes: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} never changes: {name}")

    # What pydantic asks

    @classmethod
    def _adapter(cls) -> "TypeAdapter[Self]":
        from pydantic import TypeAdapter

        with _BUILDING:
            return once(cls, "_checks", TypeAdapter)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        fields = []
        for name, one in cls.model_fields.items():
            schema = handler.generate_schema(one.annotated)
            if not one.is_required:
                schema = core_schema.with_default_schema(schema, default=one.default)
            fields.append(core_schema.dataclass_field(name, schema, kw_only=True))
        found: CoreSchema = core_schema.dataclass_schema(
            cls,
            core_schema.dataclass_args_schema(
                cls.__name__, fields, extra_behavior="ignore" if cls.model_takes_others else "forbid"
            ),
            [*cls.model_fields],
            post_init=hasattr(cls, "__post_init__"),
            frozen=True,
            config=core_schema.CoreConfig(str_strip_whitespace=cls.model_strips),
        )
        before = getattr(cls, "_before", None)
        return core_schema.no_info_before_validator_function(before, found) if before else found


_Model = TypeVar("_Model", bound=Model)
_Made = TypeVar("_Made")


def once(model: type[_Model], name: str, make: Callable[[type[_Model]], _Made]) -> _Made:
    """What is made of a class once, and kept with it under a name: archives come and go with their own classes."""
    if name not in vars(model):
        setattr(model, name, make(model))
    found: _Made = vars(model)[name]
    return found


def made(name: str, base: type[_Model], fields: Mapping[str, ModelField], doc: str | None = None) -> type[_Model]:
    """A class below another one, with further attributes or with others in the place of its own."""
    given: dict[str, Any] = {"__module__": base.__module__, "__doc__": base.__doc__ if doc is None else doc}
    given["__annotations__"] = {name: one.annotated for name, one in fields.items()}
    return type(name, (base,), given | {name: one.default for name, one in fields.items() if not one.is_required})


def _dumped(value: Any, *, exclude_defaults: bool) -> Any:
    if isinstance(value, Model):
        return value.model_dump(exclude_defaults=exclude_defaults)
    return (
        tuple(_dumped(one, exclude_defaults=exclude_defaults) for one in value) if isinstance(value, tuple) else value
    )
