"""What is new in a view, in one line."""

from datetime import datetime

from cq_tui.language import _, current, listed, sentences
from cq_tui.views.held import MOST, News

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def news_line(news: News) -> str:
    """How many records came in, went and changed, and since when; what can't be told is said."""
    return sentences(_told(news), news.not_kept)


def _told(news: News) -> str:
    if news.since is None and news.single:
        return _("Looked at for the first time; the next time it says what is new.")
    if not news.single:
        words = _("More than {most} records are not compared one by one.").format(most=f"{MOST:,}")
        if news.since is None:
            return words
        counts = _("{now} records, {before} on {day}.").format(
            now=f"{news.now:,}", before=f"{news.before:,}", day=day_words(news.since)
        )
        return sentences(counts, words)
    day = day_words(news.since) if news.since else ""
    came = (_("{count} new"), news.new), (_("{count} gone"), news.gone), (_("{count} changed"), news.changed)
    parts = [words.format(count=f"{len(found):,}") for words, found in came if found]
    if what := listed(parts):
        return _("{what} since {day}").format(what=what, day=day)
    return _("nothing new since {day}").format(day=day)


def day_words(moment: datetime, now: datetime | None = None) -> str:
    """The day of a moment where the user is, as short as it is clear: the hour of today, the year of another one."""
    here = moment.astimezone()
    today = (now or datetime.now(here.tzinfo)).astimezone()
    if here.date() == today.date():
        return _("{hour} today").format(hour=f"{here:%H:%M}")
    if current() == "zh":
        day = f"{here.month}月{here.day}日"
        return day if here.year == today.year else f"{here.year}年{day}"
    day = f"{here.day} {_MONTHS[here.month - 1]}"
    return day if here.year == today.year else f"{day} {here.year}"
