"""What has changed in the text of a page, in a few words."""

from __future__ import annotations

from portal.comparison.seen_pages import Seen
from portal.comparison.word_changes import word_changes


def changes(old: Seen, new: Seen) -> list[tuple[str, str, bool]]:
    return [(d.old, d.new, d.is_link) for d in word_changes(old, new).differences]


def test_the_new_title_of_a_page_is_told_once_and_what_else_changes_beside_it() -> None:
    text = "<h1>{0}</h1><p>{0} lies in Japan, since {1}.</p><p>Once in {0}.</p>"
    old = Seen("Kaga", "", text.format("Kaga", 2014))
    assert changes(old, Seen("Kaga City", "", text.format("Kaga City", 2014))) == [
        ("Kaga", "Kaga City", False)
    ]
    assert changes(old, Seen("Kaga City", "", text.format("Kaga City", 2015))) == [
        ("Kaga", "Kaga City", False),
        ("Kaga lies in Japan, since 2014.", "Kaga City lies in Japan, since 2015.", False),
    ]


def test_a_replaced_name_is_told_where_the_title_stays() -> None:
    old, new = (Seen("List", "", f"<h1>List</h1><p>See {name}.</p>") for name in ("A", "B"))
    assert changes(old, new) == [("See A.", "See B.", False)]


def test_an_icon_stands_in_its_line_and_is_no_link() -> None:
    text = '<p>Alpha <span><svg class="i"><use href="#i-{}"/></svg>{}</span></p>'
    old = Seen("", "", text.format("full", "member"))
    assert changes(old, Seen("", "", text.format("guest", "guest"))) == [
        ("Alpha member", "Alpha guest", False)
    ]
    changed = word_changes(old, Seen("", "", text.format("guest", "member")))
    assert changed.differences == ()
    assert changed.beside == ("markup",)


def test_a_link_that_follows_a_page_that_has_moved_is_no_change_and_another_is() -> None:
    moved = {"cities/a/": "cities/b/"}
    old = Seen(
        "", "", '<p><a href="../../cities/a/#ties">Ties</a> <a href="../../map/">Map</a></p>'
    )
    new = Seen("", "", old.content.replace("cities/a/", "cities/b/"))
    assert changes(old, new) == [("../../cities/a/#ties", "../../cities/b/#ties", True)]
    assert word_changes(old, new, moved).differences == ()
    other = Seen("", "", new.content.replace("map/", "network/"))
    (found,) = word_changes(old, other, moved).differences
    assert (found.old, found.new) == ("../../map/", "../../network/")
