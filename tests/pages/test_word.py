from __future__ import annotations

import pytest
from markupsafe import Markup

from portal.pages.word import Word


def test_a_label_is_filled_and_only_what_was_html_stays_html() -> None:
    word = Word("{home} & {{x}} since {date}")
    filled = word.fill({"home": "<Alpha>", "date": Markup("<time>2014</time>")})
    assert filled == "&lt;Alpha&gt; &amp; {x} since <time>2014</time>"
    assert word.plain is None
    with pytest.raises(KeyError):
        word.fill({"home": "Alpha"})


def test_a_label_without_placeholders_is_whole() -> None:
    assert Word("Ties & <more>").plain == Markup("Ties &amp; &lt;more&gt;")
