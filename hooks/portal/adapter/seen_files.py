"""Which files of ``content/`` MkDocs sees: it lists them itself, follows links, and publishes whatever it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.pages.content import CONTENT
from portal.pages.side_folders import PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from portal.data.problem import Problem


class SeenFiles:
    """Those that are published: pages, and what public pages and records use."""

    def __init__(self) -> None:
        self.published: Collection[str] = ()
        """From the root of the portal."""

    def select(self, files: Files, config: MkDocsConfig) -> None:
        """Take all others away."""
        for file in list(files):
            name = f"{CONTENT}/{file.src_uri}"
            if file.src_dir == config.docs_dir and name not in self.published:
                files.remove(file)


def is_led_astray(problems: Iterable[Problem]) -> bool:
    """Whether MkDocs would follow a link to a folder before that, or wait for a pipe in place of a template."""
    for problem in problems:
        top, is_no_file = problem.place.path.partition("/")[0], problem.code.startswith("file-is-")
        if top == CONTENT:
            is_no_file = problem.code in ("file-is-link", "folder-too-deep")
        if is_no_file and top not in ("data", PUBLISHED):
            return True
    return False
