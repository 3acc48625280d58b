"""Values with their own parser for text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from pydantic_core import core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue


class Parsed:
    """A type whose values pydantic reads with ``parse``."""

    __slots__ = ()

    JSON_SCHEMA: ClassVar[JsonSchemaValue]
    """How to write it, for editors."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """The value that a text means; raises PydanticCustomError with a code of ``problems.yaml``."""
        raise NotImplementedError

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(cls.parse, core_schema.str_schema())

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return dict(cls.JSON_SCHEMA)
