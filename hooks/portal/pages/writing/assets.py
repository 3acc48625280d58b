"""All files beside the written pages: which are sound, which are used, and what is wrong with the others."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from portal.data.problem import Place, Problem
from portal.model.values.locale import LOCALES
from portal.pages.writing.asset_problems import collisions, file_problem
from portal.pages.writing.asset_use import style_targets, used_assets

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from portal.data.media_facts import MediaFacts
    from portal.pages.content import Asset


class Assets:
    """The files of ``content/`` that are no pages."""

    def __init__(
        self, assets: Iterable[Asset], asked_for: Collection[str], known: MediaFacts
    ) -> None:
        """``asked_for`` are the addresses of files that settings name or outputs let a portal replace.

        ``known`` has what was found in pictures and documents before.
        """
        self._asked_for = asked_for
        found = {asset: file_problem(asset, asked_for, known) for asset in assets}
        self._problems = [problem for problem in found.values() if problem]
        self._sound = [asset for asset, problem in found.items() if not problem]

    def problems(self, pages: Iterable[str], files: Collection[str]) -> Iterator[Problem]:
        """What is wrong with each; ``pages`` and ``files`` are the addresses of all others below the site's root."""
        yield from self._problems
        own = [asset for asset in self._sound if asset.address not in self._asked_for]
        taken = dict(collisions(own, pages, files)) if own else {}
        self._sound = [asset for asset in self._sound if asset not in taken]
        yield from taken.values()

    def used(self, targets: Iterable[tuple[str, str]], texts: Callable[[], str]) -> set[str]:
        """The names of sound ones among the targets, or in the texts of templates and styles, or asked for."""
        meant = [asset for asset in self._sound if asset.address in self._asked_for]
        others = [asset for asset in self._sound if asset.address not in self._asked_for]
        loaded = style_targets(asset for asset in meant if asset.suffix == "css")
        used = used_assets(others, chain(targets, loaded), texts) if others else set()
        return used | {asset.name for asset in meant}

    def unused(
        self, targets: Iterable[tuple[str, str]], texts: Callable[[], str]
    ) -> Iterator[Problem]:
        """Sound ones that nothing uses."""
        used = self.used(targets, texts)
        for asset in self._sound:
            if asset.name not in used:
                link = asset.address
                for locale in LOCALES:  # links leave the language to the reader
                    link = link.removeprefix(locale.prefix)
                found = {"found": asset.name.rpartition("/")[2], "cure": f"/{link}"}
                yield Problem(Place(asset.name), "asset-unused", found)
