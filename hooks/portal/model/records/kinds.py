"""The kinds of records, each declared once; everything that differs between kinds is stated here or derived from it."""

from __future__ import annotations

from portal.model.records.allowed_value import AllowedValue
from portal.model.records.allowed_words import AllowedWords
from portal.model.records.city import City
from portal.model.records.concept import Concept
from portal.model.records.country import Country
from portal.model.records.exchange import Exchange
from portal.model.records.home import Home
from portal.model.records.kind import Filing, Kind, Kinds
from portal.model.records.label import Label
from portal.model.records.organization import Organization
from portal.model.records.plan import Plan
from portal.model.records.press_release import PressRelease
from portal.model.records.source import Source
from portal.model.records.tombstone import Tombstone
from portal.model.records.trip_report import TripReport

KINDS = Kinds()

LABELS = KINDS.declare(Kind("labels", Label, Filing.MAP, shared=True))

COUNTRIES = KINDS.declare(
    Kind("countries", Country, Filing.LIST, shared=True, schema_type="Country")
)

SOURCES = KINDS.declare(
    Kind("sources", Source, Filing.LIST, section="sources", schema_type="CreativeWork")
)

HOMES = KINDS.declare(
    Kind(
        "homes", Home, Filing.LIST, required=True,
        section="homes", noun="home", schema_type="GovernmentOrganization", rank=10,
    )
)  # fmt: skip

CITIES = KINDS.declare(
    Kind(
        "cities", City, Filing.LIST, required=True,
        section="cities", noun="city", schema_type="AdministrativeArea", rank=20,
    )
)  # fmt: skip

ORGANIZATIONS = KINDS.declare(
    Kind(
        "organizations", Organization, Filing.LIST,
        section="organizations", noun="organization", schema_type="Organization", rank=30,
    )
)  # fmt: skip

EXCHANGES = KINDS.declare(
    Kind(
        "exchanges", Exchange, Filing.YEARS,
        section="exchanges", noun="exchange", date="start", end="end", schema_type="Event", rank=80,
        feed="calendar",
    )
)  # fmt: skip

PRESS_RELEASES = KINDS.declare(
    Kind(
        "press_releases", PressRelease, Filing.YEARS, has_media=True,
        section="press", noun="press_release", date="date", schema_type="Article", rank=90,
        feed="news",
    )
)  # fmt: skip

TRIP_REPORTS = KINDS.declare(
    Kind(
        "trip_reports", TripReport, Filing.FOLDER,
        section="reports", noun="trip_report", date="start", end="end", schema_type="Report", rank=70,
    )
)  # fmt: skip

PLANS = KINDS.declare(
    Kind(
        "plans", Plan, Filing.FOLDER,
        section="plans", noun="plan", date="start", end="end", schema_type="CreativeWork", rank=60,
    )
)  # fmt: skip

GLOSSARY = KINDS.declare(
    Kind(
        "glossary", Concept, Filing.LIST,
        section="glossary", noun="concept", schema_type="DefinedTerm", rank=50,
    )
)  # fmt: skip

TOMBSTONES = KINDS.declare(Kind("tombstones", Tombstone, Filing.MAP))

ALLOWED_VALUES = KINDS.declare(Kind("personal_data_allowed", AllowedValue, Filing.MAP))

ALLOWED_WORDS = KINDS.declare(Kind("words_allowed", AllowedWords, Filing.MAP))
