"""Why a store with the protocol of S3 does not do what it is asked for, in a sentence."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    HTTPClientError,
    NoCredentialsError,
    PartialCredentialsError,
    ProfileNotFound,
)
from botocore.exceptions import (
    ConnectionError as NotConnected,
)

from portal.delivery.undelivered import unfinished

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEY = (
    "S3 不接受這組金鑰；請檢查 AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY（與 AWS_SESSION_TOKEN）",
    "the store does not accept the key; check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, with it, AWS_SESSION_TOKEN",
)
_RIGHT = (
    "這組金鑰的權限不足；需要對儲存桶 {bucket} 有 ListBucket、GetObject、PutObject、DeleteObject 權限",
    "the key lacks rights; it needs ListBucket, GetObject, PutObject and DeleteObject for the bucket {bucket}",
)
_REGION = (
    "儲存桶 {bucket} 在另一個區域；請設定 AWS_REGION",
    "the bucket {bucket} is in another region; set AWS_REGION",
)
_BUCKET = (
    "找不到儲存桶 {bucket}；請先建立，或檢查名稱與端點",
    "there is no bucket {bucket}; make it, or check its name and the endpoint",
)

_SENTENCES = {
    "NoSuchBucket": _BUCKET,
    "InvalidAccessKeyId": _KEY,
    "SignatureDoesNotMatch": _KEY,
    "InvalidToken": _KEY,
    "InvalidClientTokenId": _KEY,
    "ExpiredToken": _KEY,
    "AccessDenied": _RIGHT,
    "AllAccessDisabled": _RIGHT,
    "PermanentRedirect": _REGION,
    "AuthorizationHeaderMalformed": _REGION,
}
"""By the code of the store."""


@contextmanager
def store_failures(bucket: str) -> Iterator[None]:
    """Raise Undelivered for whatever the library raises; nothing secret is in it."""
    try:
        yield
    except ClientError as error:
        code = str(error.response.get("Error", {}).get("Code", ""))
        other = (f"S3 回應 {code}", f"the store answers {code}")
        zh, en = (text.format(bucket=bucket) for text in _SENTENCES.get(code, other))
        raise unfinished(zh=zh, en=en) from None
    except (NoCredentialsError, PartialCredentialsError, ProfileNotFound):
        raise unfinished(
            zh="沒有 S3 的金鑰；請設環境變數 AWS_ACCESS_KEY_ID 與 AWS_SECRET_ACCESS_KEY，或 AWS_PROFILE",
            en="there is no key for the store; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE",
        ) from None
    except (NotConnected, HTTPClientError) as error:
        kind = type(error).__name__
        raise unfinished(
            zh=f"無法連到 S3（{kind}）；請檢查 --endpoint-url 或 AWS_ENDPOINT_URL_S3 與網路",
            en=f"the store cannot be reached ({kind}); check --endpoint-url or AWS_ENDPOINT_URL_S3, and the network",
        ) from None
    except BotoCoreError as error:
        kind = type(error).__name__
        raise unfinished(
            zh=f"S3 的設定有誤（{kind}）", en=f"the settings of the store are wrong ({kind})"
        ) from None
