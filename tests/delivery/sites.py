"""Two small invented sites, an old and a new one, that differ in every way in which sites differ."""

from __future__ import annotations

from pathlib import Path


def page(*links: str, words: str = "") -> bytes:
    anchors = "".join(f'<a href="{link}">{link}</a>' for link in links if not link.endswith("css"))
    sheets = "".join(
        f'<link rel="stylesheet" href="{link}">' for link in links if link.endswith("css")
    )
    return (
        f"<!doctype html><html><head>{sheets}</head><body>{words}{anchors}</body></html>\n".encode()
    )


OLD = {
    "index.html": page("cities/", "en/", "kept/", "assets/style.1.css", "turns", "folds/"),
    "404.html": page(words="nothing"),
    "en/index.html": page("../", "../cities/", "../assets/style.1.css"),
    "en/404.html": page(words="nothing"),
    "cities/index.html": page("jp-a/", "jp-gone/", "../atom.xml", "../assets/style.1.css"),
    "cities/jp-a/index.html": page("../", "../../data/cities.csv", "../../assets/style.1.css"),
    "cities/jp-gone/index.html": page("../", "photo.webp", "../jp-a/", "more/"),
    "cities/jp-gone/photo.webp": b"gone",
    "cities/jp-gone/more/index.html": page("../"),
    "kept/index.html": page("../", "../assets/shared.css"),
    "assets/shared.css": b"a{background:url(letter.png)}",
    "assets/letter.png": b"letter",
    "assets/style.1.css": b"b{background:url(one.png)}",
    "assets/one.png": b"one",
    "atom.xml": b"<urlset><loc>cities/jp-a/</loc><loc>cities/jp-gone/</loc></urlset>",
    "sitemap.xml": b"<urlset><loc>cities/jp-gone/</loc><loc>folds/</loc><loc>turns</loc></urlset>",
    "data/cities.csv": b"old",
    "search/entry.json": b'{"files": ["part.1", "../cities/jp-gone/"]}',
    "search/part.1": b"part 1",
    ".htaccess": b"# old",
    "turns": b"a file that becomes a folder",
    "folds/index.html": page("../", "inner/"),
    "folds/inner/index.html": page("../"),
}

NEW = {
    "index.html": page(
        "cities/", "en/", "kept/", "assets/style.2.css", "turns/", "folds", words="新"
    ),
    "404.html": page(words="nothing"),
    "en/index.html": page("../", "../cities/", "../assets/style.2.css"),
    "en/404.html": page(words="nothing here"),
    "cities/index.html": page("jp-a/", "jp-new/", "../atom.xml", "../assets/style.2.css"),
    "cities/jp-a/index.html": page("../", "../jp-new/", "../../data/cities.csv"),
    "cities/jp-new/index.html": page("../", "photo.webp", "more/", "../../assets/style.2.css"),
    "cities/jp-new/photo.webp": b"new",
    "cities/jp-new/more/index.html": page("../"),
    "kept/index.html": page("../", "../assets/shared.css"),
    "assets/shared.css": b"a{background:url(letter.png) url(added.png)}",
    "assets/letter.png": b"letter",
    "assets/added.png": b"added",
    "assets/style.2.css": b"b{background:url(two.png)}",
    "assets/two.png": b"two",
    "atom.xml": b"<urlset><loc>cities/jp-a/</loc><loc>cities/jp-new/</loc></urlset>",
    "sitemap.xml": b"<urlset><loc>cities/jp-new/</loc><loc>folds</loc><loc>turns/</loc></urlset>",
    "data/cities.csv": b"new, and longer",
    "data/cities.json": b'{"files": ["../cities/jp-new/"]}',
    "search/entry.json": b'{"files": ["part.2", "../cities/jp-new/"]}',
    "search/part.2": b"part 2",
    ".htaccess": b"# new",
    "turns/index.html": page("../", "note.txt"),
    "turns/note.txt": b"note",
    "folds": page("./"),
    "folds.css": b"",
}


def put_site(folder: Path, files: dict[str, bytes]) -> Path:
    """The folder of a built site with these files."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder
