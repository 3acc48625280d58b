"""Everything that is wrong in the text of written pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.values.locale import LOCALES
from portal.pages.writing.findings import Finding
from portal.pages.writing.heading_pairs import HeadingPairs
from portal.pages.writing.headings import headings, level_findings
from portal.pages.writing.html_findings import html_findings
from portal.pages.writing.structure_findings import structure_findings
from portal.pages.writing.text_findings import TextFindings
from portal.text.characters import character_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from portal.data.problem import Problem
    from portal.pages.links.link_targets import LinkTargets
    from portal.pages.writing.headings import Heading
    from portal.pages.writing.writing_settings import WritingSettings
    from portal.pages.writing.written_page import WrittenPage
OF_TEMPLATE = ("heading-one-missing", "heading-of-level-one")
"""What can follow from a wrong template: whether the text has a heading of level one depends on it."""


class PageProblems:
    """Looks at all written pages, by locale and address."""

    def __init__(
        self,
        pages: Mapping[tuple[str, str], WrittenPage],
        targets: LinkTargets,
        settings: WritingSettings,
        around: Callable[[str, str], Collection[str]],
    ) -> None:
        self._pages, self._targets, self._settings = pages, targets, settings
        self._around = around
        """Returns the ids of what is shown around the page at an address in a locale."""

    def __iter__(self) -> Iterator[Problem]:
        found: dict[tuple[str, str], list[Finding]] = {}
        outlines: dict[tuple[str, str], list[Heading]] = {}
        for key, page in self._pages.items():
            if not page.is_judged or page.html is None:
                found[key] = [Finding("markdown-unreadable")] if page.is_judged else []
                continue
            around = self._around(page.address, page.locale) if page.ids else ()
            has_title = self._has_title(page)
            outlines[key], wrong = headings(page.scan, around, has_title=has_title)
            words = list(self._words(page))
            is_named = all(finding.code != "reference-undefined" for finding in words)
            found[key] = [
                *html_findings(page.html, page.scan),
                *words,
                *structure_findings(
                    page.scan, page.parts.body, page.definitions if is_named else {}
                ),
                *self._links(page),
                *wrong,
            ]
            if page.template is not None:
                found[key] += level_findings(outlines[key], has_title=has_title)
            found[key] = _without_lost_heading(found[key])
        for one, other in self._pairs():
            if one in outlines and other in outlines:
                told = _of_wrong_level(found[one]), _of_wrong_level(found[other])
                pair = HeadingPairs(outlines[one], outlines[other], told)
                on_first, on_second = pair.findings(self._pages[one].path, self._pages[other].path)
                found[one] += on_first
                found[other] += on_second
                if differing := self._other_template(one, other):
                    found[one] = [f for f in found[one] if f.code not in OF_TEMPLATE]
                    found[other] = [f for f in found[other] if f.code not in OF_TEMPLATE]
                    found[other].append(differing)
        for key, page in self._pages.items():
            yield from page.problems
            if found[key]:
                yield from _placed(page, found[key])

    def _pairs(self) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
        first, second = (locale.code for locale in LOCALES)
        for locale, address in self._pages:
            if locale == first:
                yield (first, address), (second, address)

    def _other_template(self, one: tuple[str, str], other: tuple[str, str]) -> Finding | None:
        pages = self._pages[one], self._pages[other]
        fronts = [page.front for page in pages]
        if None not in fronts and len({front.template for front in fronts if front}) > 1:
            return Finding("template-differs", {"path": pages[0].path})
        return None

    def _has_title(self, page: WrittenPage) -> bool:
        """Whether the template shows a heading of level one above the text."""
        file = self._settings.templates.get(page.template or "")
        return file is not None and "<h1" in file.read_text(encoding="utf-8", errors="replace")

    def _words(self, page: WrittenPage) -> Iterator[Finding]:
        """Wrong characters wherever they stand, code among them, and wrong words."""
        told = set()
        for fault in character_faults(page.parts.body):
            told.add(fault.found)
            yield Finding(
                fault.code, {"found": fault.found, "cure": fault.cure}, offset=fault.start
            )
        yield from TextFindings(page.scan, page.locale, page.notes).findings(told)

    def _links(self, page: WrittenPage) -> Iterator[Finding]:
        origin, notes = page.origin(), set(page.notes.values())
        for index, element in enumerate(page.scan.elements):
            if element.tag == "a" and "href" in element.attrs:
                link = element.attrs["href"]
                wrong = self._targets.judge(link, origin)
            elif element.tag == "img":
                link = element.attrs.get("src", "")
                wrong = self._targets.judge_image(link, origin)
            else:
                continue
            if wrong and link not in notes:
                code, given, missing = wrong
                yield Finding(code, given, index, sought=(link,), missing=missing)


def _placed(page: WrittenPage, found: list[Finding]) -> Iterator[Problem]:
    """Each problem once: what several links share, as a definition, is wrong in one place."""
    places = page.places
    seen = set()
    for problem in (finding.problem(places) for finding in found):
        key = problem.place, problem.code, *problem.found.values()
        if key not in seen:
            seen.add(key)
            yield problem


def _without_lost_heading(found: list[Finding]) -> list[Finding]:
    """The findings of a page, of which the id of a heading that is none without its mark needs no telling."""
    if not any(finding.code == "heading-one-missing" for finding in found):
        return found
    return [f for f in found if f.code != "mark-shown" or not f.found["key"].startswith("{")]


def _of_wrong_level(found: list[Finding]) -> set[int | None]:
    return {finding.element for finding in found if finding.code == "heading-level-skipped"}
