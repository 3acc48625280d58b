"""The report and the accessibility statement, written from the results."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from accessibility.results import Place, Results, Row
from building import ROOT

from portal.model.values.partial_date import PartialDate
from portal.pages.render.shown_dates import show_date

REPORT = ROOT / "docs/accessibility-report.md"
STATEMENTS = {lang: ROOT / f"content/{lang}/about/accessibility.md" for lang in ("zh", "en")}
SECTION = re.compile(r"(?<=\{ #last-run \}\n\n).*?(?=\n## )", re.DOTALL)
"""The part of a statement that is written here."""

WHAT = {
    "markup": ("HTML的結構與標題層級", "HTML structure and heading levels"),
    "nu": ("HTML、CSS、SVG是否合於標準", "conformity of HTML, CSS and SVG to the standards"),
    "moda": (
        "《網站無障礙規範(115.11)》A、AA、AAA等級中機器可檢測的項目",
        "the machine-checkable items of Taiwan’s guidelines 115.11, levels A to AAA",
    ),
    "axe": (
        "WCAG 2.2 AA：淺色與深色、寬1280與360像素",
        "WCAG 2.2 AA: light and dark, 1280 and 360 px wide",
    ),
    "layout": (
        "寬320像素、放大200%、文字放大200%、調整文字間距時不截斷、不重疊、不左右捲動",
        "at 320 px, 200% zoom, 200% text size and with wider text spacing nothing is clipped, "
        "overlaps or scrolls sideways",
    ),
    "motion": (
        "沒有不停的動畫；要求減少動態時沒有任何動畫",
        "no endless animation, and none at all for those who prefer reduced motion",
    ),
    "colors": (
        "強制色彩模式下控制項仍可辨認",
        "all controls are recognizable in forced colors",
    ),
    "skip": (
        "按第一次Tab鍵到「跳到主要內容」",
        "the first press of Tab reaches the link that skips to the content",
    ),
    "shortcuts": ("沒有單鍵快速鍵", "no single-key shortcuts"),
    "menu": (
        "手機上的選單可用鍵盤開關，不困住焦點",
        "the phone menu opens and closes by keyboard and does not trap the focus",
    ),
    "desktop": (
        "按Tab鍵依序走完全頁，焦點看得見、不被遮住",
        "Tab moves through the page in order; the focus is visible and not covered",
    ),
    "phone": (
        "同上，寬360像素、深色",
        "the same at 360 px, dark",
    ),
    "forced": ("同上，強制色彩模式", "the same with forced colors"),
    "scriptless": (
        "沒有JavaScript時文字與連結不減少",
        "no text or link is missing without JavaScript",
    ),
    "loading": (
        "不向其他主機取用任何檔案，不設Cookie，瀏覽器不報錯",
        "no files from other hosts, no cookies, no browser errors",
    ),
}
"""What each judge looks at."""
REDUCED = {
    "moda": (
        "《網站無障礙規範(115.11)》AA等級中機器可檢測的項目",
        "the machine-checkable items of Taiwan’s guidelines 115.11, level AA",
    ),
}
"""What a judge looked at before it looked at more."""

UNCHECKED = {
    "zh": (
        "替代文字、連結文字與標題是否說得清楚；",
        "以報讀軟體、點字顯示器、語音控制與螢幕放大軟體實際操作；",
        "文字是否淺白易懂；",
        "Chromium以外的瀏覽器、真實的手機；",
        "外部網站與所連結的文件；",
        "身心障礙者的實際使用測試。",
    ),
    "en": (
        "whether text alternatives, link texts and headings are clear;",
        "real use with screen readers, braille displays, voice control and magnifiers;",
        "whether the language is plain;",
        "browsers other than Chromium, and real phones;",
        "other sites and the documents that are linked to;",
        "tests with people with disabilities.",
    ),
}


def what(row: Row) -> tuple[str, str]:
    """What the judge of a row looked at, in both languages."""
    return REDUCED[row.key] if row.reduced and row.key in REDUCED else WHAT[row.key]


def report(results: Results) -> str:
    """The whole report, in Markdown."""
    rows = "\n".join(
        f"| {row.tool} | {row.version} | {what(row)[0]}<br>{what(row)[1]} | {row.pages} "
        f"| {_sum(row.findings)} | {_sum(row.undecided)} |"
        for row in results.rows
    )
    findings = [f"- {row.tool}: {_line(one)}" for row in results.rows for one in row.findings]
    undecided = [f"- {row.tool}: {_line(one)}" for row in results.rows for one in row.undecided]
    unchecked = [f"- {zh}<br>{en}" for zh, en in zip(*UNCHECKED.values(), strict=True)]
    return "\n".join(
        [
            "# 無障礙檢查報告 Accessibility report\n",
            f"日期 Date: {results.day}\n",
            "本檔由 `make a11y` 寫成，請勿手改。 `make a11y` wrote this file; it is not edited by hand.\n",
            "## 結果 Results\n",
            "| 工具 Tool | 版本 Version | 查什麼 What | 頁數 Pages | 問題 Findings | 待人判斷 Left to a person |",
            "|---|---|---|---|---|---|",
            f"{rows}\n",
            "數字是違反的規則乘以頁數。 Numbers are rules times pages.\n",
            "## 問題 Findings\n",
            *(findings or ["無。 None."]),
            "\n## 工具留待人判斷 What the tools leave to a person\n",
            *(undecided or ["無。 None."]),
            "\n## 機器沒有檢查 What no machine checked\n",
            *unchecked,
            "",
        ]
    )


def statement(results: Results, lang: str) -> str:
    """The part of the accessibility statement on the last run, in Markdown."""
    return "\n".join(_statement(results, lang))


def _statement(results: Results, lang: str) -> Iterator[str]:
    day = show_date(PartialDate.parse(results.day), lang)
    if lang == "zh":
        yield f"{day}以下列工具檢查本站。最後一欄是問題數（違反的規則乘以頁數）與檢查的頁數：\n"
        yield "| 工具與版本 { scope=col } | 查什麼 { scope=col } | 問題／頁數 { scope=col } |"
    else:
        yield (
            f"On {day} these tools checked the site. The last column gives the number of problems "
            "(rules broken, times pages) and the number of pages checked:\n"
        )
        yield (
            "| Tool and version { scope=col } | What it looks for { scope=col } "
            "| Problems / pages { scope=col } |"
        )
    yield "|---|---|---|"
    for row in results.rows:
        looked = what(row)[lang == "en"]
        yield f"| {row.tool} {row.version} | {looked} | {_sum(row.findings)} / {row.pages} |"
    yield ""


def _sum(found: list[Place]) -> int:
    return sum(one.pages for one in found)


def _line(place: Place) -> str:
    return f"{place.rule} ({place.pages}): <code>{escape(place.first)}</code>"
