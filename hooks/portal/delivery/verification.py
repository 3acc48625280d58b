"""Compares what a host serves with a built site."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from portal.delivery.at_once import at_once
from portal.delivery.canonical import built_for
from portal.delivery.deviations import Deviation
from portal.delivery.expected import INDEX, Expected, expected
from portal.delivery.judging import REDIRECTS, judge
from portal.delivery.probes import probe
from portal.delivery.sent_as import media_type
from portal.delivery.undelivered import Undelivered
from portal.site_file import BUILD

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from portal.delivery.asking import Asker
    from portal.delivery.built_site import BuiltSite

_HOPS = 10
_FOLLOWS = frozenset({"content", "missing", "redirected"})
"""Deviations that are no surprise if the host serves another build."""

_FIRST_PAUSE, _LONGEST_PAUSE = 2.0, 30.0
"""Seconds between two rounds: twice as many each time."""


def parse_base(url: str) -> str:
    """The address of a site, with a slash at its end. Raises Undelivered for what is none, and for passwords."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        parts = urlsplit("")
    if parts.username is not None or parts.password is not None:
        raise Undelivered(
            zh="網址裡有帳號或密碼，會留在紀錄中，因此不使用；請寫進 ~/.netrc",
            en="the address holds a user name or a password, which would stay in logs; put them into ~/.netrc",
        )
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise Undelivered(
            zh="請寫出網站首頁的完整網址，例如 https://www.example.org/portal/",
            en="write the whole address of the front page, such as https://www.example.org/portal/",
        )
    return f"{parts.scheme}://{parts.netloc}{parts.path.removesuffix(INDEX).rstrip('/')}/"


@dataclass
class Verification:
    """One comparison."""

    site: BuiltSite
    asker: Asker
    patience: float
    """Seconds for which a host may still serve what it had before."""
    advance: Callable[[int], None]
    """Is told how many more addresses have been asked for."""
    gone: Sequence[str] = ()
    """Addresses that the site had once, below its own, and that nobody may find any more."""

    def deviations(self) -> list[Deviation]:
        """Everything that is wrong when patience has ended."""
        until, pause = time.monotonic() + self.patience, _FIRST_PAUSE
        while True:
            found = self._at_the_door() or self._other_build()
            if not _serious(found) or time.monotonic() >= until:
                break
            pause = _rest(pause, until)
        if found and found[0].code != "other-build":
            return found
        files = list(expected(self.site))
        by_address = self._ask_all(files)
        probed = list(probe(self.site, self.asker, self.gone))
        while _serious([*by_address.values(), probed]) and time.monotonic() < until:
            pause = _rest(pause, until)
            failed = [file for file in files if _serious(by_address[file.address])]
            by_address |= self._ask_all(failed)
            probed = list(probe(self.site, self.asker, self.gone)) if _serious(probed) else probed
            found = self._other_build()
        every = [
            deviation for deviations in by_address.values() for deviation in deviations
        ] + probed
        return self._with_causes(found, every, len(files))

    def _at_the_door(self) -> list[Deviation]:
        """Why there is no use in asking for more."""
        answer, address, seen = self.asker.ask(""), self.asker.base, {self.asker.base}
        if answer.failure in {"unreachable", "tls"}:
            return [Deviation(answer.failure, "", (("reason", answer.reason),))]
        first = answer
        while answer.status in REDIRECTS and len(seen) < _HOPS:
            address = urljoin(address, answer.header("location"))
            if address in seen:
                return [Deviation("redirect-loop", "")]
            if urlsplit(address).scheme not in {"http", "https"}:
                break
            seen.add(address)
            if urlsplit(address).netloc != urlsplit(self.asker.base).netloc:
                break  # what another host does is not ours to ask
            answer = self.asker.ask(address)
        if len(seen) >= _HOPS:
            return [Deviation("redirect-loop", "")]
        if first.status in REDIRECTS:
            return [Deviation("redirects-away", "", (("to", address),))]
        inner = {file.sha256: path for path, file in self.site.files.items() if path != INDEX}
        if (
            first.status == 200
            and first.sha256 in inner
            and first.sha256 != self.site.files[INDEX].sha256
        ):
            return [Deviation("inner-place", "", (("path", inner[first.sha256]),))]
        return []

    def _other_build(self) -> list[Deviation]:
        """Whether the host says that it has another build."""
        if BUILD not in self.site.files:
            return []
        theirs = self.asker.read_json(BUILD)
        if theirs is None or theirs == self.site.build:
            return []
        return [
            Deviation(
                "other-build", "", (("ours", _name(self.site.build)), ("theirs", _name(theirs)))
            )
        ]

    def _ask_all(self, files: Sequence[Expected]) -> dict[str, list[Deviation]]:
        """What is wrong, by address."""
        found = {}
        for file, answer in at_once(lambda file: self.asker.ask(file.address, file.size), files):
            found[file.address] = list(judge(file, answer, self.asker.base, media_type(file.path)))
            self.advance(1)
        return found

    def _with_causes(
        self, builds: list[Deviation], every: list[Deviation], asked: int
    ) -> list[Deviation]:
        """The deviations without those that follow from another."""
        built = built_for(self.site)
        if sum(deviation.code == "missing" for deviation in every) == asked:
            return [Deviation("wrong-place", "", (("built", built or "–"),))]
        if builds:
            every = [deviation for deviation in every if deviation.code not in _FOLLOWS]
        if built and urlsplit(built).path != urlsplit(self.asker.base).path:
            builds = [*builds, Deviation("other-path", "", (("built", built),))]
        return builds + every


def _serious(found: Collection[Deviation] | Sequence[Sequence[Deviation]]) -> bool:
    """Whether any of them is more than a notice."""
    return any(
        not deviation.is_notice if isinstance(deviation, Deviation) else _serious(deviation)
        for deviation in found
    )


def _rest(pause: float, until: float) -> float:
    """Sleep, and say how long the next time."""
    time.sleep(max(0.0, min(pause, until - time.monotonic())))
    return min(pause * 2, _LONGEST_PAUSE)


def _name(build: Mapping[str, object]) -> str:
    """A build as people tell it from others."""
    commit, day = str(build.get("commit") or "–")[:12], str(build.get("day") or "")
    site = build.get("site")
    digest = str(site.get("digest", "")) if isinstance(site, dict) else ""
    return " ".join(filter(None, (commit, day, digest.removeprefix("sha256:")[:8])))
