"""What a drawing (SVG) must not hold: opened by itself, it is a document that can run programs and load others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Mapping

_SVG = "http://www.w3.org/2000/svg"
_XHTML = "http://www.w3.org/1999/xhtml"

_NAMES = (
    "a animate animateMotion animateTransform circle clipPath defs desc ellipse filter g image line linearGradient "
    "marker mask metadata mpath path pattern polygon polyline radialGradient rect set stop style svg switch symbol "
    "text textPath title tspan use view feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix "
    "feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR "
    "feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight "
    "feTile feTurbulence altGlyph altGlyphDef altGlyphItem color-profile cursor font font-face font-face-format "
    "font-face-name font-face-src font-face-uri glyph glyphRef hkern missing-glyph tref vkern"
)
_ELEMENTS = frozenset(_NAMES.split())
"""Those of SVG 1.1 and 2 that only draw; ``script``, ``foreignObject`` and the like are not among them."""

_ANIMATED = frozenset({"animate", "animateMotion", "animateTransform", "set"})
_INNER = re.compile(r"#|data:image/(png|jpeg|gif|webp|avif)[;,]", re.IGNORECASE)
"""What a drawing may show: parts of itself, and pixels that it holds."""
_OUTER = re.compile(r"https?://", re.IGNORECASE)
_SPACE = re.compile(r"[\x00-\x20]+")
_LOADED = re.compile(
    r"@import|url\((?![\s'\"]*(?:#|data:image/(?:png|jpeg|gif|webp|avif)[;,]))", re.IGNORECASE
)
"""What a style loads."""

Found = tuple[int, int, str, str]
"""Line and column, from 1, a code, and what was found there."""


class _Refused(Exception):
    """Ends reading: something was found."""


class _Reader:
    """Reads one drawing."""

    def __init__(self) -> None:
        self.found: Found | None = None
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.CharacterDataHandler = self._text
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.ProcessingInstructionHandler = self._instruction
        self._parser.buffer_text = True
        self._is_first = True
        self._style: list[str] | None = None

    def read(self, raw: bytes) -> Found | None:
        """What is found first."""
        try:
            self._parser.Parse(raw, True)
        except _Refused:
            return self.found
        except expat.ExpatError as error:
            reason = expat.errors.messages[error.code]
            return error.lineno, error.offset + 1, "image-unreadable", reason
        except Exception as error:  # a codec of Python that the file names can fail in any way
            return 1, 1, "image-unreadable", str(error)
        return None

    def _refuse(self, what: str, code: str = "svg-with-programs") -> None:
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        self.found = line, column, code, what
        raise _Refused

    def _doctype(
        self, _name: str, _system: str | None, _public: str | None, has_subset: bool
    ) -> None:
        if has_subset:
            self._refuse("<!DOCTYPE […]>")

    def _instruction(self, target: str, _data: str) -> None:
        if target.lower() == "xml-stylesheet":
            self._refuse(f"<?{target}?>")

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if self._is_first and (tag != "svg" or space != _SVG):
            self._refuse(f"<{tag}>", "content-unknown")
        self._is_first = False
        if space == _XHTML or (space in (_SVG, "") and tag not in _ELEMENTS):
            self._refuse(f"<{tag}>")
        if tag == "style":
            self._style = []
        for full, value in attributes.items():
            self._attribute(tag, full.rpartition(" ")[2], value)

    def _attribute(self, tag: str, name: str, value: str) -> None:
        lower, plain = name.lower(), _SPACE.sub("", value)
        is_link = lower in ("href", "src")
        fits = _INNER.match(plain) or not plain or (tag == "a" and _OUTER.match(plain))
        if lower.startswith("on") or (is_link and not fits):
            self._refuse(f"{name}={value!r}" if is_link else name)
        if (
            tag in _ANIMATED
            and lower == "attributename"
            and plain.lower().rpartition(":")[2] in ("href", "src")
        ):
            self._refuse(f"{name}={value!r}")
        if loaded := _LOADED.search(value):
            self._refuse(f"{name}: {loaded[0]}")

    def _text(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def _end(self, _name: str) -> None:
        if self._style is not None:
            if loaded := _LOADED.search("".join(self._style)):
                self._refuse(f"<style>: {loaded[0]}")
            self._style = None


def svg_fault(raw: bytes) -> Found | None:
    """The first thing in a drawing that runs or loads something, or why it is no drawing; None if nothing is wrong."""
    return _Reader().read(raw)
