"""Rules across records, and within a record where two fields must agree.

Each rule takes all rows and yields problems. None raises exceptions or stops another rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.checks.count_reasons import count_reason_problems
from portal.model.checks.dangling import reference_problems
from portal.model.checks.date_order import date_problems
from portal.model.checks.doubles import double_problems, doubles, of_doubles, without
from portal.model.checks.filing import filing_problems
from portal.model.checks.follow_ups import follow_up_problems
from portal.model.checks.head_counts import head_count_problems
from portal.model.checks.id_order import order_problems
from portal.model.checks.ids import id_problems
from portal.model.checks.indicator_measures import indicator_problems
from portal.model.checks.labels import label_problems
from portal.model.checks.lineage import lineage_problems
from portal.model.checks.locations import location_problems
from portal.model.checks.owners import owner_problems
from portal.model.checks.personal.allowances import Allowances
from portal.model.checks.privacy import privacy_problems
from portal.model.checks.release_media import media_problems
from portal.model.checks.releases import release_problems
from portal.model.checks.repeats import repeat_problems
from portal.model.checks.sums import sum_problems
from portal.model.checks.term_status import term_problems
from portal.model.checks.ties import tie_problems
from portal.model.checks.twins import twin_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.data.problem import Problem
    from portal.model.reading.load import Loaded
    from portal.model.values.moment import Moment


def check(loaded: Loaded, now: Moment, allowances: Allowances | None = None) -> Iterator[Problem]:
    """Every problem that cannot be found in one value alone.

    ``allowances`` notes which of the values that look like a person's data, but are allowed, the records hold.
    """
    yield from double_problems(found := doubles(loaded))
    loaded = without(found, loaded)
    yield from filing_problems(loaded, now)
    yield from id_problems(loaded)
    yield from of_doubles(found, reference_problems(loaded))
    yield from order_problems(loaded)
    yield from repeat_problems(loaded)
    yield from twin_problems(loaded)
    yield from location_problems(loaded)
    yield from date_problems(loaded, now)
    yield from tie_problems(loaded, now)
    yield from lineage_problems(loaded)
    yield from head_count_problems(loaded)
    yield from owner_problems(loaded)
    yield from sum_problems(loaded)
    yield from indicator_problems(loaded)
    yield from follow_up_problems(loaded)
    yield from count_reason_problems(loaded)
    yield from term_problems(loaded)
    yield from release_problems(loaded)
    yield from media_problems(loaded)
    yield from label_problems(loaded)
    yield from privacy_problems(loaded, allowances or Allowances(loaded))
