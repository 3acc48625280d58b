"""What a published site says of itself: its ``build.json``, from its host or from a folder."""

from __future__ import annotations

import json
import re
import threading
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import Any
from urllib.parse import urljoin, urlsplit

from pydantic_core import PydanticCustomError

from portal.delivery.asking import Answer, Asker
from portal.delivery.deviations import SENTENCES
from portal.delivery.judging import REDIRECTS
from portal.delivery.undelivered import Undelivered
from portal.delivery.verification import parse_base
from portal.model.values.partial_date import PartialDate
from portal.resources import DISTRIBUTION
from portal.site_file import BUILD

PATIENCE = 60.0
"""Seconds for the whole answer of a host, whatever it does meanwhile."""

LARGEST = 64 * 1024
"""Bytes; the file has less than one thousand."""

_MOVES = 3
"""Redirects that are followed."""

_NOT_THERE = {404, 410}
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):/")
"""Of addresses; one letter is a drive of Windows."""


@dataclass(frozen=True, slots=True)
class PublishedState:
    """What is public now."""

    records: str
    """The digest of its records."""
    day: PartialDate
    """On which it was made."""


def published_state(where: str) -> PublishedState | None:
    """The state of the site at an address, in a folder or in a file; nothing if nothing has been published yet.

    Raises Undelivered if that cannot be known.
    """
    raw = _of_host(where) if _SCHEME.match(where) else _of_file(Path(where))
    return None if raw is None else _read(raw)


def _of_file(path: Path) -> bytes | None:
    path = path / BUILD if path.is_dir() else path
    try:
        if path.name == BUILD and path.parent.is_dir() and not path.exists():
            return None
        if not path.is_file():
            raise Undelivered(
                zh=f"找不到 {path}；請給已發布網站的網址（https://…）、資料夾或其中的 {BUILD}",
                en=f"there is no file {path}; give the address (https://…) of the published site, its folder, or the "
                f"{BUILD} in it",
            )
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Undelivered(
            zh=f"無法讀取 {path}（{reason}）", en=f"{path} cannot be read ({reason})"
        ) from None


def _of_host(url: str) -> bytes | None:
    base = parse_base(url.removesuffix(BUILD))
    found: list[Answer] = []
    asking = threading.Thread(target=lambda: found.append(_ask(base)), daemon=True)
    asking.start()  # a host that sends a header a minute would keep this thread busy for ever
    asking.join(PATIENCE)
    answer = found[0] if found else Answer(failure="too-slow")
    if answer.failure:
        zh, en = (text.format_map({"reason": answer.reason}) for text in SENTENCES[answer.failure])
        raise Undelivered(zh=f"{base}{BUILD}：{zh}", en=f"{base}{BUILD}: {en}")
    if answer.status in _NOT_THERE:
        return None
    if answer.status in REDIRECTS:
        to = urlsplit(urljoin(base, answer.header("location"))).hostname or "?"
        raise Undelivered(
            zh=f"{base}{BUILD} 轉址到 {to}；請改用該網站的網址",
            en=f"{base}{BUILD} is redirected to {to}; give the address of that site",
        )
    if answer.status != 200:
        raise Undelivered(
            zh=f"{base}{BUILD}：主機回應 {answer.status}；若從未發布過，請先發布一次",
            en=f"{base}{BUILD}: the host answers {answer.status}; if nothing was ever published, publish once by hand",
        )
    return answer.body


def _ask(base: str) -> Answer:
    """The answer of a host, which may lead to another address of its own, or from http to https."""
    address = f"{base}{BUILD}?{token_hex(8)}"  # the answer that a CDN kept may be of an earlier publication
    answer = Asker(base).read(address, LARGEST)
    for _ in range(_MOVES):
        if answer.status not in REDIRECTS or answer.failure:
            break
        address, before = urljoin(address, answer.header("location")), urlsplit(address)
        after = urlsplit(address)
        if after.hostname != before.hostname or after.scheme not in ("https", before.scheme):
            break
        answer = Asker(base).read(address, LARGEST)
    return answer


def _read(raw: bytes) -> PublishedState:
    try:
        told: Any = json.loads(raw) if len(raw) <= LARGEST else None
        name, records, day = told["generator"]["name"], told["records"]["digest"], told["day"]
        if name == DISTRIBUTION and _DIGEST.fullmatch(records):
            return PublishedState(records, PartialDate.parse(day))
    except (ValueError, TypeError, KeyError, RecursionError, PydanticCustomError):
        pass
    raise Undelivered(
        zh=f"讀到的不是這個產生器的 {BUILD}；請確認 --published 指的是這個入口網已發布的首頁",
        en=f"what was read is not a {BUILD} of this generator; check that --published names the front page of this "
        "portal as it is published",
    )
