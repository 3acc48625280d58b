"""Memberships of governments in organizations, and languages of what they signed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from portal.model.catalog.counts import seats_held
from portal.model.records.organization import MembershipClass, OrganizationKind
from portal.model.statistics.statistic import Row, Statistic, cross, most_first, told_apart
from portal.model.values.field_marks import choices_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations


def membership_statistics(catalog: Catalog, relations: Relations) -> Iterator[Statistic]:
    """Memberships that have not ended, by class and by type of organization."""
    homes = tuple(home.id for home in catalog.publishers)
    held = [
        (home, seat)
        for home in homes
        for seat in seats_held(relations.seats_of.get(home, ()), catalog.today)
    ]
    found = {seat.membership.membership_class for _, seat in held}
    classes = tuple(name for name in choices_of(MembershipClass) if name in found)
    pairs = [(home, str(seat.membership.membership_class)) for home, seat in held]
    yield Statistic(
        "memberships-by-government", "homes", "membership", classes, cross(pairs, classes, homes),
        drawn=len(classes),
    )  # fmt: skip
    kinds = [(seat.organization.kind, home) for home, seat in held]
    rows = cross(kinds, homes, choices_of(OrganizationKind))
    yield Statistic(
        "memberships-by-organization", "organization.kind", "homes", homes,
        most_first(row for row in rows if any(row.values)), drawn=len(homes),
    )  # fmt: skip


def agreement_languages(catalog: Catalog, relations: Relations) -> Statistic:
    """Agreements by the languages in which the title is known as signed; one in two languages is in two rows."""
    found: Counter[str] = Counter()
    unknown = 0
    for home in catalog.publishers:
        for tie in relations.ties_of_home.get(home.id, ()):
            for agreement in tie.partnership.agreements:
                tags = tuple(agreement.as_signed or ())
                found.update({tag.partition("-")[0] for tag in tags})
                unknown += not tags
    rows = (Row(language, (number,)) for language, number in found.items())
    return Statistic(
        "agreements-by-language", "language", "measure", ("agreements",), most_first(rows),
        drawn=1, sums=False, apart=told_apart(without_title=unknown),
    )  # fmt: skip
