"""What the tests need of the machine: Chromium, Firefox, Java, servers; as root on Debian, installs what is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
BROWSER_PACKAGES = ("chromium", "fonts-noto-cjk")
"""Debian's browser, and a font that has the Chinese, Japanese and Korean names."""
FIREFOX_NAMES = ("firefox-esr", "firefox")
FIREFOX_PACKAGES = ("firefox-esr",)
JAVA_PACKAGES = ("default-jre-headless",)

PROGRAMS = {
    "nginx": "nginx",
    "apache2": "apache2-bin",
    "caddy": "caddy",
    "openssl": "openssl",
    "rsync": "rsync",
    "ssh": "openssh-client",
    "sshd": "openssh-server",
}
"""Other programs, each with the package of Debian that has it. Tests start servers themselves, on loopback."""

SYSTEM = ("/usr/local/sbin", "/usr/sbin", "/sbin")
"""Where servers lie, which is not on everybody's path."""

NO_START = Path("/usr/sbin/policy-rc.d")
"""Where Debian asks whether a server may be started as soon as it is installed."""

NO_BROWSER = (
    "No browser for the tests. Install Chromium (Debian: apt-get install chromium fonts-noto-cjk),\n"
    "or set PORTAL_CHROMIUM to the path of Chromium or Chrome.\n"
)
NO_FIREFOX = (
    "No Firefox for the tests. Install it (Debian: apt-get install firefox-esr),\n"
    "or set PORTAL_FIREFOX to its path.\n"
)
NO_JAVA = (
    "No Java for the Nu HTML checker. Install Java 17 or newer\n"
    "(Debian: apt-get install default-jre-headless), or set PORTAL_JAVA to the path of java.\n"
)


def chromium() -> Path | None:
    """The browser: ``PORTAL_CHROMIUM`` if it is set, else the first that is on the path."""
    return _program("PORTAL_CHROMIUM", NAMES)


def firefox() -> Path | None:
    """The other browser: ``PORTAL_FIREFOX`` if it is set, else the first that is on the path."""
    return _program("PORTAL_FIREFOX", FIREFOX_NAMES)


def java() -> Path | None:
    """Java: ``PORTAL_JAVA`` if it is set, else the one on the path."""
    return _program("PORTAL_JAVA", ("java",))


def program(name: str) -> Path | None:
    """A program of ``PROGRAMS``, on the path or where servers lie."""
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), *SYSTEM])
    found = shutil.which(name, path=path)
    return Path(found) if found else None


def _program(variable: str, names: tuple[str, ...]) -> Path | None:
    if chosen := os.environ.get(variable):
        return Path(chosen)
    found = next(filter(None, map(shutil.which, names)), None)
    return Path(found) if found else None


def install(packages: tuple[str, ...]) -> None:
    """Install Debian's packages; raises CalledProcessError when that fails."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    add = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    if holds_back := not NO_START.exists():
        NO_START.write_text(
            "#!/bin/sh\nexit 101\n", encoding="ascii"
        )  # none, or two would want one port
        NO_START.chmod(0o755)
    try:
        for command in (["apt-get", "update", "-qq"], add):
            subprocess.run(command, env=environment, capture_output=True, check=True)
    finally:
        if holds_back:
            NO_START.unlink()


def main() -> int:
    """Exit code 0 when everything is there, else 1 and a sentence for each that says what to do."""
    missing = BROWSER_PACKAGES * (chromium() is None) + JAVA_PACKAGES * (java() is None)
    missing += FIREFOX_PACKAGES * (firefox() is None)
    missing += tuple(package for name, package in PROGRAMS.items() if program(name) is None)
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        try:
            install(missing)
        except subprocess.CalledProcessError as error:
            sys.stderr.write(error.stderr.decode(errors="replace"))
    if chromium() is None:
        sys.stderr.write(NO_BROWSER)
    if firefox() is None:
        sys.stderr.write(NO_FIREFOX)
    if java() is None:
        sys.stderr.write(NO_JAVA)
    lacking = {name: package for name, package in PROGRAMS.items() if program(name) is None}
    for name, package in lacking.items():
        sys.stderr.write(
            f"No {name} for the tests. Install it (Debian: apt-get install {package}).\n"
        )
    return int(None in (chromium(), firefox(), java()) or bool(lacking))


if __name__ == "__main__":
    sys.exit(main())
