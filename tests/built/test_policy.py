"""The site works in a real browser under the headers that it asks its host for, and they stop what they should."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from accessibility.sample import sample
from parsed import Pages
from playwright.sync_api import Browser, Page
from serving import serve

from portal.edition import Edition
from portal.outputs.site.security import policy

DATA = "@type='application/ld+json'"
"""Of a data block, which no browser runs (HTML, 4.12.1), so that no policy has to allow it."""

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", event =>
  window.violations.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""


def headers_of(file: Path) -> dict[str, dict[str, str]]:
    """The headers of each pattern of addresses in ``_headers``, as the hosts that know the file read it."""
    rules: dict[str, dict[str, str]] = {}
    pattern = ""
    for line in filter(None, file.read_text(encoding="utf-8").splitlines()):
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            rules[pattern][name] = value
        else:
            pattern = line
            rules[pattern] = {}
    return rules


@pytest.fixture(scope="module")
def guarded(site: Path) -> Iterator[str]:
    """The address at which the site is served with its headers."""
    rules = headers_of(site / "_headers")

    def added(path: str) -> dict[str, str]:
        matching = (h for pattern, h in rules.items() if path.startswith(pattern.removesuffix("*")))
        return {name: value for headers in matching for name, value in headers.items()}

    with serve(site, added) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.add_init_script(WATCH)
    opened = context.new_page()
    yield opened
    context.close()


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_pages_of_every_kind_break_no_rule_and_ask_no_other_host(
    guarded: str, page: Page, site: Path, edition: Edition, prefix: str
) -> None:
    said: list[str] = []
    requested: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("request", lambda request: requested.append(request.url))
    addresses = sample(site, edition.pages.values())
    for path in addresses:
        answer = page.goto(f"{guarded}{prefix}{path}", wait_until="networkidle")
        assert answer is not None
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        assert page.evaluate("violations") == [], path
        assert (
            page.evaluate("getComputedStyle(document.querySelector('.skip')).position")
            == "absolute"
        )
    unknown = "Unrecognized feature"  # of Permissions-Policy: browsers come and go with them
    assert [line for line in said if unknown not in line] == []
    assert len(requested) > len(addresses)
    assert [url for url in requested if not url.startswith(guarded)] == []


INLINE = "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)"
HANDLER = "document.body.insertAdjacentHTML('beforeend', '<img src=\"/none\" onerror=\"window.ran = 1\">')"
STYLE = "document.body.insertAdjacentHTML('beforeend', '<p id=new style=\"position: fixed\">')"


def _breaks(page: Page, directive: str) -> None:
    """Wait until a violation is told. The page's own waiting would evaluate text, which the policy stops."""
    for _ in range(100):
        if page.evaluate("directive => violations.some(v => v.startsWith(directive))", directive):
            return
        page.wait_for_timeout(100)
    raise AssertionError(directive)


@pytest.mark.parametrize("server", ["guarded", "served"])
def test_what_is_injected_into_a_page_does_not_run(
    server: str, page: Page, request: pytest.FixtureRequest
) -> None:
    """``served`` sends no headers: there the policy in the page itself must do."""
    page.goto(f"{request.getfixturevalue(server)}en/cities/jp-shirasagi/")
    page.evaluate(INLINE)
    _breaks(page, "script-src-elem inline")
    page.evaluate(HANDLER)
    _breaks(page, "script-src-attr inline")
    page.evaluate(STYLE)
    _breaks(page, "style-src-attr inline")
    page.evaluate("fetch('https://example.org/').catch(() => 0)")
    _breaks(page, "connect-src https://example.org/")
    assert page.evaluate("window.ran") is None
    assert page.evaluate("getComputedStyle(document.getElementById('new')).position") == "static"


def test_without_the_policy_the_same_script_runs(page: Page) -> None:
    page.goto("data:text/html,<body>")
    page.evaluate(INLINE)
    assert page.evaluate("window.ran") == 1


def test_no_page_holds_what_the_policy_would_stop(site: Path, pages: Pages) -> None:
    assert pages
    for path, page in pages.items():
        names = set(page.xpath("//@*[starts-with(name(), 'on')]"))
        assert not names, path
        assert not page.xpath(f"//@style | //style | //base | //script[not(@src or {DATA})]"), path
        assert not page.xpath("//@href[starts-with(., 'javascript:')]"), path
    for file in site.rglob("*.svg"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=", text), file.name


def test_the_policy_stands_in_every_page_before_anything_is_loaded(
    site: Path, pages: Pages
) -> None:
    for path, page in pages.items():
        if not page.xpath("//meta[@http-equiv='refresh']"):
            charset, rules = page.xpath("/html/head/*")[:2]
            assert charset.get("charset") == "utf-8"
            assert rules.get("http-equiv") == "Content-Security-Policy", path
            assert rules.get("content") == policy(in_page=True)
    assert 'http-equiv="Content-Security-Policy"' in (site / "404.html").read_text("utf-8")
    assert (site / ".htaccess").is_file()
