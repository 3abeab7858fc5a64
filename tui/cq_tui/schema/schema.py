"""The schema of an archive: its kinds with their fields and code lists."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from cq_tui.schema.declared import DeclarationError, check, name_fault
from cq_tui.schema.kind import Kind
from cq_tui.values.codes import Words

if TYPE_CHECKING:  # imported for archives that declare something of their own
    from cq_tui.schema.code_lists import CodeList, Used
    from cq_tui.schema.extension import OwnField
    from cq_tui.schema.history import History
    from cq_tui.schema.kind import Exclusion
    from cq_tui.schema.own_kinds import OwnKind
    from cq_tui.schema.record import Record

_LAST_TAB = 99


class Schema(Mapping[str, Kind]):
    """Kinds by name, those with a tab first and in the order of the tabs.

    A schema never changes. Every archive has one, which is handed down from where the archive is opened: to its tables,
    to the filter language, to exports, imports and screens. ``with_kinds``, ``extended`` and ``recoded`` make another
    one of it.
    """

    def __init__(self, kinds: Iterable[Kind], sound: Collection[Kind] = ()) -> None:
        """Raises DeclarationError for a kind or a field that can't be as it is declared.

        ``sound``: the kinds of a schema that this one is made of, which were checked there.
        """
        ordered = sorted(kinds, key=lambda one: (one.tab or _LAST_TAB, one.name))
        self._kinds = {kind.name: kind for kind in ordered}
        if len(self._kinds) < len(ordered):
            twice = next(kind.name for place, kind in enumerate(ordered) if ordered[place + 1].name == kind.name)
            raise DeclarationError(f"kind {twice}: is declared twice")
        check(self._kinds, sound)

    def __getitem__(self, name: str) -> Kind:
        return self._kinds[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)

    @property
    def tabs(self) -> list[Kind]:
        """The kinds that can have a tab, in the order of the tabs."""
        return [kind for kind in self.values() if kind.tab]

    def with_kinds(self, *declared: "OwnKind") -> "Schema":
        """Another schema, with kinds of an archive's own, which may refer to each other. Raises DeclarationError."""
        from cq_tui.schema.own_kinds import own_kinds

        return self._with(*own_kinds(declared, self._kinds.values()))

    def extended(self, kind: str, *fields: "OwnField") -> "Schema":
        """Another schema, with further fields of a kind that are as good as its own. Raises DeclarationError."""
        if kind not in self._kinds:
            raise DeclarationError(f"kind {kind}: there is none to extend")
        old = self._kinds[kind]
        taken = {field.name for field in old.named}
        if clash := next((field.name for field in fields if field.name in taken), None):
            raise DeclarationError(f"kind {kind}: field {clash}: is a field already")
        for field in fields:  # before a model is made of them: its own words are no fields
            if fault := name_fault(field.name):
                raise DeclarationError(f"kind {kind}: field {field.name}: {fault}")
        from cq_tui.schema.extension import with_fields

        return self._with(replace(old, model=with_fields(old.model, fields)))

    def with_kinds_as(self, kinds: Iterable[Kind]) -> "Schema":
        """Another schema, with these in the place of the kinds of their names."""
        return self._with(*kinds)

    def with_history(self, kind: str, model: "type[Record]", rule: "History") -> "Schema":
        """Another schema, in which a kind has a history, from which further values follow by a rule."""
        return self._with(replace(self._kinds[kind], model=model, history=rule))

    @cached_property
    def code_lists(self) -> "dict[str, CodeList]":
        """The code lists that an archive may replace, by name."""
        return {name: used.codes for name, used in self._used_lists.items()}

    @cached_property
    def _used_lists(self) -> "dict[str, Used]":
        from cq_tui.schema.code_lists import code_lists

        return code_lists(self._kinds.values())

    def recoded(self, lists: Mapping[str, Mapping[str, Words]]) -> "Schema":
        """Another schema, with other codes wherever those of these lists stand. Raises DeclarationError."""
        if empty := next((name for name, words in lists.items() if not words), None):
            raise DeclarationError(f"code list {empty}: is empty")
        from cq_tui.schema.extension import with_codes

        models: dict[str, type[Record]] = {}
        for name, words in lists.items():
            codes, kinds = self._used_lists[name]
            for kind in kinds:
                models[kind] = with_codes(models.get(kind, self._kinds[kind].model), codes, words)
        return self._with(*(_reworded(replace(self._kinds[kind], model=model)) for kind, model in models.items()))

    def leaving_out(self, excluded: "Mapping[str, Sequence[Exclusion]]") -> "Schema":
        """Another schema, whose sums leave out further records, by the names of their kinds; these have amounts."""
        old = [(self._kinds[name], more) for name, more in excluded.items()]
        moneys = [(kind, kind.money, more) for kind, more in old if kind.money]
        return self._with(
            *(replace(kind, money=replace(money, excluded=(*money.excluded, *more))) for kind, money, more in moneys)
        )

    def _with(self, *kinds: Kind) -> "Schema":
        return Schema((self._kinds | {kind.name: kind for kind in kinds}).values(), self._kinds.values())


def _reworded(kind: Kind) -> Kind:
    """A kind whose reasons for leaving a record out of sums are called as the archive calls its codes."""
    if kind.money is None:
        return kind
    lists = {one.field: kind.by_name[one.field].codes or {} for one in kind.money.excluded}
    excluded = tuple(
        one._replace(label=lists[one.field][str(one.value)].label) if one.value in lists[one.field] else one
        for one in kind.money.excluded
    )
    return replace(kind, money=replace(kind.money, excluded=excluded))
