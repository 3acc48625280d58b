"""Without JavaScript a page holds all that it holds with it: text, links, menu."""

from __future__ import annotations

from accessibility.finding import Finding
from playwright.sync_api import Page

CONTENT = """() => {
  const helper = "script, noscript, template, button, form, output, [role=search], .search-facets, .map-tools,"
    + " .map-said, [aria-live], [role=status]";
  const there = (one) => one.checkVisibility({visibilityProperty: true}) || one.closest("details:not([open])");
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.replace(/\\s+/g, " ").trim();
    if (text && !node.parentElement.closest(helper) && there(node.parentElement)) texts.push(text);
  }
  const target = (one) => one.href.baseVal ?? one.href; // of a link in a drawing, and of any other
  const links = [...document.querySelectorAll("a[href]")].filter(there).map(target);
  return [texts, links];
}"""


def judge(scripted: Page, scriptless: Page, address: str) -> list[Finding]:
    """Compare the same page, open with and without JavaScript."""
    kinds = ("text-needs-javascript", "link-needs-javascript")
    pairs = zip(kinds, scripted.evaluate(CONTENT), scriptless.evaluate(CONTENT), strict=True)
    return [
        Finding(address, rule, missing[:140])
        for rule, with_script, without in pairs
        for missing in dict.fromkeys(with_script)
        if missing not in without
    ]
