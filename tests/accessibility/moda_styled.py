"""a11y-moda, with the style sheets of pages on a disk: of itself it reads those of servers only.

Without them the rules on style sheets judge nothing, and CS3140802C (level AAA: some rule must say how high lines are)
fails on every page, whatever stands there. What its rules get is what it makes of the same text in a ``<style>``.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from urllib.request import url2pathname

from a11y_moda import css_utils
from bs4 import BeautifulSoup

ROOT = Path(sys.argv[2]).as_uri() if sys.argv[2:] else ""
"""Where the address ``/`` is: after the word ``site`` stands the folder of the pages."""

of_page = css_utils.collect_declarations


@cache
def of_file(file: Path) -> list[css_utils.Declaration]:
    """What a style sheet declares; one that is missing, nothing."""
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    inside = BeautifulSoup(f"<style>{text}</style>", "html.parser")
    declared: list[css_utils.Declaration] = of_page(inside, "", fetch_external=False)
    return declared


def collected(
    soup: BeautifulSoup, base_url: str, *, fetch_external: bool = True
) -> list[css_utils.Declaration]:
    """What a page declares and what the style sheets do that it links to."""
    found: list[css_utils.Declaration] = of_page(soup, base_url, fetch_external=fetch_external)
    for link in soup.select('link[rel~="stylesheet"][href]'):
        href = str(link["href"])
        address = urlsplit(urljoin(base_url, f"{ROOT}{href}" if href.startswith("/") else href))
        if address.scheme == "file":
            found += of_file(Path(url2pathname(address.path)))
    return found


if __name__ == "__main__":
    css_utils.collect_declarations = collected
    from a11y_moda.cli import main  # the rules take the function by its name, so they come after

    sys.exit(main())
