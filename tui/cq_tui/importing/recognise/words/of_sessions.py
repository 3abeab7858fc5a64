"""Words of headers that parts of a programme have, and that persons are called by in lists of them."""

from cq_tui.importing.recognise.words.header_grammar import take_apart
from cq_tui.values.expressions import later

_WHO_SPEAKS = later(
    r"(?i)(?<![^\W_])(?:speakers|presenters|panell?ists|moderators?|referent(?:en|innen)|redner|vortragende|intervenants?|"
    r"orateurs?|ponentes|oradores|oradoras|relatori|sprekers|prelegenci|řečníci|přednášející|talare|talere|puhujat|"
    r"докладчики|спикеры|konuşmacılar)(?![^\W_])|讲者|講者|演讲嘉宾|演講嘉賓|发言人|登壇者|登壇|スピーカー|발표자|연사"
)
_WHEN = later(
    r"(?i)(?<![^\W_])(?:start[\s_]*times?|end[\s_]*times?|times?|starts?|ends?|from|to|begins?|uhrzeit|beginn|ende|heures?|début|fin|"
    r"horas?|horario|horário|inicio|início|or[ae]|orario|inizio|fine|tijd|czas|godzina|čas|tid|время|saat)(?![^\W_])|"
    r"时间|時間|时刻|時刻|시간"
)
_WHERE = later(
    r"(?i)(?<![^\W_])(?:auditori(?:um|o)|rooms?|halls?|venues?|stages?|tracks?|raum|saal|bühne|salles?|salas?|sal[ae]|sál|zaal|lokale|"
    r"зал|salon)(?![^\W_])|会场|會場|会場|会议室|회의실"
)
_PERSON = later(
    r"(?i)(?:co[\s_-]?)?(?:founder|funder|owner|speaker|person|people|member|employee|staff|executive|officer|director|"
    r"leader|manager|guest|delegate|attendee|participant|author|expert|advisor|mentor|candidate|full|first)s?"
    r"(?:[\s_-]*(?:full[\s_-]*)?names?)?|(?:mit)?gründer(?:in)?(?:nen)?|inhaber(?:in)?|fondat(?:eur|rice|ore|ori)s?|"
    r"(?:co)?fundador(?:es|a)?|ponentes?|conferencistas?|oradore?s?|oradoras?|palestrantes?|conf[ée]renciers?|"
    r"intervenant(?:e|s|es)?|relator[ei]|relatric[ei]|conferen[țt]iari?|"
    r"zakladatel|założyciel|grundare|основатель|kurucu|nom et prénom|nombre y apellidos?|"
    r"(?:创始人|創始人|联合创始人|創辦人|创办人|创业者|嘉宾|人员|人物|高管|专家|成员|董事|负责人)(?:姓名|名字|名)?|姓名|氏名|名字|창업자|대표자명|이름"
)


def says_who_speaks(header: str) -> bool:
    """Whether a header says who speaks in a part of a programme: ``speakers``, ``speakers_name``, 讲者."""
    return _WHO_SPEAKS.search(header) is not None


def says_when(header: str) -> bool:
    """Whether a header may say at what time something begins or ends: ``startTime``, ``From``."""
    return _WHEN.search(header) is not None


def says_where(header: str) -> bool:
    """Whether a header says in which hall something takes place: ``Room``, ``auditorium``."""
    return _WHERE.search(header) is not None


def calls_persons(header: str) -> bool:
    """Whether a header says what persons are called, and nothing else: ``cofounder_name``, 姓名."""
    return _PERSON.fullmatch(take_apart(header).name.strip()) is not None
