"""Names that look like those of persons: a courtesy title or a common first name in front, a common Chinese surname."""

from functools import lru_cache

from cq_tui.importing.recognise.words.courtesy_titles import is_courtesy_title
from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.values.expressions import later

_FIRST = frozenset(
    key_of(name)
    for name in """
    adam adrian agnes ahmed alain alan albert alejandro alessandro alexander alexandra alexandre alexei alfred alice
    ali alina amanda amir ana anders andrea andreas andrei andrej andrew andrzej angela angelika anita ann anna
    anne annette anthony antoine anton antonio arthur astrid barbara beata beate beatriz ben benjamin bernard
    bernd bernhard birgit bjorn bob brian bruno carla carlo carlos carmen carol carolina caroline catherine
    cecilia charles charlotte christian christina christine christoph christophe christopher claire claudia
    claudio claus cornelia cristina daniel daniela dave david deborah denis denise dennis diana diego dieter
    dirk dmitri dominique donald dorothea edith eduardo edward elena elisabeth elizabeth emil emilia emily emma
    eric erik erika esther eva evelyn fabio fatima felix fernando florian francesco francisco francois frank
    franz fred frederic friedrich gabriel gabriela gabriele gareth gary georg george gerald gerard gerhard
    giovanni giulia giuseppe gisela grzegorz guillaume gunter gustav hanna hannah hans harald harry hassan heidi
    heike heinrich heinz helen helena helga helmut henri henrik henry herbert hermann holger horst hugo ian
    ibrahim igor ingrid irena irene iris isabel isabelle ivan jack jacques jakob james jan jana jane janet
    janusz jason javier jean jeffrey jennifer jens jeremy jerzy jessica jiri joachim joanna joao jochen joe
    johan johann johannes john jonathan jorg jorge jose josef joseph juan judith julia julian julie jurgen
    justin karen karin karl karsten katarina katharina katherine kathrin kenneth kerstin kevin klaus krzysztof
    kurt lars laura laurent leon leonard liam linda lisa lorenzo louis louise luca lucas lucia luigi luis lukas
    magdalena manfred manuel marc marcel marcin marco marcus margaret maria mariana marie marina mario marion
    mark markus martha martin martina mary massimo mateusz matthew matthias maurice max maximilian michael
    michaela michal michel michele miguel mike mikhail mohamed mohammed monica monika nadia nancy natalia
    natalie nathalie neil nicholas nick nicola nicolas nicole nikolai nils nina norbert olaf olga oliver olivier
    oscar otto pablo paola paolo patricia patrick paul paula pavel pedro peter petr petra philip philipp
    philippe pierre piotr rachel rafael rainer ralf raphael rebecca reinhard renate ricardo richard rita robert
    roberto roger roland rolf roman ronald rosa rudolf ruth ryan sabine samuel sandra sara sarah sebastian serge
    sergei sergio silke silvia simon simone sofia sonja stefan stefania stefano steffen stella stephan stephane
    stephanie stephen steve steven susan susanne sven svetlana sylvia sylvie tatiana teresa theodor theresa
    thierry thomas tim timothy tobias tom tomas tomasz ulrich ulrike ursula uwe valentina valerie vera veronica
    veronika victor victoria viktor vincent vladimir volker walter werner wilhelm william wojciech wolfgang yves
    yvonne zoltan анна александр александра алексей андрей антон валентина василий виктор владимир галина
    дмитрий евгений екатерина елена иван игорь ирина константин людмила мария марина михаил наталья николай олег
    ольга павел петр роман светлана сергей татьяна юлия юрий""".split()
)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔"
    "钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_CHINESE = later(rf"[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}(?:先生|女士|小姐)?")
_NAME = later(r"[^\W\d_](?:[^\W\d_]|['’.-])*")
_MOST_WORDS, _LEAST = 4, 2


def is_like_a_person(name: str) -> bool:
    """Whether a name is like that of a person: ``Dr. Eva Muster``, ``Jan Kowalski``, 张三; so may firms be."""
    if _CHINESE.fullmatch(name):
        return True
    words = name.replace(",", " ").split()
    if not _LEAST <= len(words) <= _MOST_WORDS or not all(map(_NAME.fullmatch, words)):
        return False
    first = words[0]
    return first[0].isupper() and _is_first(first)


def is_first_name(word: str) -> bool:
    """Whether a word is a common first name, or a title in its place: ``Eva``, ``Dr.``."""
    return _is_first(word)


@lru_cache(16_384)
def _is_first(word: str) -> bool:
    return key_of(word) in _FIRST or is_courtesy_title(word)
