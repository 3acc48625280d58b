"""HTML on a written page that it may not hold, or that breaks the page around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import shorten
from portal.pages.writing.allowed_html import taken_away
from portal.pages.writing.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.pages.writing.html_scan import HtmlScan

_ADDRESSES = {("a", "href"), ("img", "src")}


def html_findings(html: str, scan: HtmlScan) -> Iterator[Finding]:
    """Elements, attributes and schemes that a sanitizer would take away; comments; tags without their counterpart."""
    refused = set()
    for index, tag, attribute in taken_away(html, scan):
        refused.add((index, attribute))
        if not attribute:
            yield Finding("element-not-allowed", {"found": f"<{tag}>"}, index, sought=(f"<{tag}",))
        elif index is not None and (tag, attribute) in _ADDRESSES:
            address = scan.elements[index].attrs[attribute]
            yield Finding("unsafe-link", {"found": address}, index, sought=(address,))
        else:
            found = {"found": attribute, "key": f"<{tag}>"}
            yield Finding(
                "attribute-not-allowed", found, index, sought=(attribute,), is_listed=True
            )
    for index, element in enumerate(scan.elements):
        if element.tag == "!":
            found = {"found": shorten(element.text.strip())}
            sought = tuple(f"{sign}{element.text}" for sign in ("<!--", "<!", "<?"))
            yield Finding(
                "comment-on-page",
                found,
                index,
                sought=sought,
            )
        elif element.tag.startswith("/"):
            name = f"<{element.tag}>"
            yield Finding("end-tag-alone", {"found": name}, index, sought=(name,))
        elif element.is_open and (index, "") not in refused:
            name = f"<{element.tag}>"
            found = {"found": name, "cure": f"</{element.tag}>"}
            yield Finding("element-not-closed", found, index, sought=(f"<{element.tag}",))
