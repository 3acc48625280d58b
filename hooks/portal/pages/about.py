"""What the page about this site tells of the state that the site is in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from portal.model.values.locale import BY_CODE

if TYPE_CHECKING:
    from portal.model.catalog.public_state import PublicState
    from portal.pages.render.renderer import Renderer
    from portal.pages.render.view import View

ABOUT = "about/"
"""The address of the written page; a portal without it tells nothing."""

TEMPLATE = "about_state.html.j2"

LICENSES = "licenses.txt"
"""The licenses of the programs that the site sends to browsers, below its root."""

_GITHUB, _GITLAB = re.compile(r"(^|\.)github\b"), re.compile(r"(^|\.)gitlab\b")
"""Hosts of either kind: ``github.com``, ``gitlab.com``, and a government's own, as ``gitlab.example.gov.tw``."""


@dataclass(frozen=True, slots=True)
class ShownCommit:
    """The commit as a page shows it."""

    commit: str = ""
    """The hash in full; empty if unknown."""
    short: str = ""
    url: str = ""
    """Where it can be read; empty if nobody knows."""
    modified: bool = False
    """Whether the site was made with changes that are in no commit."""


def state_html(renderer: Renderer, view: View, state: PublicState, made_from: ShownCommit) -> str:
    """The part of the page that is made from records."""
    up = "../" * BY_CODE[view.locale].prefix.count("/")  # from the front page of the locale
    return renderer.fill(
        view, TEMPLATE, state=state, made_from=made_from, licenses=f"{up}{LICENSES}"
    )


def commit_url(repository: str | None, commit: str) -> str:
    """Where a commit can be read, if the address of the repository has a known form; otherwise empty.

    >>> commit_url("https://github.com/city/portal", "98fb6112")
    'https://github.com/city/portal/commit/98fb6112'
    >>> commit_url("https://gitlab.example.gov.tw/city/portal.git", "98fb6112")
    'https://gitlab.example.gov.tw/city/portal/-/commit/98fb6112'
    """
    try:
        found = urlsplit(repository or "")
        host, has_secret = found.hostname or "", "@" in found.netloc
    except ValueError:
        return ""
    path = found.path.rstrip("/").removesuffix(".git")
    known = found.scheme in ("http", "https") and path.count("/") >= 2
    if not known or has_secret or found.query or found.fragment:
        return ""
    between = "/commit/" if _GITHUB.search(host) else "/-/commit/" if _GITLAB.search(host) else ""
    return between and f"{found.scheme}://{found.netloc}{path}{between}{commit}"
