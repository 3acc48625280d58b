"""What a first visit fetches: how much, from where, and whether the browser complains."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field

from accessibility.finding import Finding
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, Response

from portal.outputs.site.budget import FIRST_VISIT, STYLE_AND_SCRIPT

SETTLED = 50
"""Milliseconds until what waits for the end of the page to be seen is asked for."""
PACKED = ("font/woff2", "font/woff", "image/png", "image/jpeg", "image/webp", "image/avif")


@dataclass
class Visit:
    """A page that was opened in a fresh browser."""

    address: str
    sizes: dict[str, int] = field(default_factory=dict)
    """Compressed bytes by URL."""
    code: int = 0
    """Compressed bytes of style sheets and scripts."""
    foreign: list[str] = field(default_factory=list)
    """URLs of other origins."""
    complaints: list[str] = field(default_factory=list)
    """Errors of scripts, of the content security policy, of missing files."""
    cookies: int = 0

    def turn(self, address: str) -> None:
        """Forget the page before this one."""
        self.address, self.foreign, self.complaints = address, [], []

    def findings(self) -> list[Finding]:
        """What no page may do, whatever its weight."""
        found = [Finding(self.address, "other-origin", url) for url in self.foreign]
        found += [Finding(self.address, "browser-complains", text) for text in self.complaints]
        return found + [Finding(self.address, "cookie", "")] * bool(self.cookies)

    def overweight(self) -> list[Finding]:
        """What the page of a record may not weigh."""
        weights = (
            ("first-visit", sum(self.sizes.values()), FIRST_VISIT),
            ("style-and-script", self.code, STYLE_AND_SCRIPT),
        )
        return [
            Finding(self.address, rule, f"{size} bytes, {most} allowed")
            for rule, size, most in weights
            if size > most
        ]


def watch(page: Page, served: str) -> Visit:
    """What a page asks for and complains of from now on."""
    found = Visit("")

    def name_origin(request: Request) -> None:
        if not request.url.startswith((served, "data:", "blob:")):
            found.foreign.append(request.url)

    def name_error(error: Error) -> None:
        found.complaints.append(error.message)

    def name_message(message: ConsoleMessage) -> None:
        if message.type == "error":
            found.complaints.append(message.text)

    page.on("request", name_origin)
    page.on("pageerror", name_error)
    page.on("console", name_message)
    return found


def visit(browser: Browser, served: str, address: str) -> Visit:
    """Open a page with nothing in the cache, and go to its end, so that all of it loads."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    found = watch(page, served)
    found.address = address
    responses: list[Response] = []

    def keep(response: Response) -> None:
        responses.append(response)

    page.on("response", keep)
    page.goto(f"{served}{address}")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(SETTLED)
    for response in responses:
        body = response.body()
        packed = response.headers.get("content-type", "").startswith(PACKED)
        size = len(body) if packed else len(gzip.compress(body, 9))
        found.sizes[response.url] = size
        if response.request.resource_type in {"stylesheet", "script"}:
            found.code += size
    found.cookies = len(context.cookies())
    context.close()
    return found
