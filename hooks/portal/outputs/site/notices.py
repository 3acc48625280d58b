"""``licenses.txt``: the licenses of the programs and icons that the site sends to browsers, which have to go along."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution

from portal.resources import DISTRIBUTION, PACKAGE

_HEAD = """授權聲明 License notices

本網站傳送到瀏覽器的程式與圖示，其授權如下。文字、資料與圖片的授權另見本站的資料開放宣告。
The programs and icons that this site sends to browsers are under these licenses. Texts, data and pictures have
others: see the open data declaration of this site.
"""

_OWN = """
{line}
程式與樣式 Scripts and style sheets in assets/: {name} {version}, MIT

{text}"""

_ICONS = """
{line}
圖示 Icons on pages: Material Design Icons by Pictogrammers, https://pictogrammers.com/, Apache-2.0,
as {theme} {version} ships them

{text}"""

_THEME = "mkdocs-material"

_APACHE = PACKAGE / "outputs" / "site" / "Apache-2.0.txt"
"""The license of the icons, whose text has to go along (https://www.apache.org/licenses/LICENSE-2.0.txt)."""

_LINE = "=" * 80


def notices() -> bytes:
    """The file."""
    name, version, text = _own()
    license_text = _APACHE.read_text(encoding="utf-8")
    icons = {"theme": _THEME, "version": distribution(_THEME).version, "text": license_text}
    parts = [_HEAD, _OWN.format(line=_LINE, name=name, version=version, text=text)]
    return "".join([*parts, _ICONS.format(line=_LINE, **icons)]).encode()


def _own() -> tuple[str, str, str]:
    """Name, version and license of the generator, as it was installed."""
    try:
        found = distribution(DISTRIBUTION)
    except PackageNotFoundError:
        return DISTRIBUTION, "", ""
    text = found.read_text("licenses/LICENSE") or ""
    return DISTRIBUTION, found.version, text
