"""What encodings are called, and which are known."""

import codecs
from functools import cache

_NAMES = {
    "gb18030": "GB18030", "cp950": "Big5", "big5hkscs": "Big5-HKSCS", "cp932": "Shift-JIS", "euc_jp": "EUC-JP",
    "cp949": "EUC-KR", "koi8_r": "KOI8-R", "iso8859_2": "ISO-8859-2", "cp874": "Windows-874", "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16", "utf-8-sig": "UTF-8", "mac_roman": "Mac Roman",
    **{f"cp125{one}": f"Windows-125{one}" for one in range(9)},
}  # fmt: skip
_NO_FILES = (
    "idna", "punycode", "unicode-escape", "unicode_escape", "raw-unicode-escape", "raw_unicode_escape", "utf-7",
)  # fmt: skip
KNOWN = tuple(codec for codec in _NAMES if not codec.startswith("utf"))
"""The codecs that have a name here, but for those of Unicode."""
SUGGESTED = ("utf-8", "gb18030", "big5", "shift-jis", "euc-kr", "windows-1250", "windows-1252")


def called(codec: str) -> str:
    """What an encoding is called."""
    return _NAMES.get(codec, codec.upper().replace("_", "-"))


def option(codec: str) -> str:
    """How ``--encoding`` and MAP.toml name an encoding."""
    return called(codec).lower().replace(" ", "-")


@cache
def known_encoding(name: str) -> str:
    """The codec of an encoding's name, empty if there is none that files are saved in."""
    ours = {option(codec): codec for codec in _NAMES if not codec.startswith("utf")}
    named = ours.get(name.lower().replace("_", "-"), name)
    try:
        b"a".decode(named)  # an empty one is decoded without a look at the codec
        found = codecs.lookup(named).name
    except (LookupError, ValueError, UnicodeError):
        return ""
    return "" if found in _NO_FILES else found
