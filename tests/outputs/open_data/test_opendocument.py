"""A spreadsheet says in another program what was put into it, whatever stands in the texts."""

from __future__ import annotations

import io
from zipfile import ZIP_STORED, ZipFile

import pytest
from odfdo import Document

from portal.outputs.open_data.opendocument import (
    EMPTY,
    MEDIA_TYPE,
    Sheet,
    date_cell,
    link_cell,
    number_cell,
    spreadsheet,
    text_cell,
    truth_cell,
)


def made(*rows: list[str], name: str = "A") -> bytes:
    sheet = Sheet(name, rows, [8] * len(rows[0]), fixed=(1, 1), is_filtered=True)
    return spreadsheet([sheet], "題目 & more", "<somebody>")


def value(cell: str) -> object:
    return Document(io.BytesIO(made([cell]))).body.tables[0].get_value((0, 0))


@pytest.mark.parametrize(
    "text",
    ["高雄 & <臺北>", ' two  blanks, a\ttab "and" quotes', "=1+1", "first\nsecond", "𠮷 🎉"],
)
def test_a_text_stays_as_it_is(text: str) -> None:
    assert value(text_cell(text)) == text


def test_what_xml_cannot_hold_is_left_out() -> None:
    assert value(text_cell("a\x00b\x0bc\ufffe")) == "abc"
    table = Document(
        io.BytesIO(made([link_cell('https://portal.example/?a&b="\x01')]))
    ).body.tables[0]
    (link,) = table.get_elements(".//text:a")
    assert (link.get_attribute("xlink:href"), link.text) == ('https://portal.example/?a&b="',) * 2


def test_other_values_have_their_types() -> None:
    day = value(date_cell("2014-07-08", is_day=True))
    moment = value(date_cell("2014-07-08T09:30:00", is_day=False))
    assert str(day).startswith("2014-07-08")
    assert str(moment) == "2014-07-08 09:30:00"
    assert value(number_cell(-2.5)) == -2.5
    assert value(truth_cell(value=False)) is False
    assert value(EMPTY) is None


def test_programs_know_the_file_by_its_first_bytes() -> None:
    with ZipFile(io.BytesIO(made([EMPTY]))) as packed:
        first = packed.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert packed.read("mimetype").decode() == MEDIA_TYPE
        manifest = packed.read("META-INF/manifest.xml").decode()
        for name in set(packed.namelist()) - {"mimetype", "META-INF/manifest.xml"}:
            assert f'full-path="{name}"' in manifest


def test_its_title_is_that_of_the_file() -> None:
    meta = Document(io.BytesIO(made([EMPTY]))).meta
    assert meta.title == "題目 & more"
    assert meta.initial_creator == "<somebody>"


def test_buttons_to_filter_reach_to_the_last_column() -> None:
    wide = Document(io.BytesIO(made([EMPTY] * 28, [EMPTY] * 28, name="資料 Data")))
    (area,) = wide.body.get_elements("//table:database-range")
    assert area.get_attribute("table:target-range-address") == "'資料 Data'.A1:'資料 Data'.AB2"
