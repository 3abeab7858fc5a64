"""What a thread found reaches the screen that asked, if it is still there."""

from types import SimpleNamespace
from typing import Any

import pytest
from cq_tui.screens.base import worker_handoff
from cq_tui.screens.base.worker_handoff import hand_over


def _screen(*, on_stack: bool = True, attached: bool = True) -> Any:
    app = SimpleNamespace(call_from_thread=lambda call: call(), screen_stack=[])
    screen = SimpleNamespace(app=app, is_attached=attached)
    if on_stack:
        app.screen_stack.append(screen)
    return screen


@pytest.mark.parametrize(
    ("screen", "cancelled", "expected"),
    [
        pytest.param(_screen(), False, [(1, 2)], id="in front"),
        pytest.param(_screen(on_stack=False), False, [], id="closed"),
        pytest.param(_screen(attached=False), False, [], id="leaving"),
        pytest.param(_screen(), True, [], id="given up"),
    ],
)
def test_what_was_found_arrives_only_where_it_is_awaited(
    monkeypatch: pytest.MonkeyPatch, screen: Any, cancelled: bool, expected: list[tuple[int, int]]
) -> None:
    monkeypatch.setattr(worker_handoff, "get_current_worker", lambda: SimpleNamespace(is_cancelled=cancelled))
    arrived: list[tuple[int, int]] = []
    hand_over(screen, lambda *found: arrived.append(found), 1, 2)
    assert arrived == expected
