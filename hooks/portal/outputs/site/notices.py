"""``licenses.txt``: the licenses of the programs that the site sends to browsers, which have to go along with them."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, distribution
from typing import TYPE_CHECKING

from portal.resources import DISTRIBUTION

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = """授權聲明 License notices

本網站傳送到瀏覽器的程式，其授權如下。文字、資料與圖片的授權另見本站的資料開放宣告。
The programs that this site sends to browsers are under these licenses. Texts, data and pictures have others: see
the open data declaration of this site.
"""

_OWN = """
{line}
程式與樣式 Scripts and style sheets in assets/: {name} {version}, MIT

{text}"""

_PAGEFIND = """
{line}
站內搜尋 Search in pagefind/: Pagefind {version}, MIT, https://github.com/Pagefind/pagefind

{text}
它的 WebAssembly 依其原始碼另含： By its source, its WebAssembly also holds:

- Snowball, BSD-3-Clause, Copyright (c) 2001, Dr Martin Porter; (c) 2004, 2005, Richard Boulton; (c) 2013, Yoshiki
  Shibukawa; all rights reserved: https://snowballstem.org/license.html
- wasm-bindgen, bit-set, bit-vec, MIT OR Apache-2.0: https://github.com/wasm-bindgen/wasm-bindgen,
  https://github.com/contain-rs/bit-set, https://github.com/contain-rs/bit-vec
- minicbor, BlueOak-1.0.0: https://blueoakcouncil.org/license/1.0.0
- write-json, pagefind_microjson: https://crates.io/crates/write-json, https://crates.io/crates/pagefind_microjson
"""

_LINE = "=" * 80


def notices(pagefind: Path | None) -> bytes:
    """The file; ``pagefind`` is the folder of the npm package, if the site has a search made with it."""
    name, version, text = _own()
    parts = [_HEAD, _OWN.format(line=_LINE, name=name, version=version, text=text)]
    if pagefind is not None:
        try:
            version = str(json.loads((pagefind / "package.json").read_text("utf-8"))["version"])
        except (OSError, ValueError, LookupError, TypeError):
            version = ""
        parts.append(_PAGEFIND.format(line=_LINE, version=version, text=_of(pagefind)))
    return "".join(parts).encode()


def _own() -> tuple[str, str, str]:
    """Name, version and license of the generator, as it was installed."""
    try:
        found = distribution(DISTRIBUTION)
    except PackageNotFoundError:
        return DISTRIBUTION, "", ""
    text = found.read_text("licenses/LICENSE") or ""
    return DISTRIBUTION, found.version, text


def _of(pagefind: Path) -> str:
    """The license in Pagefind's package, which is a file or a folder of files."""
    for name in ("LICENSE/LICENSE", "LICENSE", "LICENSE.md", "LICENSE.txt"):
        if (pagefind / name).is_file():
            text = (pagefind / name).read_text(encoding="utf-8", errors="replace")
            return "\n".join(line.rstrip() for line in text.splitlines()).strip() + "\n"
    return ""
