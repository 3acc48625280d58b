"""Names in both languages and in the local one, as fields of records hold them."""

from __future__ import annotations

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from portal.model.values.words import Text, Words, check_tags
from portal.model.values.zhuyin import Zhuyin, check_reading
from portal.text.scripts import script_faults


class Names(Text, extra="allow"):
    """A name in each language of the site, and in the local one: ``{zh: 釜山, en: Busan, ko: 부산광역시}``."""

    __pydantic_extra__: dict[str, Words] = Field(init=False)
    reading: Zhuyin | None = None
    """How the Chinese name is read, a syllable of Zhuyin for each character: ``ㄙㄢ ㄔㄨㄥˊ ㄒㄧㄢˋ``. Only where a
    character is not read as usual."""

    @model_validator(mode="after")
    def _tags(self) -> Names:
        check_tags(self.__pydantic_extra__)
        for tag, name in self.local:
            if faults := list(script_faults(name, tag)):
                raise PydanticCustomError(
                    "text-faults", "text-faults", {"faults": faults, "at": (tag,)}
                )
        return self

    @model_validator(mode="after")
    def _is_read_whole(self) -> Names:
        if self.reading:
            check_reading(self.reading, self.zh)
        return self

    def _may_be_latin(self) -> bool:
        """An organization may have one name, which both languages write alike."""
        return self.zh == self.en

    @property
    def local(self) -> tuple[tuple[str, str], ...]:
        """The names in other languages, each with its BCP 47 tag."""
        return tuple(self.__pydantic_extra__.items())


class PlaceNames(Names):
    """The names of a place or an office, which has one in Chinese."""

    def _may_be_latin(self) -> bool:
        return False
