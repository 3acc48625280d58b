"""Writes a spreadsheet as OpenDocument 1.3 (ODS, ISO/IEC 26300), an open format, the same bytes each time.

Cells are written once, as XML, by the function for what they hold. A text is only ever a text: OpenDocument keeps
formulas apart, in an attribute that is not written here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Sequence

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in (
        *(
            (name, f"urn:oasis:names:tc:opendocument:xmlns:{part}:1.0")
            for name, part in (
                ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"),
                ("number", "datastyle"), ("fo", "xsl-fo-compatible"), ("config", "config"),
                ("meta", "meta"),
            )
        ),
        ("xlink", "http://www.w3.org/1999/xlink"),
        ("dc", "http://purl.org/dc/elements/1.1/"),
    )
)  # fmt: skip

DIGIT = 0.21
"""Centimeters that a digit takes in a cell."""

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""

SPACES = re.compile(r"^ | {2,}|\t")
"""Blanks that OpenDocument would take for one, or for none."""

EMPTY = "<table:table-cell/>"

DAY = (
    '<number:year number:style="long"/><number:text>-</number:text>'
    '<number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/>'
)
CLOCK = (
    '<number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text>'
    '<number:minutes number:style="long"/>'
)

STYLES = (
    f'<number:date-style style:name="a-day">{DAY}</number:date-style>'
    f'<number:date-style style:name="a-moment">{DAY}{CLOCK}</number:date-style>'
    '<style:style style:name="day" style:family="table-cell" style:data-style-name="a-day"/>'
    '<style:style style:name="moment" style:family="table-cell" style:data-style-name="a-moment"/>'
    '<style:style style:name="wrapped" style:family="table-cell"><style:table-cell-properties'
    ' fo:wrap-option="wrap" style:vertical-align="top"/></style:style>'
    '<style:style style:name="head" style:family="table-cell"><style:table-cell-properties'
    ' fo:wrap-option="wrap" style:vertical-align="top" fo:background-color="#e3eef0"/>'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="link" style:family="text"><style:text-properties fo:color="#0b5566"'
    ' style:text-underline-style="solid"/></style:style>'
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to write."""

    name: str
    rows: Sequence[Sequence[str]]
    """Of cells, as the functions of this module write them."""
    widths: Sequence[int]
    """Of its columns, in digits."""
    fixed: tuple[int, int] = (0, 0)
    """Rows and columns that stay in view."""
    is_filtered: bool = False
    """Whether its first row has buttons to filter by."""


def text_cell(text: str, style: str = "") -> str:
    """A text, with its lines; the style is ``head``, ``wrapped`` or none."""
    lines = "".join(f"<text:p>{_written(line)}</text:p>" for line in text.split("\n"))
    look = f' table:style-name="{style}"' if style else ""
    return f'<table:table-cell office:value-type="string"{look}>{lines}</table:table-cell>'


def link_cell(address: str) -> str:
    """A link that shows its address."""
    target = quoteattr(NOT_XML.sub("", address))
    return (
        '<table:table-cell office:value-type="string"><text:p><text:a xlink:type="simple" '
        f'xlink:href={target} text:style-name="link">{_written(address)}</text:a></text:p></table:table-cell>'
    )


def number_cell(value: float) -> str:
    """A number."""
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}">'
        f"<text:p>{value}</text:p></table:table-cell>"
    )


def truth_cell(*, value: bool) -> str:
    """Yes or no."""
    return (
        f'<table:table-cell office:value-type="boolean" office:boolean-value="{str(value).lower()}">'
        f"<text:p>{str(value).upper()}</text:p></table:table-cell>"
    )


def date_cell(iso: str, *, is_day: bool) -> str:
    """A day, or a moment without its zone (ISO 8601)."""
    style = "day" if is_day else "moment"
    return (
        f'<table:table-cell office:value-type="date" office:date-value="{iso}" '
        f'table:style-name="{style}"><text:p>{iso.replace("T", " ")}</text:p></table:table-cell>'
    )


def spreadsheet(sheets: Sequence[Sheet], title: str, author: str) -> bytes:
    """The content of the file."""
    meta = (
        f"<office:meta><meta:generator>portal</meta:generator><dc:title>{_written(title)}</dc:title>"
        f"<meta:initial-creator>{_written(author)}</meta:initial-creator></office:meta>"
    )
    views = "".join(_view(sheet) for sheet in sheets if any(sheet.fixed))
    parts = {
        "content.xml": _part("content", _content(sheets)),
        "styles.xml": _part("styles", "<office:styles/>"),
        "meta.xml": _part("meta", meta),
        "settings.xml": _part("settings", SETTINGS.format(views=views)),
    }
    parts["META-INF/manifest.xml"] = MANIFEST.format(
        media_type=MEDIA_TYPE, entries="".join(ENTRY.format(path=path) for path in parts)
    )
    file = BytesIO()
    with ZipFile(file, "w") as packed:
        packed.writestr(
            ZipInfo("mimetype"), MEDIA_TYPE, ZIP_STORED
        )  # first and plain: OpenDocument, part 2, 3.3
        for path, content in parts.items():
            packed.writestr(ZipInfo(path), content, ZIP_DEFLATED, 9)
    return file.getvalue()


DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

MANIFEST = (
    DECLARATION
    + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
    'manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" '
    'manifest:media-type="{media_type}"/>{entries}</manifest:manifest>'
)
ENTRY = '<manifest:file-entry manifest:full-path="{path}" manifest:media-type="text/xml"/>'

SETTINGS = (
    '<office:settings><config:config-item-set config:name="ooo:view-settings">'
    '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
    '<config:config-item-map-named config:name="Tables">{views}</config:config-item-map-named>'
    "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>"
)


def _part(name: str, inside: str) -> str:
    element = f"office:document-{name}"
    return f'{DECLARATION}<{element} {NAMESPACES} office:version="1.3">{inside}</{element}>'


def _content(sheets: Sequence[Sheet]) -> str:
    widths = sorted({width for sheet in sheets for width in sheet.widths})
    columns = "".join(
        f'<style:style style:name="w{width}" style:family="table-column"><style:table-column-properties '
        f'style:column-width="{width * DIGIT:.2f}cm"/></style:style>'
        for width in widths
    )
    filters = "".join(_filter(sheet) for sheet in sheets if sheet.is_filtered)
    return (
        f"<office:automatic-styles>{columns}{STYLES}</office:automatic-styles><office:body><office:spreadsheet>"
        f"{''.join(map(_table, sheets))}<table:database-ranges>{filters}</table:database-ranges>"
        "</office:spreadsheet></office:body>"
    )


def _table(sheet: Sheet) -> str:
    columns = "".join(
        f'<table:table-column table:style-name="w{width}"/>' for width in sheet.widths
    )
    rows = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in sheet.rows)
    return f"<table:table table:name={quoteattr(sheet.name)}>{columns}{rows}</table:table>"


def _filter(sheet: Sheet) -> str:
    last = f"{_letters(len(sheet.widths))}{len(sheet.rows)}"
    target = quoteattr(f"'{sheet.name}'.A1:'{sheet.name}'.{last}")
    return (
        f'<table:database-range table:name="rows" table:target-range-address={target} '
        'table:display-filter-buttons="true"/>'
    )


def _view(sheet: Sheet) -> str:
    items = []
    for side, number in zip(("Vertical", "Horizontal"), sheet.fixed, strict=True):
        if number:
            items += [(f"{side}SplitMode", "short", 2), (f"{side}SplitPosition", "int", number)]
    items += [("PositionRight", "int", sheet.fixed[1]), ("PositionBottom", "int", sheet.fixed[0])]
    said = "".join(
        f'<config:config-item config:name="{name}" config:type="{kind}">{value}</config:config-item>'
        for name, kind, value in items
    )
    return f"<config:config-item-map-entry config:name={quoteattr(sheet.name)}>{said}</config:config-item-map-entry>"


def _written(text: str) -> str:
    plain = escape(NOT_XML.sub("", text)).replace("\r", " ")
    return SPACES.sub(_kept, plain)


def _kept(blanks: re.Match[str]) -> str:
    found = blanks.group()
    return "<text:tab/>" if found == "\t" else f'<text:s text:c="{len(found)}"/>'


def _letters(number: int) -> str:
    """The name of a column.

    >>> _letters(28)
    'AB'
    """
    name = ""
    while number:
        number, left = divmod(number - 1, 26)
        name = chr(65 + left) + name
    return name
