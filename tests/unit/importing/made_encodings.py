"""Made lists as people of many countries save them: English headers, names and texts in their language, few accents."""

from random import Random

POOLS = {
    "zh": "年产新能源汽车零部件生产线项目 重庆智联精密制造有限公司 高端装备研发中心 绿色铝材深加工基地 "
    "长江物流园二期 生物医药产业园 贵阳 成都 昆明 数字经济合作协议 四川锦川材料股份有限公司 "
    "轨道交通检测平台 氢能示范工程 半导体封装测试厂 待定 现代农业示范区",
    "zh-Hant": "電動車零組件生產線 臺北精密工業股份有限公司 高雄港物流園區 半導體封裝測試廠 新竹研發中心 "
    "綠能儲能案場 臺中 桃園 智慧製造合作備忘錄 永續發展基金 生技醫藥園區 資料中心 東海電子企業社 "
    "鋼鐵廠擴建 觀光飯店 風力發電場",
    "ja": "自動車部品工場の新設 東海精密工業株式会社 研究開発センター 大阪 福岡 半導体後工程ライン "
    "再生可能エネルギー事業 トヨカワ製作所 港湾物流拠点の整備 水素ステーション 名古屋 "
    "データセンター 食品加工プラント 提携に関する覚書 ロボット開発",
    "ko": "전기차_부품_공장_신설 한빛정밀공업_주식회사 서울 부산 반도체_후공정_라인 연구개발센터 "
    "재생에너지_사업 물류단지_조성 대구 수소_충전소 동해전자 바이오_의약품_공장 데이터센터_건립 "
    "양해각서_체결 스마트_제조 인천",
    "pl": "Łódź Świętokrzyska Gdańsk Wrocław Kraków Fabryka_części Żelazna_Huta Budowa_drogi "
    "Zakład_produkcyjny Śląsk Nowy_Sącz Rozwój_spółki Węgiel Hurtownia Magazyn Energia Poznań "
    "Park_technologiczny Spółka_akcyjna Rzeszów",
    "cs": "České_Budějovice Závod_na_výrobu Škoda Plzeň Výzkumné_centrum Příbram Ostrava Brno Železárny "
    "Elektrárna Hradec_Králové Továrna Rozšíření_závodu Zlín Ústí_nad_Labem Sklárny "
    "Logistický_park Liberec Děčín Průmyslová_zóna",
    "hu": "Győr Székesfehérvár Gyár_bővítése Kutatóközpont Debrecen Magyar_Acélművek Fejlesztés Erőmű "
    "Szeged Logisztikai_központ Gyógyszergyár Miskolc Járműipari_beruházás Budapest Hűtőgépgyár "
    "Pécs Napelem_park Egyesült_Művek",
    "ru": "Строительство_завода Новосибирск ООО_Северная_сталь Логистический_центр Казань "
    "Нефтехимический_комплекс Урал Модернизация_линии Екатеринбург Фармацевтика "
    "Солнечная_электростанция Производство_деталей Самара Порт",
    "de": "Werk_für_Getriebe München Müller_Präzision_GmbH Köln Düsseldorf Forschungszentrum Gießerei "
    "Österreich Halle Erweiterung Maschinenbau Lübeck Straßenbau Nürnberg Solarpark Kassel "
    "Stahlhütte Bremen Grüne_Energie Werk",
    "fr": "Usine_de_pièces Société_générale_d'équipement Orléans Création_d'un_centre Rhône "
    "Énergie_solaire Besançon Lyon Métaux Développement Entrepôt Nîmes Marché_public Paris "
    "Hôtel_de_ville Région Grenoble Forêt Sidérurgie",
    "es": "Fábrica_de_piezas Compañía_española Logroño Córdoba Energía_eólica Málaga Ampliación "
    "Puerto_de_Cádiz Diseño Madrid León Construcción Investigación Cooperación_técnica Almería "
    "Cañada Valencia Planta Minería",
    "sv": "Göteborg Malmö Utvecklingscentrum Stålverk Västerås Anläggning Fabrik_för_delar Örebro "
    "Vindkraft Luleå Kraftnät Jönköping Stockholm Lager Skövde Grön_energi Växjö Uppsala "
    "Norrköping Återvinning",
    "tr": "İstanbul Fabrika_inşaatı Gaziantep Güneş_enerjisi Şirketi Diyarbakır Çelik_üretim_tesisi "
    "Araştırma_merkezi İzmir Muğla Sağlık Bursa Lojistik_üssü Kırıkkale Anlaşması Yatırım "
    "Otomotiv Eskişehir Geliştirme",
    "el": "Θεσσαλονίκη Εργοστάσιο_εξαρτημάτων Αθήνα Ηλιακό_πάρκο Ελληνική_Χαλυβουργία Πάτρα "
    "Κέντρο_έρευνας Επέκταση Λιμάνι Κρήτη Εταιρεία_ενέργειας Βιομηχανία Ανάπτυξη Λάρισα",
    "ar": "مصنع_قطع_السيارات شركة_الشمال_للصناعات القاهرة مركز_البحوث دبي محطة_الطاقة_الشمسية ميناء جدة "
    "مشروع_توسعة الرياض",
    "he": "מפעל_חלקים חיפה חברת_הצפון_בעמ מרכז_מחקר תל_אביב אנרגיה_סולארית נמל אשדוד הרחבת_מפעל באר_שבע",
    "th": "โรงงานชิ้นส่วนยานยนต์ บริษัทเหนือจำกัด กรุงเทพ ศูนย์วิจัย ชลบุรี พลังงานแสงอาทิตย์ ท่าเรือ ระยอง ขยายโรงงาน เชียงใหม่",
}
"""Words that nobody's list holds, by language; a blank inside of one is written as an underscore."""
CASES = (
    ("zh", "gb18030"), ("zh-Hant", "big5"), ("ja", "cp932"), ("ja", "euc_jp"), ("ko", "cp949"), ("pl", "cp1250"),
    ("cs", "cp1250"), ("hu", "cp1250"), ("pl", "iso8859_2"), ("ru", "cp1251"), ("ru", "koi8_r"), ("de", "cp1252"),
    ("fr", "cp1252"), ("es", "cp1252"), ("sv", "cp1252"), ("tr", "cp1254"), ("el", "cp1253"), ("ar", "cp1256"),
    ("he", "cp1255"), ("th", "cp874"), ("zh", "utf_16_le"), ("ja", "utf_16_be"), ("ru", "utf_16_le"),
)  # fmt: skip


def made_list(language: str, rows: int, chance: Random) -> str:
    """A list of some rows; its text in one language, some of its names with plain words beside them."""
    pool = [word.replace("_", " ") for word in POOLS[language].split()]
    lines = ["title,investor,amount (EUR),type,place"]
    for number in range(rows):
        title, investor, place = chance.sample(pool, 3)
        tail = " AG" if chance.random() < 0.3 else ""
        lines.append(f"{title} {number},{investor}{tail},{chance.randrange(1, 9_999) * 1000},investment,{place}")
    return "\n".join(lines) + "\n"


def list_with_one_word(language: str, rows: int, chance: Random) -> str:
    """A list in English, of which one cell alone holds characters beyond ASCII."""
    word = chance.choice([one for one in POOLS[language].split() if not one.isascii()]).replace("_", " ")
    lines = ["title,investor,amount (EUR),type,place"]
    for number in range(rows):
        place = word if number == rows // 3 else "North"
        lines.append(f"Plant {number},Aa {number} Ltd,{number + 1}00,investment,{place}")
    return "\n".join(lines) + "\n"
