"""Compares one answer of a host with what was built."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from portal.delivery.deviations import Deviation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.delivery.asking import Answer
    from portal.delivery.expected import Expected

REDIRECTS = frozenset({301, 302, 303, 307, 308})

_EQUALS = {
    "application/xml": {"text/xml", "application/atom+xml", "application/rss+xml"},
    "text/javascript": {"application/javascript", "application/x-javascript"},
    "application/json": {"application/feed+json"},
    "application/manifest+json": {"application/json"},
    "image/vnd.microsoft.icon": {"image/x-icon"},
}
"""What other media types browsers and programs take for the same."""

_UNKNOWN = "application/octet-stream"
"""What a host says of files that it does not know, such as those without an extension."""

_RARE = {"", ".geojson", ".jsonld", ".tbx", ".tmx", ".ttl", ".yml"}
"""Extensions that hosts need not know, and where nobody can teach them, as on GitHub Pages, do not."""

_NEEDS_CHARSET = {"text/plain", "text/csv", "text/calendar", "text/turtle"}
"""Texts that do not say in themselves how they are encoded."""


def judge(file: Expected, answer: Answer, base: str, media_type: str | None) -> Iterator[Deviation]:
    """Everything that is wrong with an answer; ``media_type``: what it should be, if it matters."""
    if answer.failure and answer.status in {0, 200}:
        found = (("reason", answer.reason),) if answer.reason else ()
        yield Deviation(answer.failure, file.address, found or (("reason", answer.failure),))
    elif answer.status in REDIRECTS:
        yield from _judge_redirect(file, answer, base)
    elif answer.status != 200:
        code = "missing" if answer.status in {404, 410} else "status"
        yield Deviation(code, file.address, (("status", str(answer.status)),))
    else:
        if answer.sha256 != file.sha256:
            said = (("right", str(file.size)), ("size", str(answer.size)))
            yield Deviation("content", file.address, said)
        if media_type:
            yield from _judge_type(file.address, answer.header("content-type"), media_type)


def _judge_redirect(file: Expected, answer: Answer, base: str) -> Iterator[Deviation]:
    to = urljoin(base + file.address, answer.header("location"))
    if file.moved is None:
        yield Deviation("redirected", file.address, (("to", to),))
    elif to.partition("#")[0] != (right := base + file.moved).partition("#")[0]:
        yield Deviation("moved-elsewhere", file.address, (("right", right), ("to", to)))


def _judge_type(address: str, header: str, right: str) -> Iterator[Deviation]:
    kind, _, rest = header.partition(";")
    kind, wanted = kind.strip().lower(), right.partition(";")[0]
    if kind == _UNKNOWN and PurePosixPath(address).suffix in _RARE:
        yield Deviation("no-media-type", address, (("right", wanted),))
        return
    if kind != wanted and kind not in _EQUALS.get(wanted, ()):
        yield Deviation("media-type", address, (("right", wanted), ("type", kind or "–")))
        return
    given = dict(part.strip().lower().partition("=")[::2] for part in rest.split(";"))
    charset = given.get("charset", "").strip('"')
    if charset and charset not in {"utf-8", "utf8"}:
        yield Deviation("charset", address, (("charset", charset),))
    elif not charset and kind in _NEEDS_CHARSET:
        yield Deviation("no-charset", address)
