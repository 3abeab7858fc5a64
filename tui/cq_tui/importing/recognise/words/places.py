"""Tells cells and headers of places: ``Antioquia``, 北京-朝阳区; ``Dpto Muni Contratista``."""

from functools import cache
from pathlib import Path

from cq_tui.importing.recognise.words.bodies_like_places import is_body_like_a_place
from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.values.expressions import later

_FILE = Path(__file__).parent / "places.txt"
_PIECES = later(r"\s*[,;/|·(（、，]\s*|\s+[-–—]\s+|(?<=[\u3400-\u9fff])[-–—]")
_CHINESE = later(
    r"[\u3400-\u9fff]{1,9}(?:省|市|自治区|自治州|特别行政区|特別行政區|县|縣|区|區|州|盟|旗|镇|鎮|乡|鄉|都|府|県|村)"
)
_WORDS = frozenset(
    map(
        key_of,
        """dpto depto dpt departamento département muni mun mpio municipio municipios município municipality provincia
        província province prov bundesland kreis landkreis ort stadt gemeinde région región região regione region state
        estado estados county district distrito district localidad localidade località localité ciudad cidade città
        ville city town village kraj okres obec województwo powiat gmina miasto län fylke kommun maakunta kunta megye
        település județ oraș область город район uf ubicación lugar location standort""".split(),
    )
)
_CHINESE_WORDS = ("省", "城市", "地区", "所在地", "区县", "地市", "都道府県", "市町村", "시도", "시군구")


def is_place(cell: str) -> bool:
    """Whether a cell names a place that is known, or by what it is: a province, a city of one, 朝阳区."""
    first, *_more = [piece for piece in _PIECES.split(cell.strip()) if piece.strip()] or [""]
    if key_of(first) in _places():
        return True
    return _CHINESE.fullmatch(first) is not None and not is_body_like_a_place(first)


def says_place(header: str) -> bool:
    """Whether a header has a word for a sort of place beside another: ``Dpto Muni Contratista``, ``投资方省份``."""
    words = key_of(header.replace("_", " ")).split()
    return not _WORDS.isdisjoint(words) or any(word in header for word in _CHINESE_WORDS)


@cache
def _places() -> frozenset[str]:
    lines = (line for line in _FILE.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return frozenset(key_of(name) for line in lines for name in line.partition("\t")[2].split("|"))
