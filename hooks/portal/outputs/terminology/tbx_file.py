"""The term base as TBX (ISO 30042:2019), in the dialect TBX-Basic and the style DCA, for translation tools.

What the dialect has no category for stands in notes of a fixed form: inflected forms, last days, and
the texts in which a word stands. A proper noun is a noun, as TBX-Basic has no narrower value. Of an entry that was
there before anybody noted changes it is unknown when it came, so that nothing is said of that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from portal.model.values.locale import BY_CODE, LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from portal.model.records.source import Source
    from portal.model.terminology.term_entry import EntryTerm
    from portal.outputs.terminology.shared_entry import SharedEntry
    from portal.outputs.terminology.told_history import ToldStep

NAMESPACE = "urn:iso:std:iso:30042:ed-2"

STATUSES = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "deprecated": "deprecatedTerm-admn-sts",
}
TYPES = {
    None: "fullForm",
    "abbreviation": "abbreviation",
    "short-form": "shortForm",
    "variant": "variant",
}
TRANSACTIONS = {"added": "origination"}
"""What became of an entry; everything else modifies it."""
SPEECH = {"noun": "noun", "proper-noun": "noun", "verb": "verb", "adjective": "adjective"}

BROADER, RELATED = "broader", "related"
"""What a cross reference begins with."""
REGISTER, FORMS, UNTIL = "register: ", "forms: ", "until: "
"""What a note begins with that says in which texts a word stands, how it is inflected, or until when it was right."""

_SCHEMAS = "https://raw.githubusercontent.com/LTAC-Global"
_HEAD = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="{_SCHEMAS}/TBX_Core_RNG/master/TBXcoreStructV03.rng" type="application/xml" \
schematypens="http://relaxng.org/ns/structure/1.0"?>
<?xml-model href="{_SCHEMAS}/TBX-Basic_dialect/master/DCA/TBX-Basic_DCA.sch" type="application/xml" \
schematypens="http://purl.oclc.org/dsdl/schematron"?>
"""


def write_tbx(
    entries: Sequence[SharedEntry],
    title: str,
    about: Sequence[str],
    sources: Mapping[str, Source],
    root: str = "",
) -> bytes:
    """The file; ``about`` are sentences on where it is from and on what terms; ``root`` is absolute, or empty."""
    lines = [
        f'<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="{NAMESPACE}">',
        "<tbxHeader>\n<fileDesc>",
        f"<titleStmt>\n<title>{escape(title)}</title>\n</titleStmt>",
        "<sourceDesc>",
        *(f"<p>{escape(line)}</p>" for line in about),
        "</sourceDesc>\n</fileDesc>\n</tbxHeader>\n<text>",
        *(["<body>", *_entries(entries, sources, root), "</body>"] if entries else []),
        "</text>\n</tbx>\n",
    ]
    return (_HEAD + "\n".join(lines)).encode()


def _entries(
    entries: Sequence[SharedEntry], sources: Mapping[str, Source], root: str
) -> Iterator[str]:
    keys = {shared.entry.id: shared for shared in entries if not shared.entry.is_name}
    for shared in entries:
        yield f"<conceptEntry id={quoteattr(shared.key)}>"
        yield _typed("descrip", "subjectField", shared.entry.subject_field)
        for step in shared.history:
            if step.is_known:
                yield from _transaction(step)
        for source in shared.sources:
            yield from _source(source, sources)
        for how, others in ((BROADER, shared.broader), (RELATED, shared.related)):
            for other in others:
                words = " / ".join(keys[other].entry.preferred(lo.code) for lo in LOCALES)
                target = f'type="crossReference" target={quoteattr(keys[other].key)}'
                yield f"<ref {target}>{how}: {escape(words)}</ref>"
        for same in (*([f"{root}{shared.path}"] if root else []), *shared.same_as):
            target = f'type="externalCrossReference" target={quoteattr(same)}'
            yield f"<xref {target}>{escape(same)}</xref>"
        for locale in LOCALES:
            if words_there := shared.entry.words(locale.code):
                yield f'<langSec xml:lang="{locale.lang}">'
                if shared.entry.definition:
                    yield _typed("descrip", "definition", shared.entry.definition[locale.code])
                if shared.note:
                    yield f"<note>{escape(shared.note[locale.code])}</note>"
                for term in words_there:
                    yield from _term(term)
                yield "</langSec>"
        yield "</conceptEntry>"


def _transaction(step: ToldStep) -> Iterator[str]:
    """What became of the entry on a day; the dialect knows two sorts, and the notes say what it was."""
    yield "<transacGrp>"
    yield _typed("transac", "transactionType", TRANSACTIONS.get(step.what, "modification"))
    yield f"<date>{step.date}</date>"
    for code, locale in BY_CODE.items():
        yield f'<note xml:lang="{locale.lang}">{escape(step.words[code])}</note>'
    yield "</transacGrp>"


def _source(source: str, sources: Mapping[str, Source]) -> Iterator[str]:
    """A source with what it is called and where it is, if it is a document on record."""
    yield "<adminGrp>"
    yield _typed("admin", "source", source)
    if known := sources.get(source):
        for locale in LOCALES:
            title = escape(known.title_in(locale.code))
            yield f'<note xml:lang="{locale.lang}">{title}</note>'
    yield "</adminGrp>"


def _term(term: EntryTerm) -> Iterator[str]:
    yield f"<termSec>\n<term>{escape(term.text)}</term>"
    yield _typed("termNote", "partOfSpeech", SPEECH[term.part_of_speech])
    yield _typed("termNote", "termType", TYPES[term.type])
    yield _typed("termNote", "administrativeStatus", STATUSES[term.status])
    for home in term.homes:
        yield _typed("admin", "customerSubset", home)
    if term.usage:
        yield f'<note xml:lang="en">{REGISTER}{term.usage}</note>'
    if term.forms:
        yield f'<note xml:lang="en">{FORMS}{escape("; ".join(term.forms))}</note>'
    if term.until:
        yield f'<note xml:lang="en">{UNTIL}{term.until}</note>'
    if term.note:
        for code, locale in BY_CODE.items():
            yield f'<note xml:lang="{locale.lang}">{escape(term.note[code])}</note>'
    yield "</termSec>"


def _typed(element: str, type_: str, content: str) -> str:
    return f'<{element} type="{type_}">{escape(content)}</{element}>'
