"""Where a server's answers differ from those over a folder by the nature of its engine: told by help and by docs."""

from cq_tui.language import _


def differences() -> list[str]:
    """A sentence each. ``docs/server.md`` has the same ones, which a test holds."""
    return [
        _(
            "Chinese names are sorted by the server's own tables of the language: another version may place rare ones "
            "otherwise."
        ),
        _("A list of values that is empty and one that is absent are the same to a server, and shown as absent."),
        _(
            "What a list has found is kept by one session of one host: where that is gone, or an hour passed without a "
            "question, R asks again."
        ),
    ]
