from __future__ import annotations

from collections.abc import Callable, Mapping

from sharing_portal import FILES

from portal.model.catalog.catalog import Catalog
from portal.model.catalog.relations import build_relations
from portal.model.statistics.shared_partners import (
    partners_by_governments,
    shared_partners,
    ties_shared,
)
from portal.model.statistics.statistic import Row

Read = Callable[[Mapping[str, str]], Catalog]


def test_a_partner_of_two_governments_comes_before_one_of_two_offices(catalog: Read) -> None:
    found = catalog(FILES)
    partners = shared_partners(found, build_relations(found))
    assert [(one.city.id, one.homes) for one in partners] == [
        ("jp-sado", ("alpha", "beta")),
        ("jp-kaga", ("alpha",)),
    ]
    assert [tie.partnership.unit for tie in partners[1].ties] == [None, "alpha-culture"]
    assert ties_shared(partners, ("alpha", "beta")).rows == (Row("jp-sado", (1, 1)),)


def test_partners_count_once_by_the_governments_whose_tie_is_counted(catalog: Read) -> None:
    found = catalog(FILES)
    counted = partners_by_governments(found, build_relations(found))
    assert counted.rows == (Row("1", (1,)), Row("2", (1,)))
