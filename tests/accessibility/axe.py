"""axe-core: the rules of WCAG 2.2 AA that a program can judge, target size and contrast among them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

from accessibility.finding import Finding
from accessibility.packages import MODULES
from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
Look = tuple[int, Literal["light", "dark"]]
LOOKS: tuple[Look, ...] = ((1280, "light"), (360, "dark"), (1280, "dark"), (360, "light"))
OPTIONS = {
    "runOnly": list(TAGS),
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations", "incomplete"],
    "preload": False,
}
RUN = f"""async () => {{
  for (const animation of document.getAnimations()) {{
    if (animation.effect.getComputedTiming().endTime !== Infinity) animation.finish();
  }}
  const results = await axe.run({json.dumps(OPTIONS)});
  const places = (kind) => results[kind].flatMap((rule) =>
    rule.nodes.map((node) => [rule.id, node.html.replace(/\\s+/g, " ").slice(0, 140)]));
  return [places("violations"), places("incomplete")];
}}"""


@dataclass(frozen=True)
class Verdict:
    """What axe is sure of, and what it leaves to a person."""

    findings: list[Finding]
    undecided: list[Finding]


def judge(page: Page, address: str, looks: tuple[Look, ...] = LOOKS) -> Verdict:
    """Look at an open page in these widths and color schemes."""
    page.evaluate((MODULES / "axe-core/axe.min.js").read_text(encoding="utf-8"))
    verdict = Verdict([], [])
    for width, scheme in looks:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        wrong, undecided = page.evaluate(RUN)
        how = f"{scheme}, {width} px"
        verdict.findings.extend(Finding(address, rule, f"{html} ({how})") for rule, html in wrong)
        verdict.undecided.extend(Finding(address, rule, html) for rule, html in undecided)
    page.emulate_media(color_scheme="light")
    return verdict
