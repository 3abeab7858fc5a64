"""The history of locations, as in a web browser."""

from cq_tui.screens.navigation.location import Location, RecordLocation

_MOST = 200
"""Locations that are kept."""


class History:
    """The locations of one session; going to a new one drops those ahead."""

    def __init__(self) -> None:
        """Start empty."""
        self._locations: list[Location] = []
        self._position = -1

    @property
    def current(self) -> Location | None:
        """The location in front; None before the first."""
        return self._locations[self._position] if self._locations else None

    def at(self, location: Location) -> None:
        """Record a location: in place of the current one if it is the same (its row may differ), else as the newest."""
        if self.current is not None and location.is_at(self.current):
            self._locations[self._position] = location
            return
        self._locations[self._position + 1 :] = [location]
        del self._locations[:-_MOST]
        self._position = len(self._locations) - 1

    def step(self, step: int) -> Location | None:
        """Go back (-1) or forward (1). Returns the location that is current then; None at either end."""
        if not 0 <= self._position + step < len(self._locations):
            return None
        self._position += step
        return self.current

    @property
    def trail(self) -> list[RecordLocation]:
        """The records that were opened one from another, up to the current one."""
        trail: list[RecordLocation] = []
        for location in reversed(self._locations[: self._position + 1]):
            if not isinstance(location, RecordLocation):
                break
            trail.insert(0, location)
        return trail
