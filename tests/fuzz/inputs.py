"""Inputs for the fuzzer: text and bytes of the kinds that break readers."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = (
    "甲市", "臺北", "国際", "県", "Taipei", "Tаipei", "Łódź", "ශ\u0dca\u200dර\u0dd3",
    "می\u200cخواهم", "부산", "𠮷", "辻\U000e0100", "👩\u200d🏫", "\x00", "\x07", "\x0b",
    "\x1b[31m", "\x85", "\xad", "\u200b", "\u202e", "\u2028", "\ufeff", "�", "\uffff", "\ue000", "\U000e0041",
    "⼀", "𝐀", "Ã©", "？？？", "???", "０９", "，。", "&#11;", "&amp;", "<b>", "<!--", "{{ x }}",
    "{% x %}", "**", "__", "~~", "`", "```\n", "[", "](", ")", "![", "[^1]", "[ ]", "|", "|-|\n", "# ", "## ",
    "＃ ", "---\n", "===\n", "> ", "- ", "1. ", "\\", "\\*", "{#a}", "{: .b }", "[a]: /x/\n", "javascript:",
    "https://", "http://[", "//", "@", ":99999", "/cities/", "../", "\n", "\r\n", "\t", " ", "\u3000", ": ",
    "：", ", ", "，", "#", " #", "\"", "'", "“", "&a ", "*a", "!!x ", "? ", "<<<<<<< HEAD\n", "2014", "-07",
    "-31", "/", ".", "民國", "前", "年", "月", "日", "T", "9:30", "+08:00", "9999-12-31", "0001",
    "113.05.03", "1e9", "-0", "NaN", "A123456789", "0912-345-678", "4111 1111 1111 1111", "+886-2-2720-8889",
    "id", "name", "zh", "en", "~", "null", "true", "[]", "{}",
)  # fmt: skip
"""What has a meaning somewhere: scripts, controls, marks of Markdown and YAML, dates, numbers, addresses."""

texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=24).map("".join)
"""Text made of them, and of any characters."""

raw = st.one_of(
    texts.map(lambda text: text.encode("utf-8", "replace")),
    st.binary(max_size=200),
    st.tuples(texts, st.binary(max_size=4)).map(lambda p: p[0].encode("utf-8", "replace") + p[1]),
    texts.map(lambda text: text.encode("utf-16", "replace")),
    texts.map(lambda text: text.encode("big5", "replace")),
)
"""Bytes of a file: text in several encodings, and anything."""

MAGIC = (
    b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"%PDF-1.7\n", b"PK\x03\x04", b"RIFF\0\0\0\0WEBP", b"\0\0\0\x1cftypavif",
    b"GIF89a", b"<svg", b"IHDR", b"IEND\xaeB`\x82", b"%%EOF", b"/Encrypt", b"mimetype", b"\xff\xd9",
)  # fmt: skip
"""What files of a format begin with or hold."""

media = st.lists(st.sampled_from(MAGIC) | st.binary(max_size=30), min_size=1, max_size=8).map(
    b"".join
)
"""Bytes that claim to be a picture or a document."""


@st.composite
def edits(draw: st.DrawFn) -> list[tuple[float, float, str]]:
    """Changes of a file: where, as a part of its length, how much of it goes, and what comes instead."""
    part = st.floats(0, 1, allow_nan=False)
    some = st.sampled_from([0.0, 0.0005, 0.002, 0.02])
    return draw(st.lists(st.tuples(part, some, texts), min_size=1, max_size=3))


def edited(text: str, changes: list[tuple[float, float, str]]) -> str:
    """The text after the changes."""
    for place, length, new in changes:
        start = int(place * len(text))
        text = text[:start] + new + text[start + int(length * len(text)) :]
    return text
