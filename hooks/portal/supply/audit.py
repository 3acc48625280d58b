"""What follows from the answers about advisories: the lines to print, and how the audit ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from portal.supply.advisory_answers import Advisory, Answer
    from portal.supply.advisory_waivers import Waiver

FINE, KNOWN, NOT_LOOKED = 0, 1, 3
"""How an audit ends: nothing is known, something is, or it could not look (at everything)."""


@dataclass(frozen=True)
class Line:
    """One thing to say."""

    level: Literal["error", "warning", "notice"]
    zh: str
    en: str


def conclude(
    answers: Sequence[Answer], waivers: Sequence[Waiver], today: date
) -> tuple[list[Line], int]:
    """All there is to say on that day, what is worst first, and the exit code."""
    known = sorted({one for answer in answers for one in answer.advisories})
    lines = [_known(one, waivers, today) for one in known]
    missing = [answer for answer in answers if answer.fault]
    lines += [_not_looked(answer) for answer in missing]
    if not missing:
        lines += _needless(known, waivers)
    code = FINE
    if any(line.level == "error" for line in lines):
        code = KNOWN
    elif missing:
        code = NOT_LOOKED
    order = ("error", "warning", "notice")
    return sorted(lines, key=lambda line: order.index(line.level)), code


def _known(one: Advisory, waivers: Sequence[Waiver], today: date) -> Line:
    names = one.id + "".join(f" ({alias})" for alias in one.aliases[:1])
    about = f"{one.package} {one.version}: {names}"
    page = f" {one.page}" if one.page else ""
    accepted = [waiver for waiver in waivers if waiver.is_about(one)]
    if valid := [waiver for waiver in accepted if waiver.accepted <= today <= waiver.until]:
        until = max(waiver.until for waiver in valid)
        return Line(
            "notice",
            zh=f"{about}；已接受到 {until}：{valid[0].reason}",
            en=f"{about}; accepted until {until}: {valid[0].reason}",
        )
    ended_zh = ended_en = ""
    if accepted:
        last = max(waiver.until for waiver in accepted)
        ended_zh, ended_en = f"（接受的期限是 {last}）", f" (it was accepted until {last})"
    if one.id.endswith("-signature"):
        cure_zh = "登錄處的簽章不符或沒有簽章；請刪去 node_modules 重新安裝，仍然如此就不要發布"
        cure_en = (
            "what is installed is not what its registry has signed; install it again, and publish nothing "
            "while this stays"
        )
    elif one.fixed:
        fixed = "、".join(one.fixed)
        cure_zh = f"請升級到 {fixed}"
        cure_en = f"upgrade to {', '.join(one.fixed)}"
    else:
        cure_zh = "還沒有修正的版本；請讀公告，判斷是否影響本站"
        cure_en = (
            "there is no version without it yet; read it and judge whether it concerns this site"
        )
    return Line(
        "error", zh=f"{about}{ended_zh}；{cure_zh}{page}", en=f"{about}{ended_en}; {cure_en}{page}"
    )


def _not_looked(answer: Answer) -> Line:
    return Line(
        "warning",
        zh=f"查不到：{answer.question}，所以不知道有沒有漏洞（{answer.fault}）",
        en=f"could not look: {answer.question}, so nobody knows whether there are advisories ({answer.fault})",
    )


def _needless(known: Sequence[Advisory], waivers: Sequence[Waiver]) -> Iterator[Line]:
    for waiver in waivers:
        if not any(waiver.is_about(one) for one in known):
            yield Line(
                "notice",
                zh=f"已接受的 {waiver.package} {waiver.id} 不再有人公告或已升級；請從清單刪去",
                en=f"{waiver.package} {waiver.id} was accepted, and is known no more: delete the entry",
            )
