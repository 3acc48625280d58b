"""MkDocs as ``portal build`` and ``portal serve`` start it, in a process of its own."""

from __future__ import annotations

import sys
from itertools import pairwise

from portal.interruption import end_at_once, heed_interruptions


def run() -> None:
    """Run the command of MkDocs that the arguments name; an interruption is heeded while MkDocs is being loaded too."""
    end_at_once()
    from mkdocs.__main__ import cli  # noqa: PLC0415

    from portal.adapter.failure import end_with  # noqa: PLC0415

    heed_interruptions()
    try:
        cli(prog_name="mkdocs")
    except Exception as error:
        end_with(error, _config_file())
        raise


def _config_file() -> str:
    following = dict(pairwise(sys.argv))
    return following.get("--config-file", "mkdocs.yml")


if __name__ == "__main__":
    run()
