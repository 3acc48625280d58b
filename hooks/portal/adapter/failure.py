"""How a build ends that cannot go on: in sentences, with the exit code of a command that cannot run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from click import ClickException
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from portal.adapter.settings_problems import settings_problems
from portal.breakdown import ending

if TYPE_CHECKING:
    from portal.data.problem import Problem

log = get_plugin_logger("portal")


class Failures:
    """What has ended a build of one ``mkdocs`` process, or is wrong while a preview goes on."""

    def __init__(self) -> None:
        self.config_file = "mkdocs.yml"
        """Whose portal is being built."""
        self.somebody_tells = False
        """Whether whoever asked for a build goes on when it fails, and tells why."""
        self._refused: list[Problem] = []

    def refuse(self, problems: list[Problem], *, can_go_on: bool) -> None:
        """Raise PluginError with every problem; a preview, which can continue, only logs them."""
        self._refused = [] if can_go_on else problems
        if not problems:
            return
        text = "\n".join(f"{p.line('zh')}\n    {p.message('en')}" for p in problems)
        if not can_go_on:
            raise PluginError(f"{len(problems)} problem(s):\n{text}")
        log.error("%s", text)

    def end(self, error: Exception) -> None:
        """End the process with what has ended the build, unless MkDocs or somebody else tells it."""
        if not self.somebody_tells and not isinstance(error, ClickException):
            end_with(error, self.config_file)

    def told(self, error: Exception) -> list[str]:
        """Why a build has failed, in lines."""
        if self._refused:
            lines = [line for p in self._refused for line in (p.line("zh"), p.line("en"))]
            self._refused = []
            return lines
        if isinstance(error, ClickException):  # MkDocs has refused its configuration
            wrong = settings_problems(Path(self.config_file))
            lines = [line for p in wrong for line in (p.line("zh"), p.line("en"))]
            return lines or [error.format_message()]
        return list(ending(error, Path(self.config_file).parent).sentences.values())


def end_with(error: Exception, config_file: str) -> None:
    """End the process, and say what has ended the build of the portal with that configuration."""
    found = ending(error, Path(config_file).parent)
    log.error("%s\n    %s", found.sentences["zh"], found.sentences["en"])
    log.debug("", exc_info=error)  # `mkdocs --verbose` shows where it came from
    raise SystemExit(found.exit_code) from None
