"""The names of months in the languages that lists come in, and their beginnings."""

import re
from functools import cache

from cq_tui.values.units import folded

_NAMES = """
january february march april may june july august september october november december
januar februar märz april mai juni juli august september oktober november dezember
jänner feber maerz april mai juni juli august september oktober november dezember
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień
stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
januari februari maart april mei juni juli augustus september oktober november december
styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
ιανουάριος φεβρουάριος μάρτιος απρίλιος μάιος ιούνιος ιούλιος αύγουστος σεπτέμβριος οκτώβριος νοέμβριος δεκέμβριος
ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου
""".strip()
_WHOLE_NAMES = """
leden únor březen duben květen červen červenec srpen září říjen listopad prosinec
ledna února března dubna května června července srpna září října listopadu prosince
január február marec apríl máj jún júl august september október november december
januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra
január február március április május június július augusztus szeptember október november december
jan febr márc ápr máj jún júl aug szept okt nov dec
ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
januar februar marts april maj juni juli august september oktober november december
januari februari mars april maj juni juli augusti september oktober november december
tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu
januar februar mart april maj jun jul avgust septembar oktobar novembar decembar
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
gener febrer març abril maig juny juliol agost setembre octubre novembre desembre
xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro
siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac
siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca
janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris
janvāra februāra marta aprīļa maija jūnija jūlija augusta septembra oktobra novembra decembra
janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī
sausis vasaris kovas balandis gegužė birželis liepa rugpjūtis rugsėjis spalis lapkritis gruodis
sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio
jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember
jaanuari veebruari märtsi aprilli mai juuni juuli augusti septembri oktoobri novembri detsembri
јануар фебруар март април мај јун јул август септембар октобар новембар децембар
януари февруари март април май юни юли август септември октомври ноември декември
""".strip()
"""Of these only the whole: their beginnings are those of other months elsewhere, as of *marraskuu* and *march*."""
_SHORT = {"sept": 9, "paź": 10, "dic": 12, "déc": 12, "aoû": 8, "mrz": 3, "gen": 1, "ene": 1, "sty": 1, "lis": 11}
_CHINESE = dict(
    zip("一 二 三 四 五 六 七 八 九 十 十一 十二 元 正 冬 腊".split(), [*range(1, 13), 1, 1, 11, 12], strict=True)
)
LETTERS = "a-zà-öø-žа-яёіїєґјљњћџђ\u0300-\u036f\u0370-\u03ff"


@cache
def _beginnings() -> dict[str, int | None]:
    """Names and their beginnings of three letters or more to the month; None where two months begin so."""
    found: dict[str, int | None] = {}
    for line in folded(_NAMES).split("\n"):
        for number, name in enumerate(line.split(), 1):
            for end in range(3, len(name) + 1):
                beginning = name[:end]
                found[beginning] = number if found.get(beginning, number) == number else None
    lines = (*folded(_WHOLE_NAMES).split("\n"), *folded(_NAMES).split("\n"))
    whole = {name: number for line in lines for number, name in enumerate(line.split(), 1)}
    return found | whole | _SHORT


def month_named(text: str) -> int | None:
    """The month of a number, a name or its beginning, or a Chinese name."""
    left = re.sub(r"月份?$|(?<=kuu)ta$", "", folded(text)).rstrip(".")
    if left.isdigit() and 1 <= int(left) <= 12:
        return int(left)
    return _CHINESE.get(left) or _beginnings().get(left)
