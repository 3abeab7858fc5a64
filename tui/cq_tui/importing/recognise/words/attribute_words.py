"""Words for what an organisation has, which stand before whose it is: ``Adres gever``, ``Ort Empfänger``."""

from cq_tui.importing.recognise.words.known_words import key_of

_ADDRESSES = frozenset(
    map(
        key_of,
        """street address addr adresse anschrift adres adresa adrese dirección domicilio indirizzo endereço morada
        cím címe székhelye adress osoite адрес адреса διεύθυνση alamat 住所 주소""".split(),
    )
)
_WORDS = _ADDRESSES | frozenset(
    map(
        key_of,
        """ort stadt wohnort ville ciudad città cidade miasto město mesto plaats woonplaats stad város oraș grad
        kaupunki город місто kota sitz seat siège sede siedziba sídlo székhely bundesland province provincia
        kraj postcode zip plz postleitzahl psč ir. type typ tipologia tipologie tipo art kind soort rodzaj druh
        tip rechtsform legal_form category kategorie catégorie categoría pays país paese email mail phone
        telefon teléfono telefono website url count anzahl aantal počet liczba""".split(),
    )
)


_ALONE = _WORDS | frozenset(
    map(
        key_of,
        (
            *"""city town village municipality municipio município commune comune gemeinde gemeente obec gmina region
            région región regione state county
            district cp cap cep number numéro numero nummer id latitude longitude""".split(),
            *("postal code", "post code", "zip code", "code postal", "code postale", "código postal", "kod pocztowy"),
            *("registration number", "company number", "charity number", "tax number", "tax id", "vat number"),
        ),
    )
)
"""Words that say what somebody has where nothing stands beside them."""
_CHINESE = ("地址", "电话", "邮箱", "邮编", "地點", "電話")


def is_attribute(words: str) -> bool:
    """Whether words tell what somebody has, and not who it is."""
    key = key_of(words.replace("_", " "))
    return key in _WORDS or not _WORDS.isdisjoint(key.split(" ")) or any(one in words for one in _CHINESE)


def is_attribute_alone(words: str) -> bool:
    """Whether words say what somebody has, and nothing else."""
    return key_of(words.replace("_", " ")) in _ALONE or words.strip() in (*_CHINESE, "城市", "省份", "邮政编码")


def is_address(header: str) -> bool:
    """Whether a header says an address, which calls nothing."""
    key = key_of(header.replace("_", " "))
    return not _ADDRESSES.isdisjoint(key.split(" ")) or "地址" in header or "地點" in header


_OF = frozenset(map(key_of, "för for av hos till til für dla pro для".split()))
_NAMES = frozenset(
    map(
        key_of,
        """name names namn navn nimi nazwa název nazev naziv nafn bezeichnung firma firmanavn наименование название имя
        назва""".split(),
    )
)


def is_of_another(words: str) -> bool:
    """Whether words before whose it is say something else of it than its name: ``Sektor för`` köpare."""
    *what, joint = key_of(words.replace("_", " ")).split() or [""]
    return bool(what) and joint in _OF and _NAMES.isdisjoint(what)
