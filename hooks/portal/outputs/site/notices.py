"""``licenses.txt``: the licenses of the programs that the site sends to browsers, which have to go along with them."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution

from portal.resources import DISTRIBUTION

_HEAD = """授權聲明 License notices

本網站傳送到瀏覽器的程式，其授權如下。文字、資料與圖片的授權另見本站的資料開放宣告。
The programs that this site sends to browsers are under these licenses. Texts, data and pictures have others: see
the open data declaration of this site.
"""

_OWN = """
{line}
程式與樣式 Scripts and style sheets in assets/: {name} {version}, MIT

{text}"""

_LINE = "=" * 80


def notices() -> bytes:
    """The file."""
    name, version, text = _own()
    return (_HEAD + _OWN.format(line=_LINE, name=name, version=version, text=text)).encode()


def _own() -> tuple[str, str, str]:
    """Name, version and license of the generator, as it was installed."""
    try:
        found = distribution(DISTRIBUTION)
    except PackageNotFoundError:
        return DISTRIBUTION, "", ""
    text = found.read_text("licenses/LICENSE") or ""
    return DISTRIBUTION, found.version, text
