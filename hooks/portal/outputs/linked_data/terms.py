"""Concepts of the glossary as defined terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.records.kinds import GLOSSARY
from portal.model.values.locale import BY_CODE
from portal.outputs.linked_data.node import Node, known, only, same_as, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.records.concept import Concept
    from portal.pages.render.view import View


def term(view: View, record: Concept) -> Node:
    """The set that a term belongs to, and its code there."""
    glossary = {
        "@type": "DefinedTermSet",
        "@id": f"{view.site}{GLOSSARY.section}/",
        "name": view.plain("glossary.title"),
    }
    return {"termCode": record.id, "inDefinedTermSet": glossary}


def concept(view: View, record: Concept) -> Node:
    """What a term means, and the other words for it that may be used everywhere."""
    definition = known(record, "definition")
    return only(
        alternateName=list(_words(view, record)) if known(record, "terms") else None,
        description=definition and definition[view.locale],
        sameAs=same_as(record),
    )


def _words(view: View, record: Concept) -> Iterator[str | Node]:
    name = view.title(record)
    for locale, words in (("zh", record.terms.zh), ("en", record.terms.en)):
        for word in words:
            if word.status != "deprecated" and not word.homes and word.term != name:
                own = locale == view.locale
                yield word.term if own else spoken(word.term, BY_CODE[locale].lang)
