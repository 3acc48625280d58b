"""How a build ends that cannot go on: in a sentence, with the exit code of a command that cannot run."""

from __future__ import annotations

from mkdocs.plugins import get_plugin_logger

from portal.data.system_refusal import sentence

log = get_plugin_logger("portal")

CANNOT_RUN = 2
"""The exit code: not 1, which tells of problems in the portal."""


def end_with(error: Exception) -> None:
    """End the process if the operating system has refused something; leave everything else to MkDocs."""
    if isinstance(error, OSError | MemoryError):
        log.error("%s\n    %s", sentence(error, "zh"), sentence(error, "en"))
        raise SystemExit(CANNOT_RUN) from None
