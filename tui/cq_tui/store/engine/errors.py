"""What goes wrong when the engine is asked."""


class QueryError(Exception):
    """The engine can't answer; the text says why.

    ``memory``: because it would take more than there is. ``disk``: because a disk takes no more; the system's number.
    """

    def __init__(self, message: str, *, memory: bool = False, disk: int = 0) -> None:
        """Keep the reason."""
        super().__init__(message)
        self.memory = memory
        self.disk = disk
