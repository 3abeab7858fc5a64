"""Times of a day, with or without the day: when a part of a programme begins."""

from datetime import date

from cq_tui.values.expressions import later

_MOMENT = later(
    r"(?i)\s*(?:(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})日?\s*(?:(?P<iso>t)|,)?\s*)?"
    r"(?P<half>上午|下午|am|pm)?\s*(?P<hour>\d{1,2})[:：](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d+)?)?"
    r"(?(iso)(?P<zone>z|[+-]\d{2}(?::?\d{2})?$)?|(?P<ahead>\+\d{2}(?::?\d{2})?$)?)\s*(?P<later>[ap]\.?m\.?)?(?:\s*(?:[-–—~～至]|to|bis)\s*\S.*)?"
)
"""A time, that of ISO 8601 with its zone, and behind it perhaps when it ends: ``09:30 - 10:15``."""
_NOON, _HOURS, _DAY = 12, 24, 86_400


def moment(text: str) -> int | None:
    """The seconds until a time, by which times can be put in order; None for what is none, or tells no hour.

    Times without a day count from midnight; those with one from the beginning of the calendar, in their zone's time.
    """
    match = _MOMENT.fullmatch(text.strip())
    if match is None:
        return None
    hour = int(match["hour"])
    half = (match["half"] or match["later"] or "").casefold()
    if half and hour <= _NOON:
        hour = hour % _NOON + (_NOON if half.startswith(("p", "下")) else 0)
    try:
        days = date(*(int(match[part]) for part in ("year", "month", "day"))).toordinal() if match["year"] else 0
    except ValueError:
        return None
    seconds = (hour * 60 + int(match["minute"])) * 60 + int(match["second"] or 0)
    return days * _DAY + seconds - _of_zone(match["zone"] or match["ahead"] or "") if hour < _HOURS else None


def says_hour(text: str) -> bool:
    """Whether a text is a time that tells an hour; midnight is what programs write behind a day."""
    match = _MOMENT.fullmatch(text.strip())
    return (
        match is not None
        and moment(text) is not None
        and any(int(match[part] or 0) for part in ("hour", "minute", "second"))
    )


def has_day(seconds: int) -> bool:
    """Whether a moment is one of a day that was told."""
    return seconds >= 2 * _DAY


def _of_zone(zone: str) -> int:
    if zone.casefold() in ("", "z"):
        return 0
    digits = zone[1:].replace(":", "")
    return (-1 if zone[0] == "-" else 1) * (int(digits[:2]) * 60 + int(digits[2:] or 0)) * 60
