"""A built site as readers of WebKit get it: WebKitGTK, by the W3C WebDriver that Debian has for it.

It is the engine of Safari with another system below; where it is not installed, its tests are skipped and say so.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

PROGRAMS = ("WebKitWebDriver", "Xvfb")
NO_WEBKIT = "No WebKit for the tests; on Debian: apt-get install --no-install-recommends webkit2gtk-driver xvfb"

PATIENCE = 120
"""Seconds that a busy machine may take to start it, or to answer."""


def browser() -> Path | None:
    """The browser that comes with the engine, which no path leads to."""
    return next(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"), None)


def is_there() -> bool:
    """Whether all of it is installed."""
    return browser() is not None and all(map(shutil.which, PROGRAMS))


class WebKit:
    """A window of WebKitGTK."""

    def __init__(self, port: int) -> None:
        self._base = f"http://127.0.0.1:{port}"
        options = {"binary": str(browser()), "args": ["--automation"]}
        asked = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        self._session = f"/session/{self._ask('/session', asked)['sessionId']}"

    def resize(self, width: int, height: int = 900) -> None:
        """Give the window a size, in pixels."""
        self._ask(f"{self._session}/window/rect", {"width": width, "height": height})

    def go(self, address: str) -> None:
        """Open a page, and wait until it has loaded."""
        self._ask(f"{self._session}/url", {"url": address})

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script returns in the page."""
        return self._ask(f"{self._session}/execute/sync", {"script": script, "args": arguments})

    def wait(self, script: str) -> None:
        """Wait until a script returns something true."""
        for _ in range(PATIENCE * 10):
            if self.run(script):
                return
            time.sleep(0.1)
        raise AssertionError(f"it does not happen: {script}")

    def type(self, selector: str, text: str) -> None:
        """Type into the first such element."""
        self._ask(f"{self._element(selector)}/value", {"text": text})

    def click(self, selector: str) -> None:
        """Click on the first such element."""
        self._ask(f"{self._element(selector)}/click", {})

    def _element(self, selector: str) -> str:
        asked = {"using": "css selector", "value": selector}
        (name,) = self._ask(f"{self._session}/element", asked).values()
        return f"{self._session}/element/{name}"

    def _ask(self, path: str, asked: dict[str, Any]) -> Any:
        """Send a command, and return its answer; what it refuses, or a page that ends it, fails the test."""
        request = Request(f"{self._base}{path}", json.dumps(asked).encode(), method="POST")
        try:
            with urlopen(request, timeout=PATIENCE) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            raise AssertionError(f"{path}: {error.read().decode()}") from error


@contextmanager
def open_webkit() -> Iterator[WebKit]:
    """A window on a screen that nobody sees."""
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as screen:
        assert screen.stdout is not None
        display = screen.stdout.readline().decode().strip()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        driver = subprocess.Popen(
            ["WebKitWebDriver", f"--port={port}"],
            env=os.environ | {"DISPLAY": f":{display}"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield WebKit(_answering(port))
        finally:
            driver.terminate()
            driver.wait()
            screen.terminate()


def _answering(port: int) -> int:
    """The port, once the driver listens there."""
    for _ in range(PATIENCE * 10):
        try:
            with urlopen(f"http://127.0.0.1:{port}/status", timeout=PATIENCE):
                return port
        except URLError:
            time.sleep(0.1)
    raise AssertionError("WebKitWebDriver does not answer")
