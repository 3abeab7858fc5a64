"""What can't be among an archive's code lists."""

import re
from collections.abc import Iterator, Mapping

from cq_tui.archive.declarations.codes import CodeDeclaration
from cq_tui.archive.declarations.combined import Combined
from cq_tui.archive.problem import Problem
from cq_tui.files.lines import Path
from cq_tui.language import _, listed
from cq_tui.schema.declared import folded, name_fault
from cq_tui.schema.schema import Schema
from cq_tui.values.types.own_code import PATTERN

MOST_CODES = 5_000
"""Codes of a list."""
Fault = tuple[Path, str]


def code_problems(found: Combined, shipped: Schema) -> list[Problem]:
    """All that is wrong with the declared code lists."""
    needed = _needed(shipped)
    faults = [fault for name, codes in found.codes.items() for fault in _of_list(name, codes, needed.get(name, ()))]
    return [found.problem(path, message) for path, message in faults]


def _of_list(name: str, codes: Mapping[str, CodeDeclaration], needed: tuple[str, ...]) -> Iterator[Fault]:
    path: Path = ("codes", name)
    if fault := name_fault(name):
        yield path, _(fault)
    if not codes:
        yield path, _('a list needs a code at least: steel = { zh = "钢铁", en = "Steel" }')
    if len(codes) > MOST_CODES:
        yield path, _("{count} codes; a list can have {most}").format(count=len(codes), most=MOST_CODES)
        return
    if missing := [code for code in needed if code not in codes]:
        message = _("lacks {names}: sums and screens go by them. Keep the codes; their words are yours.")
        yield path, message.format(names=listed(missing))
    owners: dict[str, str] = {}
    for code, one in codes.items():
        if not re.fullmatch(PATTERN, code):
            yield (*path, code), _("a code is small letters, digits and hyphens, 80 at most")
        for word in dict.fromkeys((code, one.in_both.zh, one.in_both.en, *one.aliases)):
            owner = owners.setdefault(folded(word), code)
            if owner != code:
                yield (*path, code), _("{word} means {owner} already").format(word=f'"{word}"', owner=owner)


def _needed(shipped: Schema) -> dict[str, tuple[str, ...]]:
    """The codes of shipped lists by which the program itself tells records apart."""
    found: dict[str, tuple[str, ...]] = {"tier": ("industry",), "scheme": ("other",)}
    by_field = {(kind.name, field.name): field.codes for kind in shipped.values() for field in kind.fields}
    for name, one in shipped.code_lists.items():
        for kind in shipped.values():
            for excluded in kind.money.excluded if kind.money else ():
                codes = by_field[kind.name, excluded.field]
                if codes is not None and isinstance(one, type) and list(codes) == [member.value for member in one]:
                    found[name] = (*found.get(name, ()), str(excluded.value))
    return found
