"""What each published page was made from, so that the next build knows which pages to make again."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from portal.pages.render.facts import Facts
    from portal.pages.render.trace import Fact


@dataclass(slots=True)
class Ledger:
    """The key and the facts of each page.

    The key is a digest of everything known before a page is rendered: its template, its frame, and the content of
    its source. The facts are what its template then read of other records, labels and back-links.
    """

    facts: dict[Fact, bytes] = field(default_factory=dict)
    """The digest of each fact when it was last read; of one that follows from another, the digest of that."""
    grounds: dict[Fact, Any] = field(default_factory=dict)
    """What those facts then were from which others follow."""
    pages: dict[str, tuple[bytes, bytes]] = field(default_factory=dict)
    """By file path: the key, and the positions of the page's facts in ``facts`` as an array of ``I``."""
    _positions: dict[Fact, int] = field(default_factory=dict)

    def stale(self, keys: Mapping[str, bytes], now: Facts) -> set[str]:
        """Which of the pages, given with their keys, have to be made again."""
        changed = frozenset(
            position
            for position, (fact, digest) in enumerate(self.facts.items())
            if self._has_changed(fact, digest, now)
        )
        return {path for path, key in keys.items() if self._is_stale(path, key, changed)}

    def _is_stale(self, path: str, key: bytes, changed: frozenset[int]) -> bool:
        known = self.pages.get(path)
        if known is None or known[0] != key:
            return True
        return bool(changed) and not changed.isdisjoint(array("I", known[1]))

    def note(self, path: str, key: bytes, facts: Iterable[Fact]) -> None:
        """Remember what a page was made from."""
        positions = self._positions or {fact: n for n, fact in enumerate(self.facts)}
        self._positions = positions
        for fact in facts:
            if fact not in positions:
                positions[fact] = len(positions)
                self.facts[fact] = b""
        self.pages[path] = key, array("I", sorted(positions[fact] for fact in facts)).tobytes()

    def close(self, keys: Mapping[str, bytes], now: Facts) -> None:
        """Forget pages that no longer exist, and record the facts as they are now."""
        self.pages = {path: known for path, known in self.pages.items() if path in keys}
        bases = {fact: now.basis_of(fact) for fact in self.facts}
        grounds = dict.fromkeys(basis for basis in bases.values() if basis)
        self.facts = {fact: now.of(basis or fact) for fact, basis in bases.items()}
        self.facts |= {basis: now.of(basis) for basis in grounds}
        self.grounds = {basis: now.ground(basis) for basis in grounds}
        self._positions = {}

    def _has_changed(self, fact: Fact, digest: bytes, now: Facts) -> bool:
        """Whether a fact is another now; nobody asks as long as that is the same from which it follows."""
        basis = now.basis_of(fact)
        if now.of(basis or fact) == digest:
            return False
        return basis is None or not digest or now.differs(fact, self.grounds[basis])
