"""Compiled templates, kept as Python keeps compiled modules: beside the code, never in the folder of a site.

Those of the package are kept in its ``__pycache__``, or where ``PYTHONPYCACHEPREFIX`` says, unless Python shall write
no bytecode. Others, as a portal's own, are compiled once by each process.
"""

from __future__ import annotations

import marshal
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

from portal.data.store import keep, recall
from portal.resources import PACKAGE

if TYPE_CHECKING:
    from types import CodeType

    from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """Shared by the locales' environments, by forked processes, by the rebuilds of a preview, and by later builds."""

    def __init__(self, package: Path = PACKAGE) -> None:
        """Templates below the folder ``package`` are kept there."""
        self._package = package
        self._known: dict[str, tuple[str, CodeType]] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Where the template lies, for its code names that place in tracebacks."""
        return filename or name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Code that was compiled from the same text, by this process or by another of the same code."""
        text, code = self._known.get(bucket.key) or ("", None)
        if text != bucket.checksum:
            code = self._recalled(bucket)
        if code is not None:
            self._known[bucket.key] = bucket.checksum, code
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what has just been compiled."""
        assert bucket.code is not None
        self._known[bucket.key] = bucket.checksum, bucket.code
        path = self.path_of(bucket.key)
        if path and not sys.dont_write_bytecode:
            with suppress(OSError):  # as Python, which also goes on without
                keep(path, (bucket.key, bucket.checksum, marshal.dumps(bucket.code)))

    def path_of(self, key: str) -> Path | None:
        """The file for the code of a template; None if it is not one of the package."""
        source = Path(key)
        if self._package not in source.parents:
            return None
        name = "-".join(source.relative_to(self._package).parts)
        return Path(cache_from_source(str(self._package / name))).with_suffix(f"{source.suffix}c")

    def _recalled(self, bucket: Bucket) -> CodeType | None:
        path = self.path_of(bucket.key)
        match recall(path) if path else None:
            case (bucket.key, bucket.checksum, bytes(code)):
                found: CodeType = marshal.loads(code)  # intact, and written by the same Python
                return found
        return None


COMPILED = Compiled()
