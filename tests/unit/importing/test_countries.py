"""Countries by every name that lists give them: short and long forms, codes, parts of the United Kingdom, languages."""

import pytest
from cq_tui.importing.recognise.words.code_lookup import code_lookup, is_country
from cq_tui.kinds import kinds

COUNTRIES = kinds()["deals"].by_name["countries"]


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("SE", "SE|SWE|Sweden|Kingdom of Sweden|瑞典|Schweden|Suède|Szwecja"),
        ("FI", "FIN|Finland|芬蘭|Republic of Finland"),
        ("GB", "UK|U.K.|England|Scotland|Wales"),
        ("GB", "Northern Ireland|苏格兰"),
        ("GB", "United Kingdom of Great Britain and Northern Ireland"),
        ("US", "USA|U.S.A.|United States of America|Vereinigte Staaten|美利坚合众国"),
        ("CD", "COD|DR Congo|Democratic Republic of the Congo|Congo, Dem. Rep.|刚果民主共和国"),
        ("CG", "COG|Republic of the Congo|Congo, Rep."),
        ("KR", "KOR|Republic of Korea|South Korea|Korea, Rep.|大韩民国"),
        ("KP", "PRK|North Korea|Democratic People's Republic of Korea"),
        ("DE", "DEU|Federal Republic of Germany|Deutschland|Allemagne|Niemcy|ドイツ"),
        ("NL", "NLD|the Netherlands|Kingdom of the Netherlands|Holland|Pays-Bas"),
        ("CZ", "Czechia|Czech Republic|捷克"),
        ("TZ", "Tanzania, United Republic of|United Republic of Tanzania"),
        ("GM", "Gambia, The|The Gambia"),
        ("PH", "the Philippines|The Republic of the Philippines"),
        ("JO", "the Hashemite Kingdom of Jordan|Hashemite Kingdom of Jordan"),
        ("PS", "Palestinian Authority|the State of Palestine"),
        ("SA", "the Kingdom of Saudi Arabia"),
        ("VN", "Viet Nam|Vietnam|Socialist Republic of Viet Nam"),
        ("CN", "CHN|People's Republic of China|中华人民共和国|Chine"),
        ("RU", "RUS|Russian Federation|俄罗斯联邦|俄羅斯|РФ|Российская Федерация|Russische Federatie|Venäjä"),
        ("US", "VS|V.S.|Verenigde Staten van Amerika|EUA|E.U.A.|EE.UU.|EE. UU.|EEUU|É.-U.|E.-U.|États-Unis d'Amérique"),
        ("US", "США|Соединенные Штаты|САЩ|САД|SAD|ZDA|SUA|ABD|JAV|ASV|ΗΠΑ|Yhdysvallat|Spojené státy|美国|米国|미국|Mỹ"),
        ("GB", "VK|V.K.|Verenigd Koninkrijk|R.-U.|R.U.|W. Brytania|İngiltere|İNGİLTERE|INGILTERE|영국|英國"),
        ("GB", "Великобритания|Iso-Britannia|Storbritannia|Nagy-Britannia|Marea Britanie|Anh|بريطانيا"),
        ("AE", "VAE|EAU|ZEA|SAE|ОАЭ|ОАЕ|FAE|BAE|阿联酋|Verenigde Arabische Emiraten|الإمارات|아랍에미리트"),
        ("CN", "КНР|ChRL|Kiina|Čína|Κίνα|Tiongkok|Volksrepubliek China|VR China"),
        ("KR", "Südkorea|Suedkorea|SUDKOREA|Zuid-Korea|Dél-Korea|한국|韓国|Республика Корея"),
        ("BE", "BELGIE|België|BELGIQUE|Belgien|Βέλγιο"),
        ("CZ", "TSJECHIE|Tsjechië|CESKO|Česko|ČR"),
        ("RS", "SERVIE|Servië|Srbija|Србија"),
        ("UA", "OEKRAINE|Oekraïne|Україна|Украина"),
        ("SI", "SLOVENIE|Slovenië|Slowenien"),
        ("BR", "BRAZILIE|Brazilië|BRESIL|Brésil"),
        ("MK", "MACEDONIË|MACEDONIE|Macédoine|Mazedonien"),
        ("PH", "FILIPPIJNEN|Filipijnen|Filippinerne"),
        ("CW", "CURACAO|Curaçao"),
        ("AT", "Oesterreich|OSTERREICH|Østrig|Ausztria|Áo"),
        ("DK", "Daenemark|DANEMARK|Tanska"),
        ("ES", "ESPANA|España|Španělsko|Spanien"),
        ("NG", "NGA|Nga"),
        ("MY", "MY|My"),
        ("EU", "EU|欧盟"),
    ],
)  # fmt: skip
def test_names_of_countries(code: str, names: str) -> None:
    lookup = code_lookup(COUNTRIES)
    each = names.split("|")
    found = {name: lookup.codes(name) if not lookup.unknown(name, several=False) else () for name in each}
    assert found == dict.fromkeys(each, (code,))


def test_a_short_code_does_not_make_a_column_one_of_countries() -> None:
    assert not is_country("Bb")
    assert not is_country("USA")
    assert is_country("Germany")
    assert is_country("德国")
    assert not is_country("Berlin")
    assert not is_country("VAE")


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("Congo, DRC", "CD"), ("Congo, Democratic Republic of", "CD"), ("Congo, The Democratic Republic", "CD"),
        ("Congo, Republic", "CG"), ("Korea, North", "KP"), ("Korea, DPR", "KP"), ("Korea, Dem People'S Rep Of", "KP"),
        ("Korea, South", "KR"), ("Korea, Republic of", "KR"), ("Sudan, South", "SS"), ("Samoa, American", "AS"),
        ("Virgin Islands, U.S.", "VI"), ("Virgin Islands, British", "VG"), ("Ireland, Northern", "GB"),
        ("Guinea, Equatorial", "GQ"), ("Micronesia, Federated States of", "FM"), ("Macedonia, FYR", "MK"),
        ("France, United Kingdom", "FR GB"), ("China, South Korea", "CN KR"), ("Germany, France", "DE FR"),
    ],
)  # fmt: skip
def test_a_name_turned_round_at_its_comma_is_the_whole_of_it(cell: str, codes: str) -> None:
    assert list(code_lookup(COUNTRIES).codes(cell)) == codes.split()


@pytest.mark.parametrize("cell", ["Congo, Democratic", "Samoa, French", "Korea, Eastern"])
def test_what_tells_states_apart_is_never_left_out(cell: str) -> None:
    assert code_lookup(COUNTRIES).unknown(cell, several=True) == [cell]
    assert code_lookup(COUNTRIES).known_of(cell) is None
