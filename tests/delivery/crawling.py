"""A strict reader of a site that is being replaced: whatever it may reach has to be there, and whole.

Nothing of it is the portal's own: links are found by lxml, answers come from a web server of another process.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin
from urllib.request import urlopen

import lxml.html

Files = Mapping[str, bytes]
"""Content by path."""

LISTED = b"<title>Directory listing"
"""In what this server says of a folder without a page."""


@contextmanager
def served_elsewhere(folder: Path) -> Iterator[str]:
    """A folder, served by a process of its own; the address ends in a slash."""
    command = [sys.executable, "-u", "-m", "http.server", "--bind", "127.0.0.1", "0"]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        found = re.search(r"(http://\S+/)", process.stdout.readline())
        assert found
        try:
            yield found[1]
        finally:
            process.kill()


class Answer(NamedTuple):
    status: int
    body: bytes
    address: str
    """Behind redirects."""


class Reader:
    """Asks a host; remembers each answer."""

    def __init__(self) -> None:
        self._answers: dict[str, Answer] = {}

    def ask(self, address: str) -> Answer:
        if address not in self._answers:
            try:
                with urlopen(address) as answer:
                    self._answers[address] = Answer(answer.status, answer.read(), answer.url)
            except HTTPError as error:
                self._answers[address] = Answer(error.code, b"", address)
        return self._answers[address]

    def references(self, address: str) -> set[str]:
        """All that a page, a style sheet, a sitemap or an entry of a search refers to."""
        _, body, base = self.ask(address)
        if body.startswith(b"<!doctype"):
            page: Any = lxml.html.fromstring(body)
            links = [link for _, _, link, _ in page.iterlinks()]
        elif body.startswith(b"{"):
            links = json.loads(body)["files"]
        elif body.startswith(b"<urlset"):
            links = re.findall(r"<loc>(.*?)</loc>", body.decode())
        else:
            links = re.findall(r"url\((.*?)\)", body.decode(errors="replace"))
        return {urldefrag(urljoin(base, link))[0] for link in links}


def address_of(path: str) -> str:
    """As readers ask for a file."""
    return path.removesuffix("index.html") if f"/{path}".endswith("/index.html") else path


def faults(root: str, old: Files, new: Files) -> list[str]:
    """Everything that a reader of a host could notice that is between two sites."""
    reader, found = Reader(), []
    for path in sorted(old.keys() | new.keys()):
        address = root + address_of(path)
        status, body, final = reader.ask(address)
        versions = {site[path] for site in (old, new) if path in site}
        if path in old and path in new and status != 200:
            found.append(f"{path}: gone, although both sites have it")
        elif status == 200 and final == address and body not in versions and LISTED not in body:
            found.append(f"{path}: neither the old nor the new one, or half of it")
        if status == 200 and path.endswith(".html"):
            found += _lacks(reader, address, pages=False)
    waiting = [root + address_of(path) for path in old.keys() & new.keys()]
    seen = set(waiting)
    while waiting:
        address = waiting.pop()
        found += _lacks(reader, address, pages=True)
        waiting += reader.references(address) - seen
        seen |= reader.references(address)
    return sorted(set(found))


def _lacks(reader: Reader, address: str, *, pages: bool) -> Iterator[str]:
    """What a file refers to that is not served: what it needs, and, if asked for, the pages that it leads to."""
    for reference in reader.references(address):
        is_page = reference.endswith("/") or "." not in reference.rpartition("/")[2]
        if (pages or not is_page) and reader.ask(reference).status != 200:
            yield f"{address} leads to {reference}, which is not there"
