from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from sharing_portal import FILES

from portal.model.catalog.catalog import Catalog
from portal.model.catalog.relations import build_relations
from portal.model.statistics.network import Network, network
from portal.model.statistics.statistic import Row

Read = Callable[[Mapping[str, str]], Catalog]


@pytest.fixture
def found(catalog: Read) -> Network:
    read = catalog(FILES)
    return network(read, build_relations(read))


def test_an_organization_is_named_while_a_government_that_publishes_is_in_it(
    found: Network,
) -> None:
    assert [
        (one.organization, [home for home, _ in one.homes], one.cities) for one in found.tables
    ] == [("net", ["alpha", "beta"], ("jp-sado",)), ("ring", ["alpha"], ("jp-sado",))]


def test_a_place_meets_the_governments_that_are_members_beside_it_now(found: Network) -> None:
    ((city, fellow),) = found.fellows.items()
    assert city == "jp-sado"
    assert fellow.with_home("alpha") == ("net", "ring")
    assert fellow.with_home("beta") == ("net",)
    assert fellow.with_home("silent") == ()
    assert fellow.tied == ("alpha", "beta")
    assert found.statistic(("alpha", "beta")).rows == (Row("jp-sado", (2, 1)),)
