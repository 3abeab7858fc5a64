"""Names of bodies that end as those of places do: 法務省 and 内閣府 of Japan, 人民政府, 产业联盟, 超市."""

from cq_tui.values.expressions import later

_MINISTRIES = (
    "務|务|業|业|産|产|科学|科學|文部|学術|大蔵|大藏|労働|勞動|劳动|厚生|交通|環境|环境|防衛|防卫|建設|運輸|郵政|自治|司法|宮内|軍|商工|"
    "農林|鉄道|逓信|国防|國防|国防総|內務|安全保障|保健|教育|文化|情報|労務|通信|厚労|経産|国交|文科|農水|総|デジタル"
)
"""What Japanese ministries are of, whose 省 is the province of Chinese."""
_BODIES = later(
    rf"(?:{_MINISTRIES})省(?:[\u3040-\u30ff\u3400-\u9fff]*[局庁課室部院所])?"
    r"|(?:政|内閣|內閣|总理|總理|総理|总统|總統|大統領|太政官|学|學|幕|元首)府"
    r"|[超夜菜]市|[联聯同欧歐东東]盟|[花国國]旗"
)


def is_body_like_a_place(cell: str) -> bool:
    """Whether a cell in Chinese or Japanese is the name of a body, whatever its last character is."""
    ends = [found.end() for found in _BODIES.finditer(cell.strip())]
    return bool(ends) and ends[-1] == len(cell.strip())
