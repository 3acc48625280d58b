"""What a file in TBX-Basic, style DCA, must be: the core structure of ISO 30042:2019 and the categories of the dialect.

The dialect's own schemas carry no license, so that they are not in this repository; the rules are stated here from the
standard, and the files have been valid by those schemas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

NS = "{urn:iso:std:iso:30042:ed-2}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

AUXILIARY = "admin adminGrp descrip descripGrp note ref transacGrp xref"
INSIDE = {
    "tbx": "tbxHeader text",
    "tbxHeader": "fileDesc encodingDesc revisionDesc",
    "fileDesc": "publicationStmt titleStmt sourceDesc",
    "titleStmt": "title note",
    "sourceDesc": "p",
    "text": "body back",
    "body": "conceptEntry",
    "conceptEntry": f"{AUXILIARY} langSec",
    "langSec": f"{AUXILIARY} termSec",
    "termSec": f"term termNote termNoteGrp {AUXILIARY}",
    "adminGrp": "admin adminNote note ref xref",
    "descripGrp": "descrip descripNote admin adminGrp note ref transacGrp xref",
    "transacGrp": "transac date note ref transacNote xref",
}
"""Which elements an element may hold; those not named hold text."""

FIRST = {"adminGrp": "admin", "descripGrp": "descrip", "transacGrp": "transac", "termSec": "term"}

TYPES = {
    "admin": {"customerSubset", "projectSubset", "source"},
    "descrip": {"subjectField", "context", "definition"},
    "ref": {"crossReference"},
    "termNote": {"administrativeStatus", "partOfSpeech", "termType"},
    "transac": {"transactionType"},
    "xref": {"externalCrossReference", "xGraphic"},
}
LEVELS = {
    "customerSubset": {"conceptEntry", "termSec"},
    "subjectField": {"conceptEntry"},
    "definition": {"conceptEntry", "langSec"},
    "crossReference": {"conceptEntry", "termSec"},
    "source": {"conceptEntry", "langSec", "termSec"},
    "externalCrossReference": {"conceptEntry", "langSec", "termSec"},
}
VALUES = {
    "administrativeStatus": {
        f"{status}Term-admn-sts" for status in ("preferred", "admitted", "deprecated", "superseded")
    },
    "partOfSpeech": {"noun", "verb", "adjective", "adverb", "other"},
    "termType": {"fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"},
    "transactionType": {"origination", "modification"},
}


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def tbx_faults(content: bytes) -> list[str]:
    """Everything in a file that the dialect does not allow."""
    root = etree.fromstring(content)
    if (root.tag, root.get("type"), root.get("style")) != (f"{NS}tbx", "TBX-Basic", "dca"):
        return ["the root is not that of TBX-Basic in the style DCA"]
    return [*_structure(root), *_names(root)]


def _structure(root: etree._Element) -> Iterator[str]:
    for one in root.iter(f"{NS}*"):
        name = _name(one)
        inside = [_name(child) for child in one]
        allowed = INSIDE.get(name, "").split()
        yield from (f"{child} in {name}" for child in inside if child not in allowed)
        if name in FIRST and inside[:1] != [FIRST[name]]:
            yield f"{name} does not begin with {FIRST[name]}"
        if "termNote" in inside and inside.index("termNote") != 1:
            yield "notes on a term do not follow it"
        if name in ("body", "conceptEntry", "langSec") and inside[-1:] != allowed[-1:]:
            yield f"{name} holds no {allowed[-1]}"
        if name == "langSec" and not one.get(LANG):
            yield "a section without a language"
        if name in TYPES:
            yield from _category(one, name)
        if name == "date" and not _DAY.fullmatch(one.text or ""):
            yield f"{one.text} is no day"


def _category(one: etree._Element, name: str) -> Iterator[str]:
    type_, text = one.get("type", ""), one.text or ""
    if type_ not in TYPES[name]:
        yield f"{name} of the type {type_}"
    levels = [_name(level) for level in one.iterancestors()]
    level = next(level for level in levels if not level.endswith("Grp"))
    if level not in LEVELS.get(type_, {level}):
        yield f"{type_} in {level}"
    if type_ == "externalCrossReference" and levels[0].endswith("Grp"):
        yield f"{type_} in {levels[0]}"
    if name == "transac" and [_name(other) for other in one.itersiblings()][:1] != ["date"]:
        yield "a transaction without a date"
    if text not in VALUES.get(type_, {text}):
        yield f"{type_} is {text}"


def _names(root: etree._Element) -> Iterator[str]:
    ids = [one.get("id", "") for one in root.iter(f"{NS}conceptEntry")]
    if len(set(ids)) != len(ids):
        yield "two entries have one id"
    yield from (f"{name} is no name in XML" for name in ids if not name or name[0].isdigit())
    for one in root.iter(f"{NS}*"):
        target = one.get("target", "http://")
        if not target.startswith(("http://", "https://")) and target not in ids:
            yield f"nothing is called {target}"


def _name(one: etree._Element) -> str:
    return etree.QName(one).localname
