"""TBX from translators' tools: version 3 (ISO 30042:2019) in both styles, DCA and DCT, and version 2 (``martif``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Place, Problem
from portal.model.records.kinds import GLOSSARY
from portal.outputs.terminology.tbx_file import BROADER, FORMS, NAMESPACE, REGISTER, UNTIL
from portal.term_import.given import CHOICES, GivenEntry, GivenFile, GivenTerm, Told
from portal.term_import.xml_tree import LANG, read_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from portal.term_import.xml_tree import Element

ENTRIES, SECTIONS = ("conceptEntry", "termEntry"), ("langSec", "langSet")
WORDS = ("termSec", "tig", "ntig")
"""Elements of version 3, and what they are called in version 2."""

STATUSES = {
    "preferredterm": "preferred",
    "preferred": "preferred",
    "admittedterm": "admitted",
    "admitted": "admitted",
    "deprecatedterm": "deprecated",
    "deprecated": "deprecated",
    "supersededterm": "deprecated",
    "superseded": "deprecated",
}
TYPES = {
    "fullform": "",
    "abbreviation": "abbreviation",
    "acronym": "abbreviation",
    "initialism": "abbreviation",
    "shortform": "short-form",
    "variant": "variant",
}
SPEECH = {
    "noun": "noun",
    "propernoun": "proper-noun",
    "verb": "verb",
    "adjective": "adjective",
}
_OF_TERM: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "administrativeStatus": ("status", STATUSES),
    "normativeAuthorization": ("status", STATUSES),
    "termType": ("type", TYPES),
    "partOfSpeech": ("part_of_speech", SPEECH),
}
_SILENT = frozenset(("transactionType", "date", "transac"))
"""What a tool says of its own work."""
_TYPED = frozenset(("admin", "descrip", "ref", "termNote", "xref"))
_GROUPS = frozenset(("adminGrp", "descripGrp", "termNoteGrp", "termGrp"))


def read_tbx(name: str, raw: bytes) -> GivenFile:
    """Everything in the file; entries with ids of another tool have an empty ``id``, and theirs as ``key``."""
    found = GivenFile()
    top, problems = read_xml(name, raw)
    found.problems += problems
    if top is None:
        return found
    if top.name not in ("tbx", "martif"):
        found.problems.append(Problem(top.place, "import-not-tbx", {"found": f"<{top.name}>"}))
        return found
    bodies = [body for text in top.all("text") for body in text.all("body")]
    elements = [entry for body in bodies for entry in body.all(*ENTRIES)]
    read = [_Entry(element, found) for element in elements]
    found.entries = [entry.read() for entry in read if entry.is_named]
    if not elements:
        found.problems.append(Problem(Place(name), "import-empty"))
    return found


class _Entry:
    """Reads one concept."""

    def __init__(self, element: Element, found: GivenFile) -> None:
        self._element, self._found = element, found
        self._key = element.get("id")
        kind, dot, id_ = self._key.partition(".")
        is_ours = bool(dot) and kind in CHOICES["kind"]
        if not is_ours:
            kind, id_ = GLOSSARY.name, ""
        elif kind == GLOSSARY.name:
            id_ = found.id(id_, element.place)
        self._given = GivenEntry(kind, id_, element.place, key=self._key)
        self.is_named = bool(id_) or not is_ours
        """Whether nothing is wrong with its id."""

    def read(self) -> GivenEntry:
        for what, one in _said(self._element):
            self._about(what, one, _language_of(one))
        for section in self._element.all(*SECTIONS):
            tag = section.get(LANG) or section.get("lang")
            if language := self._found.language(tag, section.place):
                for what, one in _said(section):
                    self._about(what, one, _language_of(one) or language)
                for word in section.all(*WORDS):
                    self._word(word, language)
        return self._given

    def _about(self, what: str, one: Element, language: str) -> None:
        """What is said of the concept as a whole, in a language or in none."""
        target = one.get("target") or one.text
        match what:
            case "subjectField":
                if value := self._found.choice("subject_field", one.text, one.place):
                    self._add("subject_field", Told(value, one.place))
            case "definition" | "note" if language:
                self._add(f"{what}.{language}", Told(one.text, one.place))
            case "crossReference":
                name = "broader" if one.text.startswith(BROADER) else "related"
                self._add(name, Told((target,), one.place))
            case "externalCrossReference":
                if not self._given.id or not target.endswith(
                    f"/{GLOSSARY.section}/{self._given.id}/"
                ):
                    self._add("same_as", Told((target,), one.place))
            case "source" if one in self._sources():
                self._add("sources", Told((one.text,), one.place))
            case _:
                self._unread(what)

    def _sources(self) -> list[Element]:
        """Those of the concept, and not of its definition."""
        groups = list(self._element.all("adminGrp"))
        return [*self._element.inside, *(one for group in groups for one in group.inside)]

    def _word(self, element: Element, language: str) -> None:
        said = list(_said(element))
        words = [one for what, one in said if what == "term"]
        if not words or not words[0].text:
            self._found.problems.append(Problem(element.place, "import-no-term"))
            return
        term = GivenTerm(language, words[0].text, words[0].place)
        self._given.terms.append(term)
        homes: list[Element] = []
        for what, one in said:
            if what in _OF_TERM:
                self._category(term, what, one)
            elif what == "customerSubset":
                homes.append(one)
            elif what == "note":
                self._note(term, one, _language_of(one) or language)
            elif what == "definition":
                self._about(what, one, language)
            elif what != "term":
                self._unread(what)
        if homes:
            term.fields["homes"] = Told(tuple(one.text for one in homes), homes[0].place)

    def _category(self, term: GivenTerm, what: str, one: Element) -> None:
        key, values = _OF_TERM[what]
        value = one.text.lower().removesuffix("-admn-sts").replace("-", "").replace(" ", "")
        if value in values:
            also = ("proper-noun",) if value == "noun" else ()
            term.fields[key] = Told(values[value], one.place, also)
        else:
            self._unread(f"{what} {one.text}")

    def _note(self, term: GivenTerm, one: Element, language: str) -> None:
        if one.text.startswith(REGISTER):
            value = one.text.removeprefix(REGISTER)
            if value := self._found.choice("usage", value, one.place):
                term.fields["usage"] = Told(value, one.place)
        elif one.text.startswith(FORMS):
            forms = one.text.removeprefix(FORMS).split("; ")
            term.fields["forms"] = Told(tuple(forms), one.place)
        elif one.text.startswith(UNTIL):
            term.fields["until"] = Told(one.text.removeprefix(UNTIL), one.place)
        else:
            term.fields[f"note.{language}"] = Told(one.text, one.place)

    def _add(self, name: str, told: Told) -> None:
        if told.value:
            self._given.fields.setdefault(name, []).append(told)

    def _unread(self, what: str) -> None:
        if what not in _SILENT:
            self._found.unread[what] = self._found.unread.get(what, 0) + 1


def _said(element: Element) -> Iterator[tuple[str, Element]]:
    """What is said directly of a concept, a language or a word, each with its category; of groups, their first."""
    for one in element.inside:
        if one.name in _GROUPS:
            yield from list(_said(one))[: None if one.name == "termGrp" else 1]
        elif one.name in _TYPED:
            yield one.get("type"), one
        elif one.space not in ("", NAMESPACE) or one.name in ("term", "note"):
            yield one.name, one


def _language_of(element: Element) -> str:
    """``zh`` or ``en``, if the element says so itself."""
    main = element.get(LANG).lower().partition("-")[0]
    return main if main in ("zh", "en") else ""
