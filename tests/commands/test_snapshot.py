from __future__ import annotations

from pathlib import Path

from commanding import run


def test_a_snapshot_notes_every_page(environment: object, portal_folder: Path) -> None:
    assert "new addresses" in run("snapshot", "--root", portal_folder).stderr
    noted = (portal_folder / "published" / "addresses.txt").read_text(encoding="utf-8").split()
    assert {"/", "/cities/jp-kaga/", "/about/counting/"} <= set(noted)
    assert run("snapshot", "--root", portal_folder).stderr.startswith("0 ")


def test_a_snapshot_notes_what_changed_in_the_records(
    environment: object, portal_folder: Path
) -> None:
    run("snapshot", "--root", portal_folder)
    cities = portal_folder / "data" / "cities.yaml"
    cities.write_text(cities.read_text("utf-8").replace("Kaga", "Kaga City"), encoding="utf-8")
    assert (
        run("snapshot", "--root", portal_folder).stderr
        == "0 new addresses, 1 changed rows of data\n"
    )
    history = (portal_folder / "published" / "changes.csv").read_text(encoding="utf-8")
    assert history.endswith(",cities,changed,jp-kaga,name_en\n")
