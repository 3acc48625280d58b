"""Scripts and styles as readers load them: without comments, and without white space that nothing needs.

Only files of the generator become lighter so, which its tests compare with what they were. Those of a portal are
published as they are: nobody has tried them.
"""

from __future__ import annotations

import rcssmin
import rjsmin

_MINIFIERS = {".js": rjsmin.jsmin, ".css": rcssmin.cssmin}


def minified(name: str, content: bytes) -> bytes:
    """A file of that name, made lighter if it is a script or a style sheet.

    A notice of a license, which has to stay, is a comment that begins with an exclamation mark: ``/*! … */``.
    """
    minify = _MINIFIERS.get(name[name.rfind(".") :])
    if minify is None:
        return content
    return str(minify(content.decode(), keep_bang_comments=True)).encode()
