"""Names of companies, societies and other bodies in Chinese, which write themselves as they will: 台北市電腦公會."""

from __future__ import annotations

import regex

_SORTS = (
    "公司|銀行|協會|基金會|學會|公會|商會|總會|聯盟|協進會|促進會|同鄉會|大學|電力|積體電路|大哥大|高鐵|中油|"
    "自來水|水泥|塑膠|糖業|富邦|人壽|101"
)
"""How such a name goes on, or ends."""

_REST = regex.compile(
    rf"(?!市[長政府])[^\P{{Han}}與和及暨由向將對訪拜率獲邀請]{{0,8}}?(?:{_SORTS}|\p{{Latin}})"
)
"""What stands after its first word, without what joins or acts: 台北市長拜會美國商會 is no name."""

_REST_OF_PLACE = regex.compile(
    r"(?![府政議長民內])[^\P{Han}與和及暨或由向在於的將對至到赴訪拜率獲邀請為是加參連任出主簽接辦今明昨年月日]{0,4}?"
    rf"(?:[商工]業)?(?:同業)?(?:{_SORTS})"
)
"""The same after the name of a place, which mostly stands by itself."""

_OFFICE_OF_OTHERS = regex.compile(r"在台辦事處")
"""What others call their office: 英國在台辦事處."""


def begins_body(text: str, start: int, end: int) -> bool:
    """Whether a word at a place is the beginning of such a name, or a part of it."""
    return bool(_REST.match(text, end) or _OFFICE_OF_OTHERS.match(text, start))


def place_begins_body(text: str, end: int) -> bool:
    """Whether the name of a place that ends there is."""
    return bool(_REST_OF_PLACE.match(text, end))
