"""Text in both languages, and the rules that keep each language pure."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from portal.model.values.strict import Model

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
"""Chinese characters (Unicode script Han, the common blocks)."""

LANG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
"""A language tag as this project uses it: language, script, region (BCP 47)."""

SIMPLIFIED_IN_BIG5 = frozenset(
    "术体万与个么号网机优仆从众价亿仅儿听圣坏复宁岭怀怜惊扰构洁洒离痒蚕触赶"
)
"""Simplified forms that Big5 also has, as rare characters with another meaning that no record needs."""

SIMPLIFIED_IN_HKSCS = frozenset(
    "业东两个丽义争亚亿从仪众会侨偬兖兴兹冈农冲决况凉减凑凛凤凭删务动医华卤卧却厢厦厨"
    "厩厮参双发变叙叠号吓启吴咏咤响团园囱国块坛坟垴墙声壳处备够头奥姹学宝实宪寿尔屉届"
    "属岚峥帮幂庆庙弥强彻总恒惧惨惩戬户护担拟拥携撑斋无晋晓条栀样栾桥梦椁橥橱殁毁毡汉"
    "汹沟沪泪济涤渊温溆滚滢滨滩潜潴灯灵灾灿炉点炼炽烟牦猪猫猬献玺珐琼瑶电画疱疴痈盖眦"
    "矾砜碍碱礼祢禀秆稆窃窑笋笔籴类籼粜粮糇糍纟纤纬纺织经统缆耻联胆胶脉脔脚腭腼艺芦苏"
    "荣荦药莅莹萤萦葱蓥蘖虬虾衅补衮袄袜装见视讠设询贝跃踪车轧轮输边达迁运迹递邮邻銮钅"
    "钟钢铁铃铜银锭镇长门间阳际险随隶隽鞲韦韵页风飞饣马骏鱼鸟麦麽黄黾鼹齐齿龙龟"
)
"""Simplified forms that the Hong Kong supplement also has, taken from OpenCC's table STCharacters."""

_FULL_WIDTH = re.compile(r"[\uff01-\uff5e\u3000-\u3002\u300c-\u300f]+")
# All repetitions are bounded, so that even a text designed to exhaust the build is read quickly.
_MARKUP = re.compile(
    r"</?[a-zA-Z!][^>\n]*>?|\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|\{#.{0,200}?#\}", re.DOTALL
)
_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")
_LINK_DEFINITION = re.compile(r"^[ \t>]*\[[^\]]{1,999}\]:\s*<?(\S+)", re.MULTILINE)
_CONTROL = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@cache
def _simplified() -> re.Pattern[str]:
    """Finds a character that is used only in Simplified Chinese.

    The test is the two national sets: in GB 2312 (1980, Simplified) but not in Big5 (1984, Traditional)
    with the supplement of Hong Kong, which adds rare Traditional characters; and what both hold by accident.
    """
    rows, cells = range(0xB0, 0xF8), range(0xA1, 0xFF)  # Chinese characters of GB 2312 in EUC-CN
    written = bytes(byte for row in rows for cell in cells for byte in (row, cell))
    only = {c for c in written.decode("gb2312", "ignore") if not _is_traditional(c)}
    return re.compile(f"[{''.join(sorted(only | SIMPLIFIED_IN_BIG5 | SIMPLIFIED_IN_HKSCS))}]")


def _is_traditional(character: str) -> bool:
    try:
        character.encode("big5hkscs")
    except UnicodeEncodeError:
        return False
    return True


def is_simplified(character: str) -> bool:
    """Whether a character is used only in Simplified Chinese."""
    return _simplified().match(character) is not None


def _plain(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("empty-text", "empty-text", {})
    if text != text.strip(" \t\u3000"):
        raise PydanticCustomError("outer-space", "outer-space", {"found": text.strip()[:40]})
    if not text.isascii() and (hidden := _CONTROL.search(text)):
        raise PydanticCustomError(
            "invisible-character", "invisible-character", {"found": f"U+{ord(hidden[0]):04X}"}
        )
    return text


def _no_markup(text: str) -> str:
    if ("<" in text or "{" in text) and (found := _MARKUP.search(text)):
        raise PydanticCustomError("markup-in-text", "markup-in-text", {"found": found[0]})
    return text


def no_simplified(text: str) -> str:
    """Returns the text; raises PydanticCustomError ``simplified-chinese`` for Simplified characters."""
    if _simplified().search(text):
        found = "".join(dict.fromkeys(_simplified().findall(text)))
        raise PydanticCustomError("simplified-chinese", "simplified-chinese", {"found": found})
    return text


def no_chinese(text: str) -> str:
    """Returns the text; raises PydanticCustomError for Chinese characters or full-width punctuation."""
    if text.isascii():
        return text
    if found := HAN.search(text):
        raise PydanticCustomError("chinese-in-english", "chinese-in-english", {"found": found[0]})
    if found := _FULL_WIDTH.search(text):
        raise PydanticCustomError(
            "full-width-in-english", "full-width-in-english", {"found": found[0]}
        )
    return text


def _safe_links(text: str) -> str:
    targets = _LINK.findall(text) if "](" in text else []
    targets += _LINK_DEFINITION.findall(text) if "]:" in text else []
    for target in targets:
        if not target.startswith(("/", "#")):
            check_url(target)
    return text


def check_url(text: str) -> str:
    """An absolute http(s) address; raises PydanticCustomError ``unsafe-link`` for every other scheme."""
    try:
        parts = urlsplit(text)
    except ValueError:  # brackets without an IPv6 address
        parts = urlsplit("")
    is_one_word = text.isprintable() and " " not in text
    if not is_one_word or parts.scheme not in ("http", "https") or not parts.hostname:
        raise PydanticCustomError("unsafe-link", "unsafe-link", {"found": text})
    return text


Words = Annotated[str, AfterValidator(_plain), AfterValidator(_no_markup)]
"""One line or paragraph of text, neither empty nor with markup."""

Chinese = Annotated[Words, AfterValidator(no_simplified)]
"""Traditional Chinese as the Taiwanese government writes it."""

English = Annotated[Words, AfterValidator(no_chinese)]
"""English, with ASCII punctuation and without Chinese characters."""

Url = Annotated[str, AfterValidator(check_url), Field(json_schema_extra={"format": "uri"})]
"""An absolute http or https address."""

ChineseProse = Annotated[Chinese, AfterValidator(_safe_links)]
EnglishProse = Annotated[English, AfterValidator(_safe_links)]


class Text(Model):
    """The same words in each language of the site: ``{zh: …, en: …}``."""

    zh: Chinese
    """Traditional Chinese, as used in Taiwan."""
    en: English
    """English, with American spelling."""

    def __getitem__(self, locale: str) -> str:
        return self.zh if locale == "zh" else self.en


class Prose(Text):
    """Longer text in CommonMark. A link that begins with ``/`` leads to a page of this portal."""

    zh: ChineseProse
    en: EnglishProse


class Names(Text, extra="allow"):
    """A name in each language of the site, and in the local one: ``{zh: 釜山, en: Busan, ko: 부산광역시}``."""

    __pydantic_extra__: dict[str, Words] = Field(init=False)

    @model_validator(mode="after")
    def _tags(self) -> Names:
        _check_tags(self.__pydantic_extra__)
        return self

    @property
    def local(self) -> tuple[tuple[str, str], ...]:
        """The names in other languages, each with its BCP 47 tag."""
        return tuple(self.__pydantic_extra__.items())


def _check_tags(names: dict[str, Any]) -> dict[str, Any]:
    for tag in names:
        if not LANG.fullmatch(tag):
            raise PydanticCustomError("bad-lang", "bad-lang", {"found": tag})
    return names


Verbatim = Annotated[dict[str, Words], AfterValidator(_check_tags), Field(min_length=1)]
"""Words as printed or signed, by BCP 47 tag: never corrected, never translated by us."""
