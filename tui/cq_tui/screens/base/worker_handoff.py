"""What a thread found out, on its way to the screen that asked: by then the screen may be gone."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen
from textual.worker import get_current_worker


def hand_over(screen: Screen[Any], arrive: Callable[..., object], *found: object) -> None:
    """Let a screen take what its worker's thread found, unless it is closed or the worker was given up.

    Closing takes a screen's lines away before its workers are told.
    """
    worker = get_current_worker()

    def take() -> None:
        if not worker.is_cancelled and screen.is_attached and screen in screen.app.screen_stack:
            arrive(*found)

    if not worker.is_cancelled:
        screen.app.call_from_thread(take)
