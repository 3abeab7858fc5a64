"""The name alone in a cell that says more, or less: a town behind it, or a sentence of somebody who is not named."""

from cq_tui.importing.recognise.words.nobody_words import is_nobody
from cq_tui.query.name_keys import has_legal_form
from cq_tui.values.expressions import later
from cq_tui.values.nothing import is_nothing
from cq_tui.values.yes_no import is_plain_answer

_POSTCODE = r"(?:[A-Z]{1,2}[- ])?(?:\d{5}|\d{4} ?[A-Z]{2})"
_TOWN = later(rf"{_POSTCODE}\s+[^\W\d_][^,/;]*")
"""``20000 Aa`` and ``1411 GZ Aa``; four digits alone are a year as well."""
_TOWN_BEHIND = later(rf"\s*,\s*{_POSTCODE}\s+[^\W\d_][^,/;]*$")
_LONGEST = 200
_ANONYMOUS = later(
    r"(?i)(?:an |ein |un |uno |een )?(?:anonymous|anonym(?:er?|es|e|ní|ous)?|an[oóô]nim[oa]?|anoniem|anonimowy|"
    r"névtelen|anonimno|anonyymi|ανώνυμ\w*|аноним\w*|анонім\w*|"
    r"ẩn danh|匿名|匿名者|匿名希望|佚名|无名氏|無名氏|不具名|익명)"
    r"(?:e[rn]?)?(?:[ _-]?(?:donors?|donation|giver|funder|grant|spender\w*|donateur|donante|donatore|doador|gever|"
    r"dárce|捐[赠贈款]者|捐[赠贈款]人))?\W*"
)
_NOT_NAMED = later(
    r"(?i)(?:einwilligung|zustimmung|einverständnis).*\b(?:nicht|fehlt|verweigert|keine)\b|"
    r"keine (?:einwilligung|zustimmung)|\bnicht (?:veröffentlicht|genannt|benannt)\b|ohne namensnennung|"
    r"möchte anonym|wünscht anonym|"
    r"\b(?:consent|permission)\b.*\b(?:not|no|withheld|refused|without)\b|\bno (?:consent|permission)\b|"
    r"\b(?:name|identity|details)\b.*\b(?:withheld|redacted|suppressed|not (?:disclosed|published))\b|"
    r"^\W*(?:withheld|redacted|suppressed)\W*$|wish(?:es)? to remain anonymous|"
    r"souhaite (?:rester|garder l)\W?\s*anonym|pas consenti|sans consentement|non divulgué|"
    r"sin consentimiento|no autoriza (?:la|su) publicación|desea permanecer|senza consenso|consenso non|"
    r"geen toestemming|niet openbaar|wenst anoniem|brak zgody|bez souhlasu|bez súhlasu|nem járult hozzá|"
    r"fără acord|utan samtycke|uden samtykke|ilman suostumusta|не дал согласи|без согласия|без згоди|"
    r"不(?:愿|願|同意|便)公[开開]|未同意公[开開]|氏名非公[表開]|公表を希望しない|비공개"
)
"""Sentences that stand where a name would: nobody agreed to be named."""
_VERB = later(
    r"(?i)(?<![^\W_])(?:is|are|was|were|has|have|had|will|cannot|"
    r"ist|sind|war|waren|wird|werden|wurden?|hat|haben|liegt|liegen|möchten?|kann|"
    r"est|sont|était|a été|ont|sera|es|está|son|fue|fueron|ha|han|è|sono|stato|foi|são|não|"
    r"zijn|wordt|werd|heeft|jest|są|został[ao]?|nie|není|nebyl[ao]?|byl[ao]?|не|был[аио]?)(?![^\W_])"
)
_LAST_WORD = later(r"(?<![^\W\d_])[a-zß-öø-ÿœąćęłńśźżčďěňřšťůžа-яёіїє]{3,}[.!]$")
_AROUND = " ()（）[]<>«»\"'.*"
"""What may stand around such a word: ``(neuvedeno)``."""
_WORDS_OF_A_SENTENCE, _SIGNS_OF_A_SENTENCE = 5, 8


def is_town(text: str) -> bool:
    """Whether a part of a cell is where somebody is, and no name."""
    return _TOWN.fullmatch(text.strip()) is not None and not has_legal_form(text)


def without_town(name: str) -> str:
    """A name without the postcode and town behind it: ``Aa e.V., 20000 Bb``."""
    return name if has_legal_form(name) else _TOWN_BEHIND.sub("", name) or name


def is_not_named(text: str) -> bool:
    """Whether a cell says that somebody is not named: ``anonym``, ``Einwilligung liegt nicht vor``."""
    if len(text) > _LONGEST:
        return False
    if is_nobody(text):
        return not is_nothing(text)
    if is_plain_answer(text):
        return True
    if has_legal_form(text):
        return False
    if not is_nothing(text) and is_nothing(text.strip(_AROUND)):
        return True  # what is nothing as it stands is no cell that says something, and is not told as one
    return is_anonymous(text) or _NOT_NAMED.search(text) is not None or _is_sentence(text)


def is_anonymous(text: str) -> bool:
    """Whether a text is a word for somebody who wants no name: ``Anonymous donor``, ``匿名``."""
    return _ANONYMOUS.fullmatch(text.strip()) is not None


def _is_sentence(text: str) -> bool:
    """Whether a cell says something of somebody, with a verb and a full stop behind a small word: it names nobody."""
    text = " ".join(text.split())
    if text.endswith("。"):
        return len(text) >= _SIGNS_OF_A_SENTENCE
    is_long = len(text.split()) >= _WORDS_OF_A_SENTENCE
    return is_long and _LAST_WORD.search(text) is not None and _VERB.search(text) is not None
