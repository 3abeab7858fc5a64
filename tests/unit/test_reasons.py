"""Reasons are kept as values, and told in the language that is in force when they are shown."""

import ast
from decimal import Decimal
from pathlib import Path

import cq_tui
import pytest
from cq_tui import language
from cq_tui.importing.errors import Refused
from cq_tui.language import Label
from cq_tui.values.amounts import Amount
from cq_tui.values.numbers import quantity
from cq_tui.values.reasons import Reason, ReasonError, Unread, reason_of


@pytest.mark.parametrize(
    "reason",
    [
        Reason.of(Unread.NOT_A_NUMBER),
        Reason.of(Refused.SAME_AS_ROW, row=12),
        Reason.of(Refused.UNKNOWN_ID, "mill", id='a "{mil}" \\ 工厂', kind="deals"),
        Reason.of(Refused.MISSING, kind=Label("交易", "deal")),
        Reason.of(Refused.BESIDE_DIFFERENT, names=("Aa", "Bb")),
        Reason.of(Refused.MISSING, kind=Amount(Decimal("6120.50"), "USD")),
    ],
)
def test_a_reason_comes_back_as_it_was(reason: Reason) -> None:
    assert Reason.load(reason.dump()) == reason


def test_it_is_told_in_the_language_in_force() -> None:
    found = (
        Reason.of(Refused.MISSING, kind=Label("交易", "deal")),
        Reason.of(Refused.UNKNOWN_ID, "mill", id="mil", kind="deals"),
    )
    assert [str(one) for one in found] == [
        "is missing; every deal needs it",
        "there is no mil in deals. Did you mean mill?",
    ]
    language.use("zh")
    assert "交易" in str(found[0])
    assert not str(found[1]).startswith("there")


def test_a_reader_gives_its_reason() -> None:
    with pytest.raises(ReasonError) as caught:
        quantity("much")
    assert reason_of(caught.value).is_(Unread.NOT_A_NUMBER)
    assert str(caught.value) == "is not a number"


def test_any_other_error_is_told_as_it_is() -> None:
    assert str(reason_of(ValueError("a {brace}"))) == "a {brace}"


def test_nothing_decides_by_a_translated_sentence() -> None:
    """No text is compared, searched or begun with what ``_()`` gives: it is another one in the other language."""
    found = []
    for path in Path(cq_tui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Compare(left=left, comparators=[*others]):
                    wrong = any(map(_is_translated, (left, *others)))
                case ast.Call(
                    func=ast.Attribute(attr="startswith" | "endswith" | "removeprefix" | "find"), args=[first, *_]
                ):
                    wrong = _is_translated(first)
                case _:
                    wrong = False
            if wrong:
                found.append(f"{path.name}:{node.lineno}")  # type: ignore[attr-defined]
    assert found == []


def _is_translated(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("_", "ngettext", "sentences")
    )
