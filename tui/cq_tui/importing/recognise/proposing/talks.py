"""Takes titles of talks for what speakers speak of: *title* is a post beside a name, and a talk in a programme."""

import re
from collections.abc import Sequence
from dataclasses import replace

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.profile import ColumnProfile
from cq_tui.importing.recognise.headers.other_kind import GUESTS, POSTS
from cq_tui.importing.recognise.words.header_grammar import take_apart
from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.importing.recognise.words.other_records import is_of_talks
from cq_tui.importing.recognise.words.word import ENDING

_TITLES = frozenset(map(key_of, "title titel titre título titolo tytuł titulo tittel otsikko título başlık".split()))
"""Headers that say a post and the name of a talk alike."""
_NAMES = frozenset("name fullname navn namn naam nom nombre nome nimi nazwa imię jméno".split())
_POST = re.compile(
    r"(?i)(?<![^\W_])(?:prof(?:essor\w*)?|dr|mr|mrs|ms|chair\w*|president\w*|vice|director\w*|direkt\w*|directeur|ceo|cto|cfo|coo|"
    r"manager\w*|head|lead|chief|officer|minister\w*|secretary|founder|partner|engineer|developer|lecturer|fellow|"
    r"researcher|analyst|consultant|leiter\w*|geschäftsführer\w*|vorstand\w*|responsable|gérant|presidente|director[ae]?)"
    r"(?![^\W_])|教授|主任|总裁|總裁|经理|經理|董事|院长|所长|局长|部长|书记|社長|部長|取締役|代表|교수|대표"
)
_OF_TALK = re.compile(
    r"(?i)(?:session|talk|lecture|presentation|event|keynote|workshop|panel|paper)s?[\W_]"
    r"(?!.*(?:speaker|presenter|moderator|panel|person|author|chair|job)).+"
)
"""Headers that say of what in a programme they tell, as those of records around speakers do: ``talk_subtitle``."""
_TEN, _MANY = 10, 20
"""Characters of a title, at least, in Chinese or Japanese, and in letters."""
_HALF, _FEW, _DIFFERENT = 0.5, 0.3, 0.7
_LEAST = 3


def take_titles_of_talks(draft: Draft) -> None:
    """Have a column under *title* be the topics, where its cells are titles of talks or other headers tell of some."""
    topic = draft.kind.by_name.get("topic")
    if draft.kind.name != GUESTS or topic is None:
        return
    others = [name for name in draft.header.names if draft.cells[name]]
    for name, word in draft.words.items():
        is_title = key_of(take_apart(name).name) in _TITLES and (word.field is None or word.field.name == POSTS)
        beside = any(is_of_talks(other) for other in others if other != name)
        is_talk = (
            is_title
            and draft.cells[name]
            and (_are_talks(draft.profiles[name], are_beside=beside) or _stands_apart(draft, name, others))
        )
        if is_talk:
            draft.words[name] = replace(word, field=topic, certainty=ENDING, role="")
        elif word.field is not None and word.field.name == POSTS and _OF_TALK.fullmatch(name):
            draft.words[name] = replace(word, field=None, role="")  # what a talk is, and nobody in it


def _stands_apart(draft: Draft, name: str, others: Sequence[str]) -> bool:
    """Whether what persons are called, and more of them, is under one path, and not the title: ``speaker_name``."""
    if draft.profiles[name].share(lambda cell: _POST.search(cell) is not None) >= _FEW:
        return False
    paths = [one.rpartition("_")[0] for one in others if _called(one)]
    return any(
        path and not name.startswith(path) and sum(one.startswith(f"{path}_") for one in others) > 1 for path in paths
    )


def _called(name: str) -> bool:
    return name.rpartition("_")[2].casefold() in _NAMES


def _are_talks(profile: ColumnProfile, *, are_beside: bool) -> bool:
    """Whether cells are titles of talks: others in each row, and no posts; long ones, where nothing else tells."""
    if profile.share(lambda cell: _POST.search(cell) is not None) >= _FEW or profile.different < _DIFFERENT:
        return False
    long = profile.share(lambda cell: len(cell) >= (_MANY if cell.isascii() else _TEN))
    return are_beside or (long >= _HALF and len(profile.cells) >= _LEAST)
