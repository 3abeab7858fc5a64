"""A bounded version of every figure; ``python -m tests.reliability`` prints them at full size."""

import pytest

from tests.reliability import line, outlets, readers, secure, writing
from tests.reliability.figure import Figure
from tests.reliability.payloads import payloads

SHARE = 0.03


def test_there_are_at_least_two_hundred_hostile_strings() -> None:
    assert len(set(payloads())) >= 200


@pytest.mark.parametrize(
    "figures",
    [
        pytest.param(lambda: [outlets.cleaned_is_clean(list(payloads()))], id="cleaned"),
        pytest.param(lambda: [outlets.through_commands(list(payloads())[::24])], id="commands"),
        pytest.param(lambda: [outlets.through_the_browser(list(payloads())[::24])], id="browser"),
        pytest.param(lambda: line.figures(SHARE), id="line"),
        pytest.param(lambda: writing.figures(SHARE), id="writing"),
        pytest.param(secure.figures, id="secure"),
        pytest.param(lambda: readers.figures(SHARE), id="readers"),
    ],
)
def test_promises_hold(figures) -> None:  # type: ignore[no-untyped-def]
    found: list[Figure] = figures()
    assert [str(figure) for figure in found if not figure.holds] == []
