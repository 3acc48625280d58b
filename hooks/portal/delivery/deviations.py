"""What can be wrong with what a host serves, in words, and together if it has one cause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NAMED = 10
"""How many addresses are named of those with one and the same deviation."""


@dataclass(frozen=True, order=True, slots=True)
class Deviation:
    """Something that a host does not serve as it was built."""

    code: str
    address: str
    """Below that of the site."""
    found: tuple[tuple[str, str], ...] = ()
    """What the sentence tells besides."""

    @property
    def is_notice(self) -> bool:
        """Whether readers still get what they asked for: some hosts cannot do better."""
        return self.code in NOTICES


NOTICES = frozenset({"error-page-language", "no-charset", "no-media-type", "other-path"})

SENTENCES: Mapping[str, tuple[str, str]] = {
    "unreachable": (
        "主機沒有回應（{reason}）；請確認網址、DNS 與伺服器",
        "the host cannot be reached ({reason}); check the address, DNS and the server",
    ),
    "tls": (
        "TLS 憑證無法通過驗證（{reason}）；請更新或改正憑證",
        "the TLS certificate does not hold ({reason}); renew or correct it",
    ),
    "too-slow": ("回應太慢，沒有等到完整內容", "the answer takes too long to arrive"),
    "cut-off": (
        "內容中途斷線，沒有傳完",
        "the connection ended in the middle of the answer",
    ),
    "undecodable": (
        "Content-Encoding 與內容不符，瀏覽器無法解開",
        "the body is not what its Content-Encoding says, so browsers cannot unpack it",
    ),
    "not-asked": (
        "主機連續沒有回應，未再詢問",
        "not asked for: the host had failed too often in a row",
    ),
    "redirects-away": (
        "整個網站都轉址到 {to}；請改用該網址執行 portal verify，或改正主機設定",
        "the host redirects the site to {to}; verify that address, or correct the host",
    ),
    "redirect-loop": ("轉址一直循環", "redirects lead in a circle"),
    "other-build": (
        "主機上是另一次建置：{theirs}，不是 {ours}；請發布，或清除 CDN 快取（--patience 會等待）",
        "the host serves another build: {theirs}, not {ours}; publish this one, or purge the CDN (--patience waits)",
    ),
    "wrong-place": (
        "這個網址下沒有這個網站的任何檔案；網站建置時的網址是 {built}",
        "nothing of the site is below this address; it was built for {built}",
    ),
    "inner-place": (
        "這個網址顯示的是網站裡的 {path}；請改用首頁的網址",
        "this address shows {path} of the site; give that of its front page",
    ),
    "other-path": (
        "網站是為 {built} 建置的，路徑與這個網址不同；絕對網址會通往別處",
        "the site was built for {built}, which has another path; absolute links lead there",
    ),
    "missing": ("找不到（{status}）", "not found ({status})"),
    "status": ("主機回應 {status}", "the host answers {status}"),
    "redirected": ("轉址到 {to}，而不是網頁本身", "redirected to {to} instead of being served"),
    "moved-elsewhere": ("應轉址到 {right}，卻到 {to}", "redirected to {to} instead of {right}"),
    "content": (
        "內容與建置的不同（{size} 位元組，應為 {right}）",
        "not what was built ({size} bytes, not {right})",
    ),
    "no-media-type": (
        "主機不知道媒體類型（應為 {right}），瀏覽器會下載而不顯示",
        "the host does not know the type ({right}), so browsers save the file instead of showing it",
    ),
    "media-type": ("媒體類型是 {type}，應為 {right}", "sent as {type} instead of {right}"),
    "charset": ("字元編碼標示為 {charset}，應為 utf-8", "said to be {charset} instead of utf-8"),
    "no-charset": (
        "沒有標示 charset=utf-8，有些程式會顯示亂碼",
        "without charset=utf-8, so some programs garble Chinese",
    ),
    "soft-404": (
        "不存在的網址回應 {status}，而不是 404；搜尋引擎會收錄錯誤頁",
        "an address that does not exist is answered with {status} instead of 404",
    ),
    "error-page": (
        "不存在的網址沒有顯示網站的 {page}",
        "for an address that does not exist, the host does not show the site's {page}",
    ),
    "error-page-language": (
        "錯誤頁顯示 {shown}，而不是這個語言的 {page}",
        "the error page is {shown} instead of {page}, in the language of the address",
    ),
    "still-served": (
        "已不公開，主機卻仍提供；請從主機刪除，並清除 CDN 的快取",
        "no longer public, but still served; delete it on the host, and purge the CDN",
    ),
    "listing": (
        "列出資料夾的內容；請關閉目錄列表",
        "lists the folder; turn directory listings off",
    ),
    "slash": (
        "網址少了最後的斜線時，沒有轉到 {right}（{to}）",
        "without its last slash, the address does not lead to {right} ({to})",
    ),
}
"""Of each deviation, in Chinese and in English."""


def lines(deviations: Iterable[Deviation], lang: str) -> Iterator[str]:
    """All deviations in words; those of many addresses with the same words together."""
    groups: dict[str, list[str]] = {}
    for deviation in sorted(deviations):
        sentence = SENTENCES[deviation.code][lang == "en"].format_map(dict(deviation.found))
        groups.setdefault(sentence, []).append(deviation.address or "/")
    for sentence, addresses in groups.items():
        if len(addresses) == 1:
            yield f"{addresses[0]}: {sentence}"
            continue
        number = len(addresses)
        yield f"{number} 個網址：{sentence}" if lang == "zh" else f"{number} addresses: {sentence}"
        yield from (f"  {address}" for address in addresses[:NAMED])
        if number > NAMED:
            rest = number - NAMED
            yield f"  ……還有 {rest} 個" if lang == "zh" else f"  … and {rest} more"
