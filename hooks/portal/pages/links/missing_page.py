"""What is missing where a page is missing: the record that the page would be about, or else the page itself."""

from __future__ import annotations

from portal.model.records.kinds import KINDS

_KINDS = {kind.section: kind for kind in KINDS.with_lists}


def missing_page(address: str) -> tuple[str, ...]:
    """The names of what is missing at an address below a locale's root; where a list is missing, it can be all records.

    >>> missing_page("cities/jp-sado/"), missing_page("exchanges/2014/visit/"), missing_page("about/us/")
    (('cities/jp-sado',), ('exchanges/visit',), ('/about/us/',))
    """
    page = address.partition("#")[0].partition("?")[0]
    section, *rest = page.rstrip("/").split("/")
    kind = _KINDS.get(section)
    if kind is None or len(rest) <= kind.by_year:
        return (f"/{page}", kind.name) if kind else (f"/{page}",)
    return (f"{kind.name}/{rest[kind.by_year]}",)
