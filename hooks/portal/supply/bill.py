"""The bill of materials of a site: CycloneDX 1.6 (ECMA-424), as JSON. Same packages, same bytes."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from portal.resources import DISTRIBUTION
from portal.supply.spdx import is_one_license

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from portal.supply.license_rules import Judged
    from portal.supply.software import Software

SCHEMA = "http://cyclonedx.org/schema/bom-1.6.schema.json"

_SITE = "site"
_WHERE = {
    "pypi": "https://pypi.org/project/{name}/{version}/",
    "npm": "https://www.npmjs.com/package/{name}/v/{version}",
}
"""The page of a package in its registry."""


@dataclass(frozen=True)
class Site:
    """What the packages make."""

    name: str
    """Its address, or another name."""
    version: str
    """The commit that it was made from; nothing if that is unknown."""
    digest: str
    """Of its files, as ``build.json`` tells it; nothing if it is unknown."""
    epoch: int | None
    """When it was made, in seconds since 1970; nothing leaves the time out."""


def bill(
    site: Site,
    judged: Sequence[Judged],
    needs: Sequence[str],
    platforms: Mapping[str, tuple[str, str]],
) -> str:
    """The bill of a site.

    ``judged`` are the packages that make it, ``needs`` the purls of those that the portal itself asks for; of
    ``platforms`` those that run it: for each name its version and its SPDX license.
    """
    components = [_component(one) for one in judged]
    components += [
        _platform(name, version, spdx) for name, (version, spdx) in sorted(platforms.items())
    ]
    maker = next(one for one in judged if one.software.key == f"pypi/{DISTRIBUTION}")
    edges = {_SITE: sorted({maker.software.purl, *needs})}
    edges |= {one.software.purl: list(one.software.requires) for one in judged}
    metadata: dict[str, Any] = {
        "lifecycles": [{"phase": "build"}],
        "tools": {"components": [_tool(maker)]},
        "component": _subject(site),
    }
    if site.epoch is not None:
        metadata["timestamp"] = f"{datetime.fromtimestamp(site.epoch, UTC):%Y-%m-%dT%H:%M:%SZ}"
    content: dict[str, Any] = {
        "$schema": SCHEMA,
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": metadata,
        "components": sorted(components, key=lambda one: str(one["bom-ref"])),
        "dependencies": [
            {"ref": ref, "dependsOn": others} if others else {"ref": ref}
            for ref, others in sorted(edges.items())
        ],
    }
    serial = uuid.uuid5(uuid.NAMESPACE_URL, _text(content))  # the same for the same content
    return _text(content | {"serialNumber": f"urn:uuid:{serial}"})


def _text(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _subject(site: Site) -> dict[str, Any]:
    found: dict[str, Any] = {"bom-ref": _SITE, "type": "application", "name": site.name}
    if site.version:
        found["version"] = site.version
    if site.digest:
        found["properties"] = [{"name": f"{DISTRIBUTION}:site:digest", "value": site.digest}]
    if site.name.startswith(("https://", "http://")):
        found["externalReferences"] = [{"type": "website", "url": site.name}]
    return found


def _tool(one: Judged) -> dict[str, Any]:
    return {"type": "application", "name": one.software.name, "version": one.software.version} | (
        {"licenses": _licenses(one.license, is_declared=one.decision is None)}
        if one.license
        else {}
    )


def _component(one: Judged) -> dict[str, Any]:
    software = one.software
    group, _, name = software.name.rpartition("/")
    found: dict[str, Any] = {
        "bom-ref": software.purl,
        "purl": software.purl,
        "type": "application" if software.name == DISTRIBUTION else "library",
        "name": name,
        "version": software.version,
        "scope": "optional" if software.is_optional else "required",
    }
    if group:
        found["group"] = group
    if one.license:
        found["licenses"] = _licenses(one.license, is_declared=one.decision is None)
    hashes = [{"alg": kind, "content": digest} for kind, digest in software.digests]
    reference: dict[str, Any] = {"type": "distribution", "url": _page(software)}
    if software.files == 1 and hashes:
        found["hashes"] = hashes
    elif hashes:  # one of these is the file that was installed
        reference |= {"hashes": hashes, "comment": "The lock accepts any one of these files."}
    found["externalReferences"] = [reference]
    return found


def _page(software: Software) -> str:
    return _WHERE[software.registry].format(name=software.name, version=software.version)


def _platform(name: str, version: str, spdx: str) -> dict[str, Any]:
    return {
        "bom-ref": f"pkg:generic/{name}@{version}",
        "purl": f"pkg:generic/{name}@{version}",
        "type": "platform",
        "name": name,
        "version": version,
        "licenses": _licenses(spdx, is_declared=True),
    }


def _licenses(spdx: str, *, is_declared: bool) -> list[dict[str, Any]]:
    """``declared`` is what a package says itself, ``concluded`` what somebody read in its license."""
    how = {"acknowledgement": "declared" if is_declared else "concluded"}
    if is_one_license(spdx):
        return [{"license": {"id": spdx} | how}]
    return [{"expression": spdx} | how]
