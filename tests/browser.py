"""Finds Chromium for the browser tests; as root on a Debian machine, installs it when it is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PACKAGES = ("chromium", "fonts-noto-cjk")
"""Debian's browser, and a font that has the Chinese, Japanese and Korean names."""


def chromium() -> Path | None:
    """The browser: ``PORTAL_CHROMIUM`` if it is set, else the first that is on the path."""
    if chosen := os.environ.get("PORTAL_CHROMIUM"):
        return Path(chosen)
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return Path(found) if found else None


def install() -> None:
    """Install Debian's packages; raises CalledProcessError when that fails."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    add = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES]
    for command in (["apt-get", "update", "-qq"], add):
        subprocess.run(command, env=environment, capture_output=True, check=True)


def main() -> int:
    """Exit code 0 when there is a browser, else 1 and a sentence that says what to do."""
    if chromium() is None and os.geteuid() == 0 and shutil.which("apt-get"):
        try:
            install()
        except subprocess.CalledProcessError as error:
            sys.stderr.write(error.stderr.decode(errors="replace"))
    if chromium() is None:
        sys.stderr.write(
            "No browser for the tests. Install Chromium (Debian: apt-get install chromium fonts-noto-cjk),\n"
            "or set PORTAL_CHROMIUM to the path of Chromium or Chrome.\n"
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
