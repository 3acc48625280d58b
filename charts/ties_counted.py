"""Draws how many ties sources list and how many this portal counts, and writes the same figures as a table.

``python charts/ties_counted.py 2026-11-22`` reads the records that are public on that day and writes both files
of the press release that compares the four governments. Its alternative text and caption quote the figures; update
them when the figures change.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from odfdo import Document, Row, Table
from PIL import Image, ImageDraw, ImageFont

from portal.assembly import read_portal
from portal.model.catalog.counts import count_ties
from portal.model.values.moment import Moment
from portal.resources import FONT

ROOT = Path(__file__).resolve().parents[1]
RELEASE = ROOT / "data/press_releases/2026/why-four-governments-count-differently"
NOT_HEADLINE = "agreement-only"

PAPER, INK, QUIET, LISTED, COUNTED = "#ffffff", "#14262b", "#4b5b60", "#b9d3d6", "#0a5a6a"
WIDTH, HEIGHT = 1440, 1220
EDGE, TOP, STEP, BAR, ROOM = 56, 240, 250, 96, 1170
"""Pixels: margin, first name, from one government to the next, height of a bar, length of the longest one."""


@dataclass(frozen=True)
class Figures:
    """The government's own ties: sister, friendship and partner cities."""

    zh: str
    en: str
    kinds: dict[str, int]
    """Counted ones by kind."""
    listed: int

    @property
    def counted(self) -> int:
        """In force and verified."""
        return sum(self.kinds.values())


def figures(moment: Moment) -> list[Figures]:
    """The ties of every government that publishes here."""
    edition = read_portal(ROOT, moment)
    found = []
    for home in edition.catalog.publishers:
        counts = [
            c for c in count_ties(edition.relations.ties_of_home[home.id]) if c.kind != NOT_HEADLINE
        ]
        kinds = {count.kind: count.headline for count in counts}
        listed = sum(count.listed for count in counts)
        found.append(Figures(home.name.zh, home.name.en, kinds, listed))
    return found


def draw(rows: list[Figures]) -> Image.Image:
    """A bar for what is listed, and inside it one for what is counted."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(picture)
    words, numbers = (ImageFont.truetype(FONT, size, layout_engine=0) for size in (52, 60))
    legend = ((COUNTED, "本站計入 Counted here"), (LISTED, "各來源列出 Listed by sources"))
    for line, (color, text) in enumerate(legend):
        top = 50 + line * 78
        pen.rectangle((EDGE, top, EDGE + 48, top + 48), color, COUNTED, width=4)
        pen.text((EDGE + 72, top + 24), text, INK, words, anchor="lm")
    longest = max(row.listed for row in rows)
    for index, row in enumerate(rows):
        top = TOP + index * STEP
        pen.text((EDGE, top + 36), f"{row.zh} {row.en}", INK, words, anchor="lm")
        bar = top + 80
        ends = [EDGE + round(ROOM * n / longest) for n in (row.counted, row.listed)]
        pen.rectangle((EDGE, bar, ends[1], bar + BAR), LISTED, COUNTED, width=4)
        pen.rectangle((EDGE, bar, ends[0], bar + BAR), COUNTED)
        middle = bar + BAR // 2
        pen.text((ends[0] - 20, middle), str(row.counted), PAPER, numbers, anchor="rm")
        if row.listed != row.counted:
            pen.text((ends[1] + 20, middle), str(row.listed), QUIET, numbers, anchor="lm")
    return picture


def table(rows: list[Figures], day: str) -> Document:
    """The figures, and what they mean, in both languages."""
    document = Document("spreadsheet")
    document.body.clear()
    sheet = Table("ties")
    head = ["政府", "Government", "姊妹市 Sister cities", "友好城市 Friendship cities"]
    head += ["夥伴市 Partner cities", "本站計入 Counted here", "各來源列出 Listed by sources"]
    lines: list[list[str | int]] = [[*head]]
    for row in rows:
        kinds = [row.kinds[kind] for kind in ("sister", "friendship", "partner")]
        lines.append([row.zh, row.en, *kinds, row.counted, row.listed])
    notes = [
        f"截至 {day}。計入：政府自己締結、有效或已簽署、已查證的姊妹市、友好城市與夥伴市；不含備忘錄。",
        f"As of {day}. Counted: a government's own sister, friendship and partner cities, signed or active, verified; "
        "no memorandums.",
        "列出：任一來源提到的這三類關係，不論現況，但不含洽談中的。",
        "Listed: ties of these three kinds that any source names, whatever their status, but not those only proposed.",
        "政府資料開放授權條款第1版 Open Government Data License, version 1.0 (Taiwan)",
    ]
    for line in [*lines, [], *([note] for note in notes)]:
        cells = Row()
        for column, value in enumerate(line):
            cells.set_value(column, value)
        sheet.append_row(cells)
    document.body.append(sheet)
    document.meta.title = "四個政府的締盟關係 Ties of four governments"
    document.meta.date = document.meta.creation_date = datetime.fromisoformat(day)
    return document


def main(day: str) -> None:
    """Write the picture and the table."""
    rows = figures(Moment.parse(day))
    RELEASE.mkdir(exist_ok=True)
    draw(rows).quantize(64, dither=Image.Dither.NONE).save(
        RELEASE / "ties-counted.png", optimize=True
    )
    table(rows, day).save(RELEASE / "ties-counted.ods")
    for row in rows:
        print(row.en, row.counted, "of", row.listed, row.kinds)


if __name__ == "__main__":
    main(sys.argv[1])
