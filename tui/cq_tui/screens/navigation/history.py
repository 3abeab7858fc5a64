"""What was looked at, one place after the other, and which of them is in front."""

from cq_tui.screens.navigation.location import Location, RecordLocation

_MOST = 200


class History:
    """The history of one session: going somewhere new drops what was ahead, as in a browser."""

    def __init__(self) -> None:
        """Nothing was looked at yet."""
        self._visits: list[Location] = []
        self._here = -1

    @property
    def current(self) -> Location | None:
        """The place in front; None before the first."""
        return self._visits[self._here] if self._visits else None

    def at(self, location: Location) -> None:
        """Somebody is there: where they were already, it is kept as it stands now; else it is the newest place."""
        if self.current is not None and location.is_at(self.current):
            self._visits[self._here] = location
            return
        self._visits[self._here + 1 :] = [location]
        del self._visits[:-_MOST]
        self._here = len(self._visits) - 1

    def step(self, step: int) -> Location | None:
        """Go back (-1) or forward (1); the place that is in front then, None where there is no more."""
        if not 0 <= self._here + step < len(self._visits):
            return None
        self._here += step
        return self.current

    @property
    def trail(self) -> list[RecordLocation]:
        """The opened records up to the one in front, each come by from the one before it."""
        trail: list[RecordLocation] = []
        for location in reversed(self._visits[: self._here + 1]):
            if not isinstance(location, RecordLocation):
                break
            trail.insert(0, location)
        return trail
