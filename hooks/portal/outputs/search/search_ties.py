"""The pages of ties, for those who look for both sides: 高雄 八王子, *Kaohsiung Hachioji*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.outputs.search.search_document import SearchDocument
from portal.outputs.search.search_facets import LISTS
from portal.outputs.search.search_names import every_name, joined_names
from portal.outputs.search.search_words import place_names
from portal.pages.render.tie_names import tie_title

if TYPE_CHECKING:
    from portal.model.catalog.tie import Tie
    from portal.pages.render.view import View


def tie_document(tie: Tie, path: str, view: View) -> SearchDocument:
    """The page of a tie: who names only one side wants that side, so only both together lead here."""
    partnership, city = tie.partnership, tie.city
    home = view.catalog.homes[partnership.home]
    ours = list(every_name(home.name))
    if partnership.unit:
        ours = list(every_name(view.catalog.units[partnership.unit].name))
    theirs = list(every_name(city.name))
    pairs = joined_names(_spoken(ours), _spoken(theirs))
    return SearchDocument(
        path,
        LISTS,
        tie_title(view, tie),
        whole_phrases=pairs,
        text=view.plain("tie.description", title=tie_title(view, tie)),
        homes=[partnership.home],
        countries=[city.country],
        statuses=[partnership.status],
    )


def _spoken(names: list[str]) -> list[str]:
    """Names with and without the level of the place: 高雄市, 高雄."""
    return list(dict.fromkeys([*names, *(short for name in names for short in place_names(name))]))
