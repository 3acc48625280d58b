"""References to what is kept back, added to records that are shown: of every sort, with words that belong to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from secrecy.sample import Sample

WORDS = {"zh": "由其市長率團", "en": "Its mayor led the delegation"}


def _words() -> dict[str, str]:
    return dict(WORDS)


def _add(data: dict[str, Any], key: str, item: Any) -> None:
    if item not in data.setdefault(key, []):
        data[key].append(item)


def _pair(sample: Sample, hidden: str, shown: str) -> tuple[Any, dict[str, Any]]:
    """A record that is kept back, and the content of one that is shown; nothing if there is none."""
    first, second = sample.hidden(hidden), sample.shown(shown)
    return (first, second.data) if first and second else (None, {})


def parts_of_cities(sample: Sample) -> None:
    """A city with its part in an exchange."""
    city, exchange = _pair(sample, "cities", "exchanges")
    if city and all(part["city"] != city.id for part in exchange.setdefault("cities", [])):
        exchange["cities"].append({"city": city.id, "part": _words()})


def lists_of_ids(sample: Sample) -> None:
    """Ids in the lists of exchanges, releases, trip reports, plans and concepts."""
    wanted = (
        ("exchanges", ("homes", "organizations")),
        (
            "press_releases",
            ("homes", "cities", "organizations", "exchanges", "trip_reports", "plans"),
        ),
        ("trip_reports", ("cities", "organizations", "exchanges")),
        ("plans", ("cities",)),
    )
    for kind, keys in wanted:
        for key in keys:
            found, data = _pair(sample, key, kind)
            if found:
                _add(data, key, found.id)
    concept, other = _pair(sample, "glossary", "glossary")
    if concept:
        _add(other, "related", concept.id)
        _add(other, "broader", concept.id)


def units(sample: Sample) -> None:
    """An office of a home, with the home, in an exchange."""
    home, exchange = _pair(sample, "homes", "exchanges")
    if home and home.data.get("units"):
        _add(exchange, "homes", home.id)
        _add(exchange, "units", home.data["units"][0]["id"])


def members(sample: Sample) -> None:
    """Memberships of a home and of a city, with their roles; a group that a city leads; a wording of a home."""
    for key, kind in (("home", "homes"), ("city", "cities")):
        member, data = _pair(sample, kind, "organizations")
        if member and all(m.get(key) != member.id for m in data.setdefault("memberships", [])):
            said = {"membership_class": "member", "roles": [{"title": _words()}], "note": _words()}
            data["memberships"].append({key: member.id, **said})
    city, data = _pair(sample, "cities", "organizations")
    if city:
        name = {"zh": "市長會議", "en": "Council of mayors"}
        _add(data, "groups", {"id": "council", "name": name, "lead": city.id})
    home, data = _pair(sample, "homes", "organizations")
    words = data.setdefault("terms", {}).setdefault("zh", []) if home else []
    if home and all(home.id not in word.get("homes", ()) for word in words):
        words.append({"term": "市長聯誼會", "status": "admitted", "homes": [home.id]})


def ties(sample: Sample) -> None:
    """A tie with a home, and an agreement that a city or an organization has signed too."""
    home, city = _pair(sample, "homes", "cities")
    if home and all(tie["home"] != home.id for tie in city.setdefault("partnerships", [])):
        parties = [home.id, city["id"]]
        agreement = {"title": _words(), "parties": parties, "subject": _words()}
        tie = {"home": home.id, "kind": "partner", "status": "active", "note": _words()}
        city["partnerships"].append(tie | {"agreements": [agreement]})
    for kind in ("cities", "organizations"):
        third, city = _pair(sample, kind, "cities")
        for tie in city.get("partnerships", ())[:1] if third else ():
            if third.id not in (tie["home"], city["id"]):
                parties = [tie["home"], city["id"], third.id]
                agreement = {"title": _words(), "parties": parties, "subject": _words()}
                tie.setdefault("agreements", []).append(agreement)


def terms(sample: Sample) -> None:
    """A word of a home; the organization that a concept names."""
    home, concept = _pair(sample, "homes", "glossary")
    if home:
        word = {"term": "本市用語", "status": "admitted", "homes": [home.id], "note": _words()}
        concept["terms"]["zh"].append(word)
    organization, concept = _pair(sample, "organizations", "glossary")
    if organization:
        concept["organization"] = organization.id


def care(sample: Sample) -> None:
    """Who maintains a record, and who answers questions about a release of the editors."""
    for kind in ("cities", "exchanges", "glossary"):
        home, data = _pair(sample, "homes", kind)
        if home:
            data["maintainer"] = home.id
            if kind == "exchanges" and data.get("homes"):
                _add(data, "homes", home.id)  # who maintains it has part in it
    home = sample.hidden("homes")
    for release in sample.of("press_releases"):
        if home and not release.why and "issuer" not in release.data:
            _add(release.data, "homes", home.id)
            release.data["contact"] = {"office": home.id, "url": "https://office.example.org/ask"}


def follow_ups(sample: Sample) -> None:
    """What became of a recommendation, with the release or the exchange that it led to."""
    for kind in ("press_releases", "exchanges"):
        found, report = _pair(sample, kind, "trip_reports")
        if found and found.why != "withdrawn":
            step = {"status": "done", "text": _words(), kind: [found.id]}
            advice = {"text": {"zh": "再訪。", "en": "Go again."}, "follow_ups": [step]}
            report.setdefault("recommendations", []).append(advice)


def lineage(sample: Sample) -> None:
    """The exchange within which another took place, and one from which another came; what a promise led to."""
    hidden = [raw.data for raw in sample.of("exchanges") if raw in sample.gone]
    shown = [raw.data for raw in sample.of("exchanges") if not raw.why and raw not in sample.gone]
    wholes = {data["part_of"] for data in (*hidden, *shown) if "part_of" in data}
    pairs = [(h, s) for h in hidden for s in shown if h["start"] < s["start"]]
    if pairs:
        earlier, later = sample.random.choice(pairs)
        _add(later, "follows", earlier["id"])
    pairs = [
        (h, s)
        for h, s in pairs
        if not h.keys() & {"part_of", "status"} and s["id"] not in wholes and "part_of" not in s
    ]
    if pairs:
        whole, part = sample.random.choice(pairs)
        whole["end"] = max(whole.get("end", ""), part.get("end", part["start"]))
        part["part_of"] = whole["id"]
    promises = [
        promise
        for city in sample.of("cities")
        for tie in city.data.get("partnerships", ())
        for agreement in tie.get("agreements", ())
        for promise in agreement.get("commitments", ())
    ]
    for promise in promises if hidden else ():
        _add(promise, "exchanges", sample.random.choice(hidden)["id"])


def documents(sample: Sample) -> None:
    """A document among the sources of records and of their parts."""
    for kind in ("cities", "exchanges", "organizations", "press_releases"):
        source, data = _pair(sample, "sources", kind)
        if source:
            _add(data, "sources", source.id)
            for part in (*data.get("partnerships", ()), *data.get("memberships", ())):
                _add(part, "sources", source.id)


ADD = (
    parts_of_cities,
    lists_of_ids,
    units,
    members,
    ties,
    terms,
    care,
    follow_ups,
    documents,
    lineage,
)
