"""What commands share: options, exit codes, and the language in which they speak."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from portal.breakdown import CANNOT_RUN, ending
from portal.text.visible import visible

if TYPE_CHECKING:
    from typing import NoReturn

Command = TypeVar("Command", bound=Callable[..., Any])

_LANG, _ROOT = "portal.lang", "portal.root"
"""Under which names click's context keeps the language of the messages, and the folder of the portal."""


def _user_locale() -> str:
    """``zh`` if the user's locale is Chinese (POSIX: LC_ALL, then LC_MESSAGES, then LANG), otherwise ``en``."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "zh" if (next(filter(None, names), "")).startswith("zh") else "en"


def _note_lang(context: click.Context, _: click.Parameter, lang: str) -> str:
    """Remember the language for those who speak when the command itself no longer can."""
    context.meta[_LANG] = lang
    return lang


def _note_root(context: click.Context, _: click.Parameter, root: Path) -> Path:
    context.meta[_ROOT] = root
    return root


def root_option(command: Command) -> Command:
    """``--root``: the folder of the portal."""
    return click.option(
        "--root",
        type=click.Path(path_type=Path, file_okay=False),
        default=Path(),
        callback=_note_root,
        help="Folder of the portal, with data/ and content/. Default: the current folder.",
    )(command)


def lang_option(command: Command) -> Command:
    """``--lang``: the language of the messages."""
    return click.option(
        "--lang",
        type=click.Choice(["zh", "en"]),
        default=_user_locale,
        show_default="your locale",
        callback=_note_lang,
        help="Language of the messages.",
    )(command)


def format_option(choices: Sequence[str], about: str) -> Callable[[Command], Command]:
    """``--format``: how the result is written, unless told otherwise in the first of the formats."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(choices),
        default=choices[0],
        show_default=True,
        help=about,
    )


def end_by(error: Exception, context: click.Context) -> NoReturn:
    """Say what has ended the command, such as what the operating system refused, and end it."""
    found = ending(error, context.meta.get(_ROOT) or Path())
    click.echo(found.sentences[context.meta.get(_LANG) or _user_locale()], err=True)
    sys.exit(found.exit_code)


def fail(lang: str, *, zh: str, en: str) -> NoReturn:
    """Say why the command cannot run, and end it."""
    lines = {"zh": zh, "en": en}[lang].split("\n")
    click.echo("\n".join(map(visible, lines)), err=True)
    sys.exit(CANNOT_RUN)
