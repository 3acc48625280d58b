"""What the operating system refuses, told as a sentence: no permission, a full disk, a file that has vanished."""

from __future__ import annotations

import errno
import os

from portal.data.problem import Place, Problem
from portal.text.visible import visible

_CODES = {
    errno.EACCES: "system-permission",
    errno.EPERM: "system-permission",
    errno.EROFS: "system-read-only",
    errno.ENOSPC: "system-disk-full",
    errno.EDQUOT: "system-disk-full",
    errno.EMFILE: "system-open-files",
    errno.ENFILE: "system-open-files",
    errno.ENOENT: "system-vanished",
    errno.ESTALE: "system-vanished",
    errno.EEXIST: "system-other-thing",
    errno.EISDIR: "system-other-thing",
    errno.ENOTDIR: "system-other-thing",
    errno.ENOTEMPTY: "system-other-thing",
    errno.ELOOP: "system-other-thing",
    errno.ENOMEM: "system-memory",
}


def refusal(error: OSError | MemoryError) -> Problem:
    """The problem that an error of the system is, at the file or folder that it names, if it names one."""
    if isinstance(error, MemoryError):
        return Problem(Place("portal"), "system-memory")
    names = (error.filename, error.filename2)
    path = next((os.fsdecode(name) for name in names if isinstance(name, str | bytes)), "portal")
    code = _CODES.get(error.errno or 0, "system-otherwise")
    reason = errno.errorcode.get(error.errno or 0, "") or str(error) or type(error).__name__
    return Problem(Place(path), code, {"reason": reason})


def sentence(error: OSError | MemoryError, locale: str) -> str:
    """``path: sentence`` in ``zh`` or ``en``; where in the file it happened means nothing."""
    problem = refusal(error)
    return f"{visible(problem.place.path)}: {problem.message(locale)}"
