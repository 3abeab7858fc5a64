"""Made strings that would take over a terminal, a table or a spreadsheet if anything let them. Nothing here is data."""

import re
from collections.abc import Iterator

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""What no terminal may get."""

_ENDS = ("\x07", "\x1b\\", "\x9c", "")
_OSC = ("0;owned", "1;icon", "2;title", "4;1;red", "7;file:///etc", "8;;http://evil.example", "10;?", "11;#000000",
        "52;c;aGFja2Vk", "52;p;?", "777;notify;a;b", "1337;File=:AAAA", "99;i=1;x", "133;A")  # fmt: skip
_CSI = ("31;7m", "2J", "H", "999;999H", "?1049l", "?25l", "6n", "c", ">c", "=c", "5n", "14t", "18t", "21t", "3J", "s",
        "u", "?1000h", "?1006h", "?2004h", "20h", "!p", "1;1r", "5i", "4i", "0q", "L", "M", "P", "@", "b")  # fmt: skip
_DCS = ('$q"p', "+q544e", "1$r", "tmux;\x1b\x1b]52;c;QQ==\x07", "0;0|17/ab", "q#0;2;0;0;0#0~~")
_SHORT = ("c", "7", "8", "D", "E", "M", "N", "O", "Z", "=", ">", "(0", ")B", "#8", "%G", " F", "n", "o", "|", "}")
_C0 = (*(chr(code) for code in range(0x20) if chr(code) not in "\n\t"), "\x7f")
_C1 = tuple(chr(code) for code in range(0x80, 0xA0))
_INVISIBLE = ("\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e",
              "\u2060", "\u2066", "\u2067", "\u2068", "\u2069", "\ufeff", "\u00ad", "\u061c", "\u180e", "\u2028",
              "\u2029", "\ufff9", "\ufffb", "\U000e0041", "\U000e007f")  # fmt: skip
_MARKUP = ("[/]", "[a=1]", "[bold]", "[@click=app.exit]go[/]", "[link=file:///etc/passwd]x[/link]", "[red", "]]",
           "[[", "[/bold][/bold]", "\\[", "[$accent]", "[on red]x", ":smile:", "{0}", "%s%n", "${HOME}",
           "`id`", "$(id)")  # fmt: skip
_FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", " =1", "\u00a0=1", "\u3000=1", "＝1", "＋1", "－1", "＠A1",
             '=HYPERLINK("http://evil.example")', "=cmd|' /C calc'!A0")  # fmt: skip
_BROKEN = tuple(
    bytes.decode("utf-8", "surrogateescape")
    for bytes in (
        b"\xff\xfe",
        b"\x80",
        b"\xc0\xaf",
        b"\xed\xa0\x80",
        b"\xf8\x88\x80\x80\x80",
        b"\xe4\xb8",
        b"\xd6\xd0\xb9\xfa",
    )
)
"""What Python makes of arguments and file names that are not UTF-8: GBK among them."""
_LARGE = ("x" * 19_000, "汉" * 6_000, "e\u0301" * 5_000, "a\u0300\u0301\u0302" * 300, "字 " * 4_000)


def payloads() -> Iterator[str]:
    """All of them, each with an ordinary word around it so that it can be looked for."""
    for text in (*_osc(), *(f"\x1b[{one}" for one in _CSI), *(f"\x9b{one}" for one in _CSI[:10]), *_dcs(),
                 *(f"\x1b{one}" for one in _SHORT), *_C0, *_C1, *_INVISIBLE, *_MARKUP, *_BROKEN, *_LARGE):  # fmt: skip
        yield f"a{text}z"
    yield from _FORMULAS


def _osc() -> Iterator[str]:
    for body in _OSC:
        for end in _ENDS[:2]:
            yield f"\x1b]{body}{end}"
    yield from (f"\x9d{body}\x9c" for body in _OSC[:6])


def _dcs() -> Iterator[str]:
    for body in _DCS:
        yield f"\x1bP{body}\x1b\\"
    yield from ("\x1b_Gi=1;AAAA\x1b\\", "\x1b^private\x1b\\", "\x1bXstart\x1b\\", "\x90q\x9c")
