"""The threads of the event loop, loaded by the browser alone: ``concurrent.futures`` brings logging along."""

from concurrent.futures import ThreadPoolExecutor


class WorkerThreads(ThreadPoolExecutor):
    """The threads of an event loop, whose end does not wait for them: reading a large workbook can't be broken off."""

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002
        """Let idle threads end, and take no more work; what has not begun never does."""
        super().shutdown(wait=False, cancel_futures=True)
