"""Pictures become files of the site: small, upright, without the camera's data, encoded once."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from releases import release
from samples import CAMERA, drawing, photograph, spreadsheet

from portal.model.catalog.catalog import Catalog
from portal.outputs.media import encoding
from portal.outputs.media.encoding import encode
from portal.outputs.media.media_files import media_files

Read = Callable[[Mapping[str, str]], Catalog]

WORDS = "alt: {zh: 兩位市長握手, en: Two mayors}, caption: {zh: 簽署, en: The signing}"
SIZES = [(480, 288), (1000, 600)]


def beside(root: Path, name: str, content: bytes) -> None:
    path = root / "data/press_releases/2026/news" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Encoding in this process; every original that is encoded, in order."""
    originals: list[bytes] = []

    def note(raw: bytes, form: str, sizes: list[tuple[int, int]]) -> dict[tuple[int, str], bytes]:
        originals.append(raw)
        return encode(raw, form, sizes)

    monkeypatch.setenv("PORTAL_PROCESSES", "1")
    monkeypatch.setattr(encoding, "encode", note)
    return originals


def test_a_photograph_is_made_smaller_in_three_formats() -> None:
    raw = photograph()
    made = encode(raw, "jpeg", SIZES)
    assert {key: opened(content).format for key, content in made.items()} == {
        (width, ending): form
        for width in (480, 1000)
        for ending, form in (("avif", "AVIF"), ("webp", "WEBP"), ("jpg", "JPEG"))
    }
    for (width, _), content in made.items():
        assert opened(content).size == dict(zip((480, 1000), SIZES, strict=True))[width]
        assert len(content) < len(raw)


@pytest.mark.parametrize(
    ("orientation", "corner"), [(1, "top left"), (3, "bottom right"), (6, "top right"), (8, "bottom left")]
)  # fmt: skip
def test_a_picture_stands_upright(orientation: int, corner: str) -> None:
    """The red quarter lies where the camera's turn (EXIF) brings it."""
    width, height = (1000, 600) if orientation in (1, 3) else (600, 1000)
    made = encode(photograph(orientation=orientation), "jpeg", [(width, height)])
    for content in made.values():
        shown = opened(content).convert("RGB")
        assert shown.size == (width, height)
        for name, place in {
            "top left": (100, 100),
            "top right": (width - 100, 100),
            "bottom left": (100, height - 100),
            "bottom right": (width - 100, height - 100),
        }.items():
            pixel = shown.getpixel(place)
            assert isinstance(pixel, tuple)
            assert (pixel[0] - pixel[1] > 150) == (name == corner), name


def test_nothing_of_the_camera_and_the_place_is_published() -> None:
    raw = photograph()
    assert CAMERA.encode() in raw
    assert Image.open(io.BytesIO(raw)).getexif().get_ifd(0x8825)
    for content in encode(raw, "jpeg", SIZES).values():
        assert CAMERA.encode() not in content
        assert not opened(content).getexif()
        assert opened(content).info.keys() & {"exif", "xmp", "icc_profile", "comment"} == set()


def test_colors_of_a_camera_become_those_of_the_web() -> None:
    """A profile is applied before it is left out: in this one red and blue have changed places."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"bXYZ", 1)
    place = profile.index(b"bXYZ")
    swapped = swapped[:place] + b"rXYZ" + swapped[place + 4 :]
    file = io.BytesIO()
    Image.new("RGB", (600, 200), "red").save(file, "JPEG", icc_profile=swapped)
    for content in encode(file.getvalue(), "jpeg", [(600, 200)]).values():
        shown = opened(content).convert("RGB").getpixel((300, 100))
        assert isinstance(shown, tuple)
        assert shown[2] > 240
        assert shown[0] < 20


def test_a_drawing_keeps_its_edges_and_its_transparency() -> None:
    made = encode(drawing(), "png", [(480, 192), (1000, 400)])
    assert {key[1] for key in made} == {"png", "webp"}
    for (width, _), content in made.items():
        shown = opened(content).convert("RGBA")
        corner, middle = shown.getpixel((width - 1, 0)), shown.getpixel((width // 5, width // 5))
        assert isinstance(corner, tuple)
        assert corner[3] == 0
        assert middle == (0, 0, 0, 255)
    whole = opened(drawing()).convert("RGBA").tobytes()
    assert opened(made[1000, "png"]).convert("RGBA").tobytes() == whole
    assert opened(made[1000, "webp"]).convert("RGBA").tobytes() == whole


def test_a_drawing_of_few_colors_stays_small() -> None:
    made = encode(drawing(ground="white"), "png", [(480, 192)])
    assert opened(made[480, "png"]).mode == "P"
    assert len(made[480, "webp"]) < len(made[480, "png"]) < 8000


def test_a_photograph_as_png_is_not_published_without_loss() -> None:
    noise = Image.effect_noise((1000, 600), 60).convert("RGB")
    file = io.BytesIO()
    noise.save(file, "PNG")
    made = encode(file.getvalue(), "png", SIZES)
    assert 2 * len(made[1000, "webp"]) < len(file.getvalue())


@pytest.mark.parametrize("mode", ["L", "P", "1", "CMYK", "I;16"])
def test_every_kind_of_pixels_can_be_shown(mode: str) -> None:
    form = "JPEG" if mode == "CMYK" else "PNG"
    file = io.BytesIO()
    Image.new(mode, (600, 200), 0).save(file, form)
    for content in encode(file.getvalue(), form.lower(), [(600, 200)]).values():
        assert opened(content).convert("RGB").size == (600, 200)


def test_the_same_picture_gives_the_same_bytes() -> None:
    raw = photograph()
    assert encode(raw, "jpeg", SIZES) == encode(raw, "jpeg", SIZES)


def test_a_build_encodes_only_what_no_build_has_encoded(
    catalog: Read, portal_folder: Path, tmp_path: Path, alone: list[bytes]
) -> None:
    kept = tmp_path / "kept"
    beside(portal_folder, "signing.jpg", photograph())
    beside(portal_folder, "treaty.ods", spreadsheet("words"))
    more = f"images: [{{file: signing.jpg, {WORDS}}}]\n"
    document = "attachments: [{file: treaty.ods, title: {zh: 協定, en: Treaty}, languages: [en]}]\n"
    news = catalog(release("news", "2026-11-01", more + document))
    first, problems = media_files(news, kept)
    assert problems == []
    folder = "press/2026/news/"
    assert first.keys() == {
        f"{folder}files/treaty.ods",
        *(f"{folder}images/signing-{w}.{e}" for w in (480, 1000) for e in ("avif", "webp", "jpg")),
    }
    assert media_files(news, kept) == (first, [])
    assert alone == [photograph()]
    # A picture that looks different under the same name is encoded, and the old one forgotten.
    beside(portal_folder, "signing.jpg", photograph(1000, 500))
    assert media_files(news, kept)[0].keys() == first.keys()
    assert len(alone) == 2
    assert len(list(kept.iterdir())) == 1
    gone = catalog(
        release(
            "news",
            "2026-11-01",
            "withdrawn: {date: 2026-11-02, reason: {zh: 誤, en: No}}\n" + more + document,
        )
    )
    assert media_files(gone, kept) == ({}, [])
    assert list(kept.iterdir()) == []


def test_pixels_that_were_damaged_meanwhile_are_a_problem_of_the_build(
    catalog: Read, portal_folder: Path, tmp_path: Path, alone: list[bytes]
) -> None:
    raw = drawing()
    middle = len(raw) // 2
    beside(portal_folder, "signing.png", raw)
    news = catalog(release("news", "2026-11-01", f"images: [{{file: signing.png, {WORDS}}}]\n"))
    beside(portal_folder, "signing.png", raw[:middle] + b"damaged" + raw[middle + 7 :])
    files, problems = media_files(news, tmp_path / "kept")
    assert files == {}
    (line,) = (problem.line("en") for problem in problems)
    assert line.startswith(
        "data/press_releases/2026/news/signing.png:1:1: signing.png cannot be read as a picture ("
    )


def test_a_file_that_was_taken_away_meanwhile_is_told_and_stops_nothing_else(
    catalog: Read, portal_folder: Path, tmp_path: Path, alone: list[bytes]
) -> None:
    """A preview keeps the last good records while the files change."""
    beside(portal_folder, "signing.jpg", photograph())
    beside(portal_folder, "ties.png", drawing())
    more = f"images: [{{file: signing.jpg, {WORDS}}}, {{file: ties.png, {WORDS}}}]\n"
    news = catalog(release("news", "2026-11-01", more))
    (portal_folder / "data/press_releases/2026/news/signing.jpg").unlink()
    files, problems = media_files(news, tmp_path / "kept")
    assert {Path(path).name for path in files} == {
        f"ties-{width}.{ending}" for width in (480, 1000) for ending in ("png", "webp")
    }
    assert [problem.line("en") for problem in problems] == [
        "data/press_releases/2026/news/signing.jpg:1:1: there is no data/press_releases/2026/news/signing.jpg; "
        "put the file there, or correct its name"
    ]
    assert isinstance(news.media, dict)
    news.media.clear()
    assert media_files(news, tmp_path / "kept") == ({}, [])
