"""Ends of lines are nothing between Chinese characters, and a space elsewhere."""

from __future__ import annotations

import time

import pytest

from portal.text.line_ends import unwrapped, unwrapped_html


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>本府自民國\n94年起，\n每年互訪。</p>", "<p>本府自民國\n94年起，每年互訪。</p>"),
        ("<p>加賀\nKaga\n加賀</p>", "<p>加賀\nKaga\n加賀</p>"),
        ("<b>姊妹市</b>\n<a href='/'>一覽</a>", "<b>姊妹市</b><a href='/'>一覽</a>"),
        ("<p>市府路1號<br />\n電話</p>", "<p>市府路1號<br />\n電話</p>"),
        ("<li>一</li>\n<li>二</li>", "<li>一</li>\n<li>二</li>"),
        ("<p>一\n二</p><pre>三\n四</pre><p>五\n六</p>", "<p>一二</p><pre>三\n四</pre><p>五六</p>"),
        ("<p>the end\nof a line</p>", "<p>the end\nof a line</p>"),
    ],
)  # fmt: skip
def test_chinese_is_joined_in_html(html: str, shown: str) -> None:
    assert unwrapped_html(html) == shown


def test_chinese_is_joined_in_plain_text() -> None:
    assert unwrapped("交流，  \n每年\nAnd\n互訪") == "交流，每年\nAnd\n互訪"


@pytest.mark.parametrize("piece", ["一\n", "一</b>", "\n<b>", "<pre>", "一\n<b "])
def test_long_texts_take_no_time(piece: str) -> None:
    start = time.process_time()
    unwrapped_html("一" + piece * 20_000)
    unwrapped("一" + piece * 20_000)
    assert time.process_time() - start < 2
