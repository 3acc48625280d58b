"""A built site as readers of Firefox get it.

Firefox is driven by Marionette, the protocol that is in every Firefox. Playwright drives a build of its own only,
Selenium needs a program that Debian does not have, and Mozilla's client needs a module that Python 3.13 no longer has;
what the tests ask is a few lines.
"""

from __future__ import annotations

import json
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from machine import NO_FIREFOX, firefox

PREFERENCES = {
    "marionette.port": "0",
    "app.update.enabled": "false",
    "browser.shell.checkDefaultBrowser": "false",
    "datareporting.policy.dataSubmissionEnabled": "false",
    "network.captive-portal-service.enabled": "false",
    "network.connectivity-service.enabled": "false",
    "toolkit.telemetry.enabled": "false",
}
"""Any free port, and no request but ours."""

PATIENCE = 120
"""Seconds that a busy machine may take to start it, or to answer."""

_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key of the name of an element (W3C WebDriver, 12.2)."""


class Refusal(Exception):
    """Firefox cannot do what it was asked for."""


class Firefox:
    """A window of Firefox."""

    def __init__(self, connection: socket.socket) -> None:
        self._stream, self._count = connection.makefile("rwb"), 0
        self._read()  # who it is
        self._ask("WebDriver:NewSession", capabilities={"alwaysMatch": {}})

    def resize(self, width: int, height: int = 900) -> None:
        """Give the window a size, in pixels."""
        self._ask("WebDriver:SetWindowRect", width=width, height=height)

    def go(self, address: str) -> None:
        """Open a page, and wait until it has loaded."""
        self._ask("WebDriver:Navigate", url=address)

    @property
    def address(self) -> str:
        """That of the page."""
        return str(self._ask("WebDriver:GetCurrentURL")["value"])

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script returns in the page."""
        asked = {"script": script, "args": list(arguments), "newSandbox": False}
        return self._ask("WebDriver:ExecuteScript", **asked)["value"]

    def seen(self, selector: str) -> list[str]:
        """The text of every element of that kind that a reader sees."""
        found: list[str] = self.run(
            "return [...document.querySelectorAll(arguments[0])]"
            ".filter((e) => e.checkVisibility({visibilityProperty: true}) && e.getClientRects().length)"
            ".map((e) => e.innerText.trim())",
            selector,
        )
        return found

    def click(self, selector: str) -> None:
        """Click on the first such element, as a pointer does: it must be in view, and nothing above it."""
        self._ask("WebDriver:ElementClick", id=self._element(selector))

    def type(self, selector: str, text: str) -> None:
        """Type into the first such element."""
        self._ask("WebDriver:ElementSendKeys", id=self._element(selector), text=text)

    def printed(self) -> str:
        """The page on A4, as a PDF in base64."""
        return str(self._ask("WebDriver:Print", page={"width": 21.0, "height": 29.7})["value"])

    def wait(self, happens: Callable[[], bool]) -> None:
        """Wait until something is so."""
        for _ in range(PATIENCE * 10):
            if happens():
                return
            time.sleep(0.1)
        raise AssertionError(f"it does not happen at {self.address}")

    def _element(self, selector: str) -> str:
        asked = {"using": "css selector", "value": selector}
        return str(self._ask("WebDriver:FindElement", **asked)["value"][_ELEMENT])

    def _ask(self, name: str, **asked: Any) -> Any:
        """Send a command, and return its answer; raises Refusal."""
        self._count += 1
        text = json.dumps([0, self._count, name, asked]).encode()
        self._stream.write(b"%d:%b" % (len(text), text))
        self._stream.flush()
        _, _, error, answer = self._read()
        if error:
            raise Refusal(f"{name}: {error['message']}")
        return answer

    def _read(self) -> Any:
        """A message: its length in bytes, a colon, and as many bytes of JSON."""
        length = b""
        while (byte := self._stream.read(1)) != b":":
            assert byte, "Firefox has ended"
            length += byte
        return json.loads(self._stream.read(int(length)))


@contextmanager
def open_firefox(folder: Path) -> Iterator[Firefox]:
    """Firefox without a window on the screen, with a profile of its own in a new folder."""
    path = firefox()
    assert path is not None, NO_FIREFOX
    folder.mkdir()
    lines = (f'user_pref("{name}", {value});\n' for name, value in PREFERENCES.items())
    (folder / "user.js").write_text("".join(lines), encoding="ascii")
    command = [str(path), "--marionette", "--headless", "--no-remote", "--profile", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        with socket.create_connection(
            ("127.0.0.1", _port(folder, process)), PATIENCE
        ) as connection:
            yield Firefox(connection)
    finally:
        process.terminate()
        process.wait()


def _port(folder: Path, process: subprocess.Popen[bytes]) -> int:
    """Where it listens, which it writes into its profile."""
    noted = folder / "MarionetteActivePort"
    for _ in range(PATIENCE * 10):
        assert process.poll() is None, "Firefox ended while it was starting"
        if noted.exists() and (text := noted.read_text(encoding="ascii")):
            return int(text)
        time.sleep(0.1)
    raise AssertionError("Firefox does not say where it listens")
