from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest

from portal.model.checks.locations import lies_in

Mistakes = Callable[[Mapping[str, str]], list[str]]


def city(country: str, lat: str, lon: str, prefix: str = "") -> dict[str, str]:
    prefix = prefix or country.lower()
    return {
        "data/cities.yaml": (
            f"- id: {prefix}-place\n  name: {{zh: 城市, en: City}}\n  level: city\n  country: '{country}'\n"
            f"  coordinates: {{lat: {lat}, lon: {lon}}}\n"
        )
    }


@pytest.mark.parametrize(
    ("country", "lat", "lon"),
    [
        ("JP", "38.018", "138.368"),  # Sado
        ("JP", "26.334", "127.805"),  # Okinawa
        ("JP", "24.344", "124.156"),  # Ishigaki
        ("JP", "27.094", "142.192"),  # Ogasawara
        ("JP", "44.027", "145.854"),  # Kunashiri
        ("FR", "48.857", "2.352"),
        ("FR", "-20.879", "55.448"),  # Réunion
        ("FR", "4.938", "-52.335"),  # Cayenne
        ("FR", "16.241", "-61.533"),  # Pointe-à-Pitre
        ("GP", "16.241", "-61.533"),
        ("RE", "-20.879", "55.448"),
        ("FR", "-17.535", "-149.569"),  # Papeete
        ("US", "21.309", "-157.858"),  # Honolulu
        ("US", "61.218", "-149.900"),  # Anchorage
        ("US", "52.842", "173.181"),  # Attu, west of 180°
        ("US", "13.444", "144.794"),  # Guam
        ("GU", "13.444", "144.794"),
        ("US", "18.466", "-66.106"),  # San Juan
        ("NL", "52.378", "4.900"),
        ("NL", "12.109", "-68.932"),  # Willemstad
        ("BQ", "12.151", "-68.277"),  # Kralendijk
        ("NZ", "-36.848", "174.763"),
        ("NZ", "-43.953", "-176.559"),  # Chatham Islands, east of 180°
        ("FJ", "-18.141", "178.441"),
        ("FJ", "-16.780", "-179.990"),  # Taveuni
        ("RU", "43.115", "131.886"),
        ("RU", "64.424", "-173.226"),  # Provideniya
        ("RU", "54.710", "20.510"),  # Kaliningrad
        ("KI", "1.329", "172.979"),
        ("KI", "1.987", "-157.475"),  # Kiritimati
        ("PT", "37.741", "-25.675"),
        ("PT", "32.650", "-16.908"),
        ("ES", "28.124", "-15.430"),
        ("ES", "35.292", "-2.938"),  # Melilla
        ("CL", "-27.150", "-109.430"),  # Easter Island
        ("EC", "-0.901", "-89.602"),
        ("NO", "78.223", "15.647"),
        ("NO", "70.983", "-8.535"),
        ("DK", "64.181", "-51.721"),
        ("UA", "44.616", "33.525"),
        ("MA", "27.153", "-13.203"),
        ("CY", "35.340", "33.319"),
        ("XK", "42.663", "21.166"),
        ("TW", "24.449", "118.377"),  # Kinmen
        ("TW", "26.160", "119.950"),  # Matsu
        ("TW", "10.377", "114.366"),  # Taiping
        ("SG", "1.352", "103.820"),
        ("MC", "43.738", "7.425"),
        ("VA", "41.903", "12.453"),
        ("GI", "36.141", "-5.353"),
        ("HK", "22.319", "114.170"),
        ("MO", "22.199", "113.544"),
        ("TV", "-8.521", "179.196"),
        ("BM", "32.295", "-64.782"),
        ("ID", "-2.533", "140.717"),
        ("AU", "-42.882", "147.327"),
        ("BR", "-3.854", "-32.424"),
        ("PW", "7.342", "134.479"),
        ("KN", "17.302", "-62.718"),
        ("VC", "13.160", "-61.225"),
        ("SZ", "-26.305", "31.137"),
    ],
)  # fmt: skip
def test_a_place_lies_in_its_country_with_all_its_parts(country: str, lat: str, lon: str) -> None:
    assert lies_in(country, (Decimal(lat), Decimal(lon)))


@pytest.mark.parametrize(
    ("country", "lat", "lon", "code"),
    [
        ("JP", "38.018", "138.368", ""),
        ("JP", "38.018", "38.368", "coordinates-outside"),
        ("JP", "-38.018", "138.368", "coordinates-sign"),
        ("JP", "38.018", "-138.368", "coordinates-sign"),
        ("US", "-47.49", "-121.8339", "coordinates-sign"),
        ("US", "47.49", "121.8339", "coordinates-sign"),
        ("IN", "77.209", "28.614", "coordinates-exchanged"),
        ("FR", "2.352", "48.857", "coordinates-exchanged"),
        ("PE", "-77.043", "-12.046", "coordinates-exchanged"),
        ("JP", "138.368", "38.018", "latitude-of-longitude"),
        ("US", "-121.8339", "47.49", "latitude-of-longitude"),
        ("JP", "181", "38.018", "number-too-large"),
        ("JP", "138.368", "x", "not-a-number"),
        ("JP", "0", "0", "coordinates-zero"),
        ("GH", "0.0", "0.00", "coordinates-zero"),
        ("GH", "5.604", "-0.187", ""),
        ("KE", "0", "36.8", ""),
        ("JP", "37.567", "126.978", "coordinates-outside"),
        ("ZZ", "37.567", "126.978", "unknown-id"),
    ],
)
def test_what_cannot_be_is_told_with_its_cause(
    mistakes: Mistakes, country: str, lat: str, lon: str, code: str
) -> None:
    found = [line.partition(": ")[2] for line in mistakes(city(country, lat, lon))]
    assert [one.removesuffix("-near") for one in found][-1:] == ([code] if code else [])
    assert len(found) <= 1 + (lon == "x")


def test_a_wrong_country_is_told_once(mistakes: Mistakes) -> None:
    assert mistakes(city("KR", "36.3", "136.3", prefix="jp")) == [
        "data/cities.yaml:1:7: id-of-other-country"
    ]
    assert mistakes(city("KR", "48.9", "2.3", prefix="jp")) == [
        "data/cities.yaml:1:7: id-of-other-country",
        "data/cities.yaml:5:16: coordinates-outside",
    ]


def test_a_cure_is_told_with_the_numbers(report: Mistakes) -> None:
    assert report(city("IN", "77.209", "28.614")) == [
        "data/cities.yaml:5:16: the coordinates 77.209, 28.614 do not lie in IN; lat and lon seem to be "
        "exchanged: check them and, if so, write {lat: 28.614, lon: 77.209}"
    ]
    assert report(city("JP", "38.018", "-138.368")) == [
        "data/cities.yaml:5:16: the coordinates 38.018, -138.368 do not lie in JP; a sign seems to be "
        "wrong: check them and, if so, write {lat: 38.018, lon: 138.368}"
    ]


@pytest.mark.parametrize(
    ("point", "code"),
    [
        ("lat: 25.04, lon: 121.56", ""),
        ("lat: 24.449, lon: 118.377", ""),
        ("lat: 0, lon: 0", "coordinates-zero"),
        ("lat: 35.68, lon: 139.69", "coordinates-outside"),
        ("lat: 25.04, lon: -121.56", "coordinates-sign"),
    ],
)
def test_a_home_lies_in_taiwan(mistakes: Mistakes, point: str, code: str) -> None:
    home = (
        "- id: alpha\n  name: {zh: 甲市, en: Alpha}\n  full_name: {zh: 甲市政府, en: Alpha City Government}\n"
        f"  level: city\n  coordinates: {{{point}}}\n"
    )
    found = mistakes({"data/homes.yaml": home})
    assert [line.partition(": ")[2] for line in found] == ([code] if code else [])
