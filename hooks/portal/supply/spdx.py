"""Expressions of licenses (SPDX 3, annex B), read by the library ``license-expression``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


@cache
def _licensing() -> Any:
    from license_expression import get_spdx_licensing  # noqa: PLC0415 (loads a table of a megabyte)

    return get_spdx_licensing()


def _parsed(text: str) -> Any:
    """The tree of an expression; nothing if it is none, or names a license that is not in the list of SPDX."""
    from license_expression import ExpressionError, ExpressionParseError  # noqa: PLC0415 (see above)

    try:
        return _licensing().parse(text, validate=True, strict=True)
    except (ExpressionError, ExpressionParseError):
        return None


@cache
def expression(text: str) -> str:
    """The expression as SPDX writes it, or nothing if the text is none that names licenses of the list of SPDX."""
    tree = _parsed(text) if text and "\n" not in text else None
    return str(tree.render()) if tree is not None else ""


def is_one_license(text: str) -> bool:
    """Whether an expression is the id of one license, without ``AND``, ``OR`` and ``WITH``."""
    tree = _parsed(text)
    return tree is not None and not getattr(tree, "args", ()) and " " not in tree.render()


def holds(text: str, is_allowed: Callable[[str], bool]) -> bool:
    """Whether somebody may use what is under an expression: all sides of ``AND``, one side of ``OR``.

    ``is_allowed`` is asked about each license, together with its exception: ``GPL-2.0-only WITH …``.
    """
    return _holds(_parsed(text), is_allowed)


def _holds(tree: Any, is_allowed: Callable[[str], bool]) -> bool:
    if tree is None:
        return False
    from license_expression import AND, OR  # noqa: PLC0415 (see above)

    if isinstance(tree, AND | OR):
        sides = [_holds(side, is_allowed) for side in tree.args]
        return all(sides) if isinstance(tree, AND) else any(sides)
    return is_allowed(str(tree.render()))
