"""How exactly a number is told by the words around it: ``约20亿``, ``up to 5m``, ``上限20万円``, ``5亿元以上``."""

from cq_tui.values.codes import Bound
from cq_tui.values.expressions import later

_BOUNDS = (
    (
        Bound.AT_MOST,
        ("up to", "最高限额", "最高额", "最高", "不超过", "不逾", "bis zu", "jusqu'à", "maximum", "max.", "max ",
         "at most", "not exceeding", "not more than", "no more than", "höchstens", "maximal", "hasta", "fino a",
         "até", "au maximum", "maks.", "≤", "<=", "补助上限额", "補助上限額", "限度額", "限度额", "上限額", "上限额",
         "上限", "最大", "最多", "至多", "až ", "do ", "maximálně", "nejvýše", "najviac", "maksymalnie",
         "nie więcej niż", "najviše", "legfeljebb", "maximaal", "tot ", "upp till", "högst", "op til", "inntil",
         "opptil", "enintään", "до ",
         "не более", "не більше", "en fazla", "iki ", "līdz ", "kuni ", "έως ", "μέχρι "),
    ),
    (
        Bound.NEARLY,
        ("近", "nearly", "close to", "almost", "fast", "près de", "cerca de", "blisko"),
    ),
    (
        Bound.AT_LEAST,
        ("不少于", "不低于", "至少", "at least", "not less than", "no less than", ">=", "≥", "mindestens", "vähintään",
         "legalább", "minst", "minimaal", "nejméně", "co najmniej", "не менее", "не менше", "en az", "τουλάχιστον"),
    ),
    (
        Bound.OVER,
        ("超过", "超", "逾", "over", "more than", ">", "über", "mehr als", "plus de", "más de", "oltre", "più di",
         "ponad", "přes", "více než", "över ", "mer än", "yli ", "több mint", "meer dan", "mere end", "свыше", "более",
         "понад", "більше", "preko", "više od", "daugiau nei", "vairāk nekā", "rohkem kui", "πάνω από"),
    ),
    (
        Bound.ABOUT,
        ("大约", "约", "約", "大概", "预计", "about", "approximately", "approx.", "approx", "around", "circa", "ca.",
         "ca ", "cca.", "cca ", "est.", "estimated", "~", "≈", "rund", "etwa", "environ", "env.",
         "aproximadamente", "aprox.", "około", "ok.", "asi ", "přibližně", "kb.", "kb ", "körülbelül", "noin",
         "ungefär", "cirka", "ongeveer", "приблизно", "около", "примерно", "близько", "yaklaşık", "oko ", "apie",
         "aptuveni", "umbes", "περίπου"),
    ),
)  # fmt: skip
_WORDS = tuple(word for _bound, words in _BOUNDS for word in words)
_BEHIND = later(r"^[\s:は】\])）]*(?:(?:年度|年間|一件|1件)(?:で|あたり|につき)?)?[\s:]*")
"""What stands between a bound and its number: ``上限は年度で52万円``, ``补助上限额:10万円``."""
_ABOUT = ("~", "≈")
"""Behind another bound, which says more: ``up to ~$2bn``."""
_FROM = later(r"(?<=[万亿元])(?:及?以上|起)$")
_PLUS = later(r"(?<=[^\W\d_]|[€$£¥])\s?\+$")
"""A plus behind a unit or a currency, ``$2.0B+``: that much is told, and maybe more."""
_MORE = later(r"(?<=\d)\s*(?:余|多|\+)|(?<=[万亿元])(?:余|多|\+)$")
_SOME = later(r"(?<=[\d千百万亿元])\s*(?:左右|上下)$|\s*\((?:est\.?|estimated|估|预计|about)\)$")


_MAY_BE_BEHIND = later(r"[上起余多左+(]")
"""What all of these have in them: most numbers have nothing of it, and need no other look."""


def without_bound(text: str) -> tuple[str, Bound]:
    """The number's own words, folded as they were given, and how exactly they say it."""
    for bound, words in _BOUNDS if text.startswith(_WORDS) else ():
        for word in words:
            if text.startswith(word):
                left = _BEHIND.sub("", text.removeprefix(word)).strip()
                return (left[1:].strip() if left.startswith(_ABOUT) else left), bound
    if not _MAY_BE_BEHIND.search(text):
        return text, Bound.EXACT
    if _FROM.search(text):
        return _FROM.sub("", text).strip(), Bound.AT_LEAST
    if _PLUS.search(text) and not _MORE.search(text):
        return _PLUS.sub("", text).strip(), Bound.AT_LEAST
    if _MORE.search(text):
        return _MORE.sub("", text).strip(), Bound.OVER
    if _SOME.search(text):
        return _SOME.sub("", text).strip(), Bound.ABOUT
    return text, Bound.EXACT
