"""The sign that is drawn as pixels is the one that the pages show as SVG."""

from __future__ import annotations

from xml.etree import ElementTree

from building import ROOT

from portal.outputs.cards import emblem

SVG = "{http://www.w3.org/2000/svg}"


def test_the_icons_have_the_shapes_of_the_svg() -> None:
    tree = ElementTree.parse(ROOT / "hooks/portal/theme/assets/portal.svg").getroot()
    (square,) = tree.iter(f"{SVG}rect")
    (group,) = tree.iter(f"{SVG}g")
    left, right = tree.iter(f"{SVG}circle")
    assert tree.get("viewBox") == f"0 0 {emblem.SIDE} {emblem.SIDE}"
    assert (square.get("rx"), square.get("fill")) == (str(emblem.CORNER), emblem.BAND)
    assert group.get("stroke-width") == str(emblem.STROKE)
    for circle, center in ((left, emblem.LEFT), (right, emblem.RIGHT)):
        assert circle.get("cx") == str(center)
        assert circle.get("cy") == str(emblem.SIDE // 2)
        assert circle.get("r") == str(emblem.RADIUS)
    assert (group.get("stroke"), right.get("stroke")) == ("#fff", emblem.GOLD)


def test_the_rings_interlock() -> None:
    picture = emblem.icon(256, rounded=True)
    scale = 256 / emblem.SIDE
    middle = (emblem.LEFT + emblem.RIGHT) / 2
    rise = (emblem.RADIUS**2 - (middle - emblem.LEFT) ** 2) ** 0.5
    above, below = (
        picture.getpixel((round(middle * scale), round((emblem.SIDE / 2 + side * rise) * scale)))
        for side in (-1, 1)
    )
    assert above == (255, 255, 255, 255)
    assert below == (0xF2, 0xB8, 0x4B, 255)
    assert picture.getpixel((0, 0))[3] == 0  # type: ignore[index]
    assert emblem.icon(180, rounded=False).getpixel((0, 0)) == (0x0B, 0x4F, 0x5C, 255)
