"""Two governments that publish and one that does not, with ties and memberships that they share."""

HOMES = """\
- id: alpha
  name: {zh: 甲市, en: Alpha}
  full_name: {zh: 甲市政府, en: Alpha City Government}
  level: city
  units: [{id: alpha-culture, name: {zh: 文化局, en: Culture Bureau}, level: bureau}]
- {id: beta, name: {zh: 乙市, en: Beta}, full_name: {zh: 乙市政府, en: Beta City Government}, level: city}
- {id: silent, name: {zh: 丙市, en: Silent}, full_name: {zh: 丙市政府, en: Silent City}, level: city, publishes: false}
"""
CITIES = """\
- id: jp-kaga
  name: {zh: 加賀, en: Kaga}
  level: city
  country: JP
  partnerships:
    - {home: alpha, kind: agreement-only, status: active}
    - {home: alpha, unit: alpha-culture, kind: friendship, status: active}
- id: jp-sado
  name: {zh: 佐渡, en: Sado}
  level: city
  country: JP
  partnerships:
    - {home: alpha, kind: sister, status: active, verified: 2026-01-05}
    - {home: beta, kind: sister, status: active, verified: 2026-01-05}
- id: jp-tsu
  name: {zh: 津, en: Tsu}
  level: city
  country: JP
  partnerships:
    - {home: alpha, kind: sister, status: active, verified: 2026-01-05}
    - {home: beta, kind: sister, status: proposed}
    - {home: silent, kind: sister, status: active}
"""
ORGANIZATIONS = """\
- id: choir
  name: {zh: 合唱網, en: Choir}
  kind: city-network
  memberships:
    - {home: beta, membership_class: member, until: 2020}
    - {home: silent, membership_class: member}
    - {city: jp-kaga, membership_class: member}
- id: net
  name: {zh: 城市網, en: Net}
  kind: city-network
  memberships:
    - {home: alpha, membership_class: full, since: 2005}
    - {home: beta, membership_class: member}
    - {city: jp-sado, membership_class: member}
    - {city: jp-tsu, membership_class: member, until: 2019}
- id: ring
  name: {zh: 環網, en: Ring}
  kind: initiative
  memberships:
    - {home: alpha, membership_class: member}
    - {city: jp-sado, membership_class: member}
"""
FILES = {
    "data/homes.yaml": HOMES,
    "data/cities.yaml": CITIES,
    "data/organizations.yaml": ORGANIZATIONS,
}
