"""An organisation that a list names and the archive does not know."""

from collections import Counter
from dataclasses import dataclass, field

from cq_tui.schema.text import Text
from cq_tui.values.languages import is_chinese


@dataclass
class NewOrganisation:
    """An organisation that the archive does not know: its id, and every spelling with how often it was met."""

    id: str
    spellings: Counter[str] = field(default_factory=Counter)

    @property
    def names(self) -> list[str]:
        """Its spellings, the first met first."""
        return list(self.spellings)

    @property
    def called(self) -> Text:
        """Its first name in Chinese, and its first one in letters."""
        return Text(**{language: name for name in reversed(self.names) for language in (language_of(name),)})

    @property
    def aliases(self) -> tuple[str, ...]:
        """Its further spellings."""
        called = self.called
        return tuple(name for name in self.names if name not in (called.zh, called.en))


def language_of(name: str) -> str:
    """The language in which an organisation has a name."""
    return "zh" if is_chinese(name) else "en"
