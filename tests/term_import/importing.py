"""A portal with a few words, the files of its term base, and what `portal terms import` says of one of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result
from commanding import run
from outputs.terminology.terms_portal import term_file, terms_portal

from portal.edition import Edition

GLOSSARY = Path("data", "glossary.yaml")


class Importing:
    """The portal in a folder, from which a file has been exported."""

    def __init__(
        self, root: Path, kind: str, portal: Callable[[Path], Edition] = terms_portal
    ) -> None:
        self.root, self.file = root, root.parent / f"terms.{kind}"
        self.exported = term_file(portal(root), kind)
        self.before = self.glossary
        self.file.write_bytes(self.exported)

    @property
    def glossary(self) -> str:
        return (self.root / GLOSSARY).read_text(encoding="utf-8")

    def edit(self, *changes: tuple[str, str]) -> None:
        """Change what the file says, as another tool would."""
        text = self.file.read_bytes().decode()
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        self.file.write_bytes(text.encode())

    def take(self, *options: str, lang: str = "en") -> Result:
        """What the command says."""
        return run("terms", "import", self.file, "--root", self.root, "--lang", lang, *options)

    def expect(self, *changes: tuple[str, str]) -> None:
        """The import succeeds, and changes the glossary in exactly these places."""
        result = self.take()
        assert result.exit_code == 0, result.output
        meant = self.before
        for old, new in changes:
            assert meant.count(old) == 1, old
            meant = meant.replace(old, new)
        assert self.glossary == meant

    def refused(self, lang: str = "en") -> list[str]:
        """The problems, with which nothing is written: line and column in the file, and the sentence."""
        result = self.take(lang=lang)
        assert result.exit_code == 1, result.output
        assert self.glossary == self.before
        return [line.removeprefix(f"{self.file}:") for line in result.stderr.splitlines()]
