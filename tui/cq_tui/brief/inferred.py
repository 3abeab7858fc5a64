"""What of a brief is not in the sources but follows from them."""

from collections.abc import Iterator

from cq_tui.brief.document import Section, plain, remark
from cq_tui.brief.record_table import Judged
from cq_tui.language import _, current, listed


def inferred(judged: Judged) -> Iterator[Section]:
    """What the mark means, and which fields of which records it stands before; nothing where none is marked."""
    if not judged:
        return
    between, after = ("：", "；") if current() == "zh" else (": ", "; ")
    told = after.join(f"{name}{between}{listed(fields)}" for name, fields in judged.items())
    words = _("~ marks what no source says and we infer from what they say:")
    yield Section(_("What is inferred"), (plain(words), remark(told)))
