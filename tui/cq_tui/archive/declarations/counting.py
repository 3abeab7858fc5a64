"""Codes that keep a record out of all sums, where an archive declares so: ``counted = false``."""

from collections.abc import Mapping

from cq_tui.archive.declarations.combined import Combined
from cq_tui.archive.problem import SchemaError
from cq_tui.language import _
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Exclusion, Kind
from cq_tui.schema.schema import Schema
from cq_tui.values.codes import Words


def counting(schema: Schema, found: Combined, lists: Mapping[str, Mapping[str, Words]]) -> Schema:
    """A schema whose sums leave out the records that have such a code. Raises SchemaError where nothing is summed."""
    excluded: dict[str, list[Exclusion]] = {}
    problems = []
    for name, codes in found.codes.items():
        apart = [code for code, one in codes.items() if not one.counted]
        uses = [(kind, field) for kind in schema.values() if kind.money for field in _fields(kind, lists[name])]
        for kind, field in uses:
            known = {one.value for one in kind.money.excluded if one.field == field.name} if kind.money else set()
            more = [Exclusion(field.name, code, lists[name][code].label) for code in apart if code not in known]
            excluded.setdefault(kind.name, []).extend(more)
        if not uses:
            message = _("no kind with amounts has a field with one code of this list, so that no sum goes by it")
            problems += [found.problem(("codes", name, code), message) for code in apart]
    if problems:
        raise SchemaError(problems)
    return schema.leaving_out(excluded)


def _fields(kind: Kind, words: Mapping[str, Words]) -> list[Field]:
    """The fields of a kind that hold one code of a list."""
    return [field for field in kind.fields if field.codes is words and not field.is_list]
