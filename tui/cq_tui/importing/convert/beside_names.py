"""What stands beside the name in a cell and is none: who plays which role, a contact, a street, a telephone number.

It is taken off where it says itself what it is, and told. What may as well be a second name stays.
"""

import re

from cq_tui.importing.convert.bare_names import is_town
from cq_tui.importing.recognise.parties.company_cells import is_company
from cq_tui.importing.recognise.words.header_terms import COMMON_ROLE
from cq_tui.importing.recognise.words.known_words import known_word
from cq_tui.importing.recognise.words.person_names import is_like_a_person
from cq_tui.values.expressions import later

_LETTERS = later(r"[^\W\d_]")
_LONGEST_LABEL = 30
_LABEL = later(rf"\s*([^:：\d]{{2,{_LONGEST_LABEL}}}?)\s*[:：]\s*(?=\S)")
_TOGETHER = later(
    r"(?i)\s*(?:kons?or[tc](?:j?um|ium|sium)(?:\s+firm)?|konzorcium|consortium|consorcio|consórcio|consorzio|sdružení|združenie|"
    r"zajednica\s+(?:gospodarskih\s+subjekata|ponuditelja|ponuđača)|bietergemeinschaft|arbeitsgemeinschaft|arge|groupement|"
    r"консорциум|консорціум|combinatie|rti|ati|ute|联合体|聯合體)\s*[:：]\s*(?=\S)"
)
"""What several are together, before the first of them: ``Konsorcjum: Aa S.A. (lider), Bb S.A.``."""
_BACKER = (
    r"angel(?: investor)?|business angel|angel-?investor(?:in)?|privatinvestor(?:in)?|private investor|"
    r"inversora? ángel|ángel inversor|investidora? anjo|investisseu(?:r|se) providentiel(?:le)?|"
    r"エンジェル投資家|個人投資家|엔젤\s?투자자|개인\s?투자자|"
    r"(?:知名|著名|个人|個人)?天使(?:投资人|投資人|投资者|投資者)|(?:知名|著名|个人|個人)(?:投资人|投資人)"
)
"""What a person is called who gives money of his own."""
_LEAD = (
    rf"{_BACKER}|"
    r"(?:co[- ]?)?lead(?:s|er|ing)?(?: (?:investor|partner|applicant|bank|manager|arranger))?|led|chef de file|"
    r"capofila|federführ(?:end|ung|er)|konsortialführer|líder|lider|coordinator|koordinator|coordinateur|coordinador|mandataire|"
    r"consortium leader|participant|follow[- ]?on|anchor(?: investor)?|"
    r"(?:加?[盖蓋][单單]?[位]?公?章|签章|簽章|公章)|"
    r"(?:联合|聯合|独家|獨家)?(?:领投|領投|跟投)(?:方|人|机构|機構)?|独家投资|牵头(?:方|人|单位)?|牽頭(?:方|人|單位)?|主导|老股东|新股东"
)
_IN_BRACKETS = later(rf"(?i)\s*[(（\[【]\s*(?:{_LEAD})\s*[)）\]】]\s*$")
_LEADS = later(rf"(?i)[(（\[【]\s*(?:{_LEAD})\s*[)）\]】]")
_LED_BY = later(r"(?i)(?:led|co-led|joint(?:ly)? led|backed|funded|financed) by\s+(?=\S)")
_IN_CHINESE = later(
    r"(?:由)?(?P<name>[^:：]{2,}?)(?:联合|聯合|独家|獨家|共同)?(?:领投|領投|跟投)(?:方|人|机构)?|由(?P<by>[^:：]{2,}?)(?:投资|出资)"
)
_ANGEL = later(
    r"(?:(?:知名|著名|个人|個人)?天使(?:投资人|投資人|投资者|投資者)|(?:知名|著名|个人|個人)(?:投资人|投資人))"
    r"[:：\s]*(?P<name>[\u3400-\u9fffA-Za-z][\u3400-\u9fffA-Za-z. ·]{1,20})"
)
_BACKER_FIRST = later(rf"(?i)(?!angel\s(?!investor))(?:{_BACKER})\s*[:：]?\s+(?=\S)")
"""Angel alone is a first name: ``Angel David Muster``."""
_NO_PERSON = later(r"(?:俱乐部|联盟|协会|基金|网络|团队|公司|等|们|集团|平台|组织)$")
_NEXT_LABEL = later(
    r"(?<=\S)\s+(?=(?:领投|領投|跟投|联合领投|co-?investors?|followers?|participants?)[^\s:：]{0,2}\s?[:：])",
    re.IGNORECASE,
)
_TO = (
    r"z\.\s?hd\.?|zu händen|zhd\.?|c/o|attn\.?|att\.|attention\s*:|p\.\s?a\.|t\.\s?a\.\s?v\.|à l['’]attention de|"
    r"(?:contact(?: person)?|ansprechpartner(?:in)?|kontakt(?:person)?|contacto|referente|address|adresse|anschrift|"
    r"dirección|indirizzo|mobile|e-?mail|web|website|联系人|聯絡人|(?:注册|办公|联系)?地址|住所|(?:联系)?电话|手机)\s*[:：]|"
    r"(?:tel|telefon|telephone|phone|fax|mob)\.?\s*[:：]?\s*(?=[+(\d])"
)
_CONTACT = later(rf"(?i)\s*[,，;；\n(（\[|–-]*\s*(?<![\w.])(?:{_TO})[\s:：]*.*$", re.DOTALL)
_REACHED = later(r"(?i)[\s,，;(（|<–-]+(?:https?://\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.\w+)+)[)）>]?\s*$")
_STREET = later(
    r"\s*[,，\n]\s*(?:"
    r"[^\W\d_][\w .-]*(?:straße|strasse|str\.|weg|platz|allee|gasse|damm|ufer|chaussee|ring)"
    r"\s*\d{1,4}\s?[a-z]?(?:\s*[-–/+]\s*\d{1,4}\s?[a-z]?)?"
    r"|\d{1,5}[a-z]?(?:\s*[-–]\s*\d{1,5})?,?\s+[^\W\d_][^,\n]*?(?<![^\W_])"
    r"(?:street|st\.?|road|rd\.?|avenue|ave\.?|lane|drive|blvd\.?|boulevard|square)"
    r"|\d{1,4}(?:\s?bis|\s?ter)?,?\s+(?:rue|avenue|av\.|boulevard|bd|place|chemin|route|quai|allée|impasse|cours)\s[^,\n]+"
    r"|(?:via|viale|piazza|corso|largo|calle|c/|avenida|avda?\.|av\.|paseo|plaza|carrer|rua|praça|"
    r"ul\.|ulica|al\.|aleja|pl\.|os\.)\s+[^,\n]+?,?\s*\d{1,4}\s?[a-z]?"
    r")(?:\s*[,，\n].*)?$",
    re.IGNORECASE | re.DOTALL,
)
_ROAD = later(r"\s*[,，\n ]\s*[\u4e00-\u9fff]{2,12}[路街道巷]\d{1,5}(?:号|號|弄).*$", re.DOTALL)
_REGISTER = later(
    r"(?i)\s*[,(（;]\s*(?:(?:amtsgericht|registergericht|ag)\s+[^\d,()]{2,30}[,:]?\s*)?(?:hrb|hra|gnr|vr)[\s-]?\d{1,6}\s?[a-z]?\s*[)）]?\s*$"
)
_MARKS, _CARE = later("[,，;；]"), later(r"(?i)(?<!\w)c/o\s")
_MARK_OF_A_PERSON = ", attn. "
_BEHIND = (_CONTACT, _REACHED, _STREET, _ROAD, _REGISTER)


def labels_apart(text: str) -> str:
    """A cell with a semicolon before each further label of roles: ``领投方：甲资本 跟投方：乙创投``.

    Lines of an address or a contact go to the line above, behind a comma; a person's too, where an address follows.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and any(map(_is_beside, lines[1:])):
        of_persons = [is_like_a_person(line) and is_company(lines[0]) for line in lines]
        marks = [", " if _is_beside(line) else _MARK_OF_A_PERSON if person else "\n"
                 for line, person in zip(lines[1:], of_persons[1:], strict=True)]  # fmt: skip
        text = lines[0] + "".join(mark + line for mark, line in zip(marks, lines[1:], strict=True))
    return _NEXT_LABEL.sub("; ", text)


def _is_beside(line: str) -> bool:
    """Whether a line is a street, a town with its postcode, or how somebody is reached."""
    behind = f", {line}"
    return is_town(line) or any(pattern.fullmatch(behind) for pattern in _BEHIND)


def tells_roles(text: str) -> bool:
    """Whether one of several names in a cell has its role behind it, so that commas part names: ``Aa (lead), Bb``."""
    return _LEADS.search(text) is not None


def without_contact(text: str) -> str:
    """A name without what stands behind it and is none: whom to ask, a street, a number, a link; else as it is.

    What holds another company stays, but for the one that letters go through.
    """
    name = text
    for pattern in _BEHIND:
        rest = pattern.sub("", name, count=1).rstrip(" ,，;；\n(（–-|")
        others = _MARKS.split(name[len(rest) :])[1:]
        if len(_LETTERS.findall(rest)) > 1 and (_CARE.search(name) or not any(map(is_company, others))):
            name = rest
    return name


def without_role(text: str) -> str:
    """A name without what it does in the deal, before or behind it; as it is where no name would be left."""
    name = _without_label(text.strip())
    name = _LED_BY.sub("", name, count=1) if _LED_BY.match(name) else name
    name = _IN_BRACKETS.sub("", name) or name
    if match := _IN_CHINESE.fullmatch(name):
        name = match["name"] or match["by"]
    angel = _ANGEL.fullmatch(name)
    name = angel["name"] if angel and not _NO_PERSON.search(angel["name"]) else name
    behind = _BACKER_FIRST.sub("", name, count=1) if _BACKER_FIRST.match(name) else ""
    name = behind if is_like_a_person(behind) else name
    return name if len(_LETTERS.findall(name)) > 1 else text


def _without_label(text: str) -> str:
    """A text without a word for a role and a colon in front: ``Lead investor: Aa``, ``供应商：甲公司``.

    A word for any party right before a colon and a letter may be a part of the name: ``Startup:Aaeducation``; and so is
    one in small letters before others: ``charity: aa``.
    """
    text = _TOGETHER.sub("", text, count=1) if _TOGETHER.match(text) else text
    match = _LABEL.match(text)
    if match is None:
        return text
    label = match[1].strip()
    known = known_word("deals", label)
    is_role = known is not None and known.field == "parties" and not known.weak
    is_styled = text[: match.end()].endswith(":") or (
        label.isascii() and label.islower() and text[match.end()].islower()
    )
    if known is not None and known.role == COMMON_ROLE and is_styled:
        return text
    return text[match.end() :] if is_role or re.fullmatch(f"(?i){_LEAD}", label) else text
