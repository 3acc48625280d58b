"""Every written page exists in each language; pages that are missing for one reason are told once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from portal.data.problem import Place, Problem
from portal.model.values.locale import LOCALES
from portal.pages.content import CONTENT, page_address

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping


def pair_problems(
    pages: Mapping[str, Collection[str]],
    required: Collection[str],
    hides: Callable[[str], bool],
) -> Iterator[Problem]:
    """Pages that one language lacks; ``pages`` are their files below the folder of each locale.

    ``hides`` tells whether a file that was not found may exist.
    """
    if not any(pages.values()):
        yield Problem(Place(CONTENT), "folder-missing", {"found": CONTENT})
        return
    lacks = []
    for locale in LOCALES:
        others = {name for code, names in pages.items() if code != locale.code for name in names}
        lacked = (others | {*required}) - {*pages[locale.code]}
        lacked -= {name for name in lacked if hides(f"{CONTENT}/{locale.code}/{name}")}
        lack = _Lack(locale.code, lacked, others)
        yield from lack.folders(pages[locale.code])
        lacks.append(lack)
    if all(len(lack.names) == 1 and lack.names <= lack.others for lack in lacks):
        yield _named_apart(*lacks)
    else:
        for lack in lacks:
            yield from lack.pages(required)


@dataclass
class _Lack:
    """What one language lacks."""

    locale: str
    names: set[str]
    """The pages."""
    others: set[str]
    """Those of the other language."""

    def folders(self, own: Collection[str]) -> Iterator[Problem]:
        """Folders without any page, although there are several in the other language; each tells of its pages."""
        have = {folder for name in own for folder in PurePosixPath(name).parents}
        gone: dict[PurePosixPath, set[str]] = defaultdict(set)
        for name in self.names:
            folders = [f for f in PurePosixPath(name).parents if f not in have]
            if folders:
                gone[folders[-1]].add(name)
        for folder, names in sorted(gone.items()):
            if len(names) > 1:
                self.names -= names
                paths = (PurePosixPath(CONTENT, code, folder) for code in self._codes())
                own_path, other = map(str, paths)
                found = {"found": own_path, "other": other, "sum": str(len(names))}
                yield Problem(Place(own_path), "pages-missing", found)

    def pages(self, required: Collection[str]) -> Iterator[Problem]:
        """Each page."""
        for name in sorted(self.names):
            own, other = (f"{CONTENT}/{code}/{name}" for code in self._codes())
            if name in required:
                missing = (f"/{page_address(PurePosixPath(name))}",)
                yield Problem(Place(own), "page-missing", {"found": own}, missing)
            else:
                yield Problem(Place(other), "page-unpaired", {"found": other, "cure": own})

    def _codes(self) -> tuple[str, str]:
        (other,) = (locale.code for locale in LOCALES if locale.code != self.locale)
        return self.locale, other


def _named_apart(one: _Lack, other: _Lack) -> Problem:
    """A page in each language that seem to be one under two names."""
    (first,), (second,) = one.names, other.names
    path, found = f"{CONTENT}/{one.locale}/{second}", f"{CONTENT}/{other.locale}/{first}"
    return Problem(Place(path), "pages-named-apart", {"found": path, "other": found})
