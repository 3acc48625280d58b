"""One strict build of the real portal for all tests of the site, and what it takes to look at it."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import lxml.html
import pytest
from building import ROOT, build
from lxml.html import HtmlElement


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site; the build must not warn."""
    built = build(ROOT / "mkdocs.yml", tmp_path_factory.mktemp("built") / "site")
    assert built.code == 0, built.output
    assert "WARNING" not in built.output, built.output
    return built.folder


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, HtmlElement]:
    """Every page of the site by its address: ``cities/jp-kaga/``."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): lxml.html.parse(
            path
        ).getroot()
        for path in sorted(site.rglob("index.html"))
    }


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a request is no news."""


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address at which the built site is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
