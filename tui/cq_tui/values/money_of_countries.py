"""Which currency each country has, by ISO 3166-1 alpha-2: most currencies begin with the code of theirs."""

from functools import cache

_OWN = """AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF
CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD
HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR
LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB
PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL
THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST YER ZAR ZMW""".split()
_SHARED = {
    "EUR": "AD AT BE BG CY DE EE ES EU FI FR GF GP GR HR IE IT LT LU LV MC ME MQ MT NL PT RE SI SK SM VA XK YT",
    "USD": "AS EC FM GU MH MP PR PW SV TL VG VI ZW",
    "XOF": "BF BJ CI GW ML NE SN TG",
    "XAF": "CF CG CM GA GQ TD",
    "XCD": "AG AI DM GD KN LC MS VC",
    "XPF": "NC PF WF",
    "AUD": "CC CX KI NF NR TV",
    "NZD": "CK NU PN TK",
    "GBP": "GG IM JE",
    "DKK": "FO GL",
    "NOK": "SJ",
    "CHF": "LI",
    "ILS": "PS",
    "MAD": "EH",
    "ANG": "CW SX",
}


@cache
def money_of_countries() -> dict[str, str]:
    """The code of each country to that of its currency."""
    shared = {country: code for code, countries in _SHARED.items() for country in countries.split()}
    return {code[:2]: code for code in _OWN} | shared
