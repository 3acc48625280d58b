"""Pairs of sentences as a translation memory (TMX 1.4b, level 1). It has no dates: the same records, the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from portal.model.values.locale import EN, ZH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from portal.outputs.terminology.text_pairs import TextPair


def write_tmx(pairs: Sequence[TextPair], tool: str, title: str) -> bytes:
    """The file; ``tool`` made it, of a portal called ``title``."""
    header = (
        f'<header creationtool={quoteattr(tool)} creationtoolversion="1" segtype="sentence" '
        f'o-tmf="YAML" adminlang="en" srclang="{ZH.lang}" datatype="plaintext">'
    )
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<tmx version="1.4">',
        f"{header}\n<note>{escape(title)}</note>\n</header>\n<body>",
        *map("\n".join, map(_unit, pairs)),
        "</body>\n</tmx>\n",
    ]
    return "\n".join(lines).encode()


def _unit(pair: TextPair) -> Iterator[str]:
    kind = "" if pair.is_sentence else ' segtype="paragraph"'
    yield f'<tu{kind}>\n<prop type="x-record">{escape(pair.record)}</prop>'
    for locale, text in ((ZH, pair.zh), (EN, pair.en)):
        yield f'<tuv xml:lang="{locale.lang}"><seg>{escape(text)}</seg></tuv>'
    yield "</tu>"
