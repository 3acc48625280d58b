"""The bill of materials: what it says, and that those who made its format accept it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
from building import ROOT
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from portal.supply.bill import Site, bill
from portal.supply.installed_python import python_packages
from portal.supply.license_rules import Judged, judge, rules_of
from portal.supply.locked_npm import npm_needs, npm_packages
from portal.supply.software import Software

SITE = Site("https://city.example.org/", "0" * 40, "sha256:" + "f" * 64, 1_764_374_400)


def valid(text: str) -> dict[str, Any]:
    """The content of a bill, by the official schema; whatever that does not know is an error."""
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    found: dict[str, Any] = json.loads(text)
    return found


def ours() -> list[Judged]:
    rules = rules_of(ROOT)
    judged = judge([*python_packages(ROOT), *npm_packages(ROOT, rules.shipped)], rules)
    return [one for one in judged if one.software.use != "tests"]


@pytest.fixture(scope="module")
def our_bill() -> dict[str, Any]:
    platforms = {"python": ("3.11.7", "Python-2.0.1")}
    return valid(bill(SITE, ours(), npm_needs(ROOT), platforms))


def test_every_component_has_a_purl_a_version_and_a_license(our_bill: dict[str, Any]) -> None:
    for one in our_bill["components"]:
        assert one["purl"] == one["bom-ref"]
        assert one["version"]
        assert len(one["licenses"]) == 1, one["name"]
    names = {one["name"] for one in our_bill["components"]}
    assert {"mkdocs", "mkdocs-material", "pillow", "python"} <= names
    assert not {"pytest", "cyclonedx-bom", "eslint", "pagefind", "pip"} & names


def test_it_names_the_generator_and_what_it_makes(our_bill: dict[str, Any]) -> None:
    (tool,) = our_bill["metadata"]["tools"]["components"]
    assert tool["name"] == "city-diplomacy-portal"
    assert tool["licenses"] == [{"expression": "MIT AND OFL-1.1", "acknowledgement": "declared"}]
    assert our_bill["metadata"]["component"]["version"] == "0" * 40
    assert our_bill["metadata"]["timestamp"] == "2025-11-29T00:00:00Z"


def test_the_checksums_are_those_of_the_locks(our_bill: dict[str, Any]) -> None:
    lock = (ROOT / "requirements" / "site.txt").read_text(encoding="utf-8")
    integrity = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    for one in our_bill["components"]:
        (reference,) = one.get("externalReferences", [{}])
        if one["purl"].startswith("pkg:npm/"):
            assert [entry["alg"] for entry in one["hashes"]] == ["SHA-512"]
            assert "sha512-" in integrity
        elif one["purl"].startswith("pkg:pypi/") and one["name"] != "city-diplomacy-portal":
            hashes = one.get("hashes", reference.get("hashes"))
            assert hashes, one["name"]
            assert all(f"sha256:{entry['content']}" in lock for entry in hashes)


def test_whoever_is_named_is_there_and_everything_is_reached_from_the_site(
    our_bill: dict[str, Any],
) -> None:
    edges = {one["ref"]: one.get("dependsOn", []) for one in our_bill["dependencies"]}
    refs = {one["bom-ref"] for one in our_bill["components"]} - {"pkg:generic/python@3.11.7"}
    assert edges.keys() == refs | {"site"}
    reached, waiting = set(), ["site"]
    while waiting:
        ref = waiting.pop()
        assert ref in edges
        if ref not in reached:
            reached.add(ref)
            waiting += edges[ref]
    setuptools = {ref for ref in refs if ref.startswith("pkg:pypi/setuptools@")}
    assert (
        refs - reached <= setuptools
    )  # which builds the generator, and is asked for by no package


def test_another_program_finds_the_same_packages_and_ties(our_bill: dict[str, Any]) -> None:
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--no-validate", sys.prefix]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    theirs = json.loads(done.stdout)
    purls = {one["bom-ref"]: one.get("purl", "").lower() for one in theirs["components"]}
    purls[theirs.get("metadata", {}).get("component", {}).get("bom-ref", "")] = ""
    ties = {
        (purls[one["ref"]], purls[other])
        for one in theirs["dependencies"]
        for other in one.get("dependsOn", [])
    }
    mine = {one["purl"] for one in our_bill["components"] if one["purl"].startswith("pkg:pypi/")}
    mine = {purl for purl in mine if "/city-diplomacy-portal@" not in purl}
    assert mine <= set(purls.values())
    for one in our_bill["dependencies"]:
        if one["ref"] in mine:
            assert {(one["ref"], other) for other in one.get("dependsOn", [])} <= ties


def test_the_same_packages_give_the_same_bytes_in_any_order() -> None:
    judged = ours()
    text = bill(SITE, judged, npm_needs(ROOT), {})
    assert bill(SITE, judged[::-1], npm_needs(ROOT)[::-1], {}) == text
    other = json.loads(bill(Site("x", "", "", None), judged, npm_needs(ROOT), {}))
    assert other["serialNumber"] != json.loads(text)["serialNumber"]
    assert "timestamp" not in other["metadata"]
    assert str(ROOT) not in text


def test_odd_packages_fit_the_schema_too() -> None:
    maker = Software("pypi", "city-diplomacy-portal", "1", "MIT AND OFL-1.1", "", "shipped")
    odd = [
        Software("npm", "@scope/name", "1.0.0-beta+1", "", "Own terms", "needed"),
        Software("pypi", "b", "1!2.0+local.1", "GPL-2.0-only WITH Classpath-exception-2.0", "", "needed"),
        Software("pypi", "c", "1", "Apache-2.0 OR MIT", "", "needed", digests=(("SHA-256", "a" * 64),)),
    ]  # fmt: skip
    found = valid(bill(SITE, judge([maker, *odd], rules_of(ROOT)), [], {"node": ("20.1.0", "MIT")}))
    by_name = {one["name"]: one for one in found["components"]}
    assert by_name["name"]["group"] == "@scope"
    assert by_name["name"]["purl"] == "pkg:npm/%40scope/name@1.0.0-beta%2B1"
    assert "licenses" not in by_name["name"]
    assert by_name["c"]["hashes"] == [{"alg": "SHA-256", "content": "a" * 64}]
