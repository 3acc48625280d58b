"""Reduces Noto Sans CJK to the characters of the cards: ``fonts/NotoSansTC-Bold.otf``.

Run it with the path of ``NotoSansCJK-Bold.ttc``, version 2.004, as in Debian's package fonts-noto-cjk.
The same file and the same fontTools give the same bytes.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

from portal.outputs.cards.letters import letters

if TYPE_CHECKING:
    from collections.abc import Iterator

TARGET = Path(__file__).with_name("NotoSansTC-Bold.otf")
SHA_256 = "faa5f3656a78b2e2d450d27fe8382c778bc2b6bb5ea29c986664a6a435056ceb"
TAIWAN = 3
"""Position of Noto Sans CJK TC Bold in the collection: the shapes of characters that Taiwan's standard asks for."""


def main(source: Path) -> None:
    """Make the font; raises SystemExit if the source is not the expected file."""
    if hashlib.sha256(source.read_bytes()).hexdigest() != SHA_256:
        raise SystemExit(f"{source} is not NotoSansCJK-Bold.ttc, version 2.004")
    font = TTFont(source, fontNumber=TAIWAN, lazy=True, recalcTimestamp=False)
    options = Options(
        hinting=False,  # it makes no difference at the sizes of cards
        desubroutinize=True,  # smaller once hints are gone
        layout_features=["kern"],
        drop_tables=[*Options().drop_tables, "BASE", "VORG", "vhea", "vmtx"],  # vertical text
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
    )
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(letters()))
    subsetter.subset(font)
    _keep_kerning(font)
    font.save(TARGET)


def _keep_kerning(font: TTFont) -> None:
    """Kerning as a table ``kern``: Pillow's own layout, which needs no other library, reads no ``GPOS``."""
    names = {name for code, name in font.getBestCmap().items() if code < 0x7F}
    table = KernTable_format_0()
    table.coverage, table.tupleIndex, table.apple = 1, None, False
    table.kernTable = {}
    for first, second, value in _pairs(font, names):
        table.kernTable.setdefault((first, second), value)
    kern = newTable("kern")
    kern.version, kern.kernTables = 0, [table]
    font["kern"] = kern
    for tag in ("GPOS", "GSUB", "GDEF"):
        if tag in font:
            del font[tag]


def _pairs(font: TTFont, names: set[str]) -> Iterator[tuple[str, str, int]]:
    """Pairs of the glyphs and by how much they move together, in units of the font."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for found in lookup.SubTable:
            sub: Any = getattr(found, "ExtSubTable", found)
            if sub.LookupType != 2:
                continue
            for first in sorted(names & set(sub.Coverage.glyphs)):
                for second in sorted(names):
                    if value := _value(sub, first, second):
                        yield first, second, value


def _value(sub: Any, first: str, second: str) -> int:
    """What one subtable of pairs (OpenType, ``PairPos``) says of a pair."""
    if sub.Format == 1:
        records = sub.PairSet[sub.Coverage.glyphs.index(first)].PairValueRecord
        value = next((r.Value1 for r in records if r.SecondGlyph == second), None)
    else:
        row = sub.Class1Record[sub.ClassDef1.classDefs.get(first, 0)]
        value = row.Class2Record[sub.ClassDef2.classDefs.get(second, 0)].Value1
    return getattr(value, "XAdvance", 0) or 0


if __name__ == "__main__":
    main(Path(sys.argv[1]))
