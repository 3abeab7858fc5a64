"""A span of time behind an amount, which is over how long it is spent: ``20 billion over next decade``."""

from cq_tui.values.expressions import later

_MANY = r"(?:\d{1,2}|two|three|four|five|ten|several|zwei|drei|fünf|zehn|deux|trois|cinq|dix|dos|tres|cinco|diez)"
_SPAN = later(
    r"(?<=\S)[\s,]+(?:"
    rf"over (?:the )?(?:(?:next|coming|following|past|last) )?(?:{_MANY}[\s-]+)?(?:years?|decades?|months?)"
    r"|(?:through|until|till) (?:the end of )?(?:19|20)\d\d"
    rf"|über (?:die nächsten )?{_MANY} (?:jahre|monate)|bis (?:ende )?(?:19|20)\d\d"
    rf"|(?:sur|en) {_MANY} (?:ans|mois)|jusqu'en (?:19|20)\d\d"
    rf"|(?:en|durante) {_MANY} (?:años|meses)|hasta (?:19|20)\d\d"
    r")$"
)


def without_span(text: str) -> str:
    """A folded text without the span of time at its end; empty where it ends in none."""
    left = _SPAN.sub("", text)
    return left if left != text else ""
