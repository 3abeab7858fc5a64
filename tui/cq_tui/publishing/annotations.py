"""Passages as W3C Web Annotations: our words on a stretch of a source, which a text quote selector finds again.

``exact`` is the passage's anchor. There is no ``prefix`` and no ``suffix``: an archive keeps 16 characters of a
source's text and no more, so that the paragraph, in the table of passages, has to tell two places apart.
"""

import json
from collections.abc import Iterator
from typing import Any

from cq_tui.kinds.passages import Passage
from cq_tui.kinds.sources import Source
from cq_tui.schema.text import Text
from cq_tui.store.selection.extent import Extent

NAME = "annotations.json"
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_LANGUAGES = ("zh", "en")


def annotations(extent: Extent) -> Iterator[bytes]:
    """The file: one page of annotations, one a line."""
    schema = extent.store.schema
    sources = {one.id: one for one in extent.records(schema["sources"]) if isinstance(one, Source)}
    yield f'{{"@context": "{_CONTEXT}", "id": "{NAME}", "type": "AnnotationPage", "items": ['.encode()
    mark = "\n"
    for passage in extent.records(schema["passages"]):
        if isinstance(passage, Passage):
            yield (mark + json.dumps(_annotation(passage, sources[passage.source]), ensure_ascii=False)).encode()
            mark = ",\n"
    yield b"\n]}\n"


def _annotation(passage: Passage, source: Source) -> dict[str, Any]:
    return {
        "id": f"{NAME}#{passage.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [_body(text, language) for language, text in _texts(passage.words)],
        "target": {
            "source": source.address or f"sources.csv#{source.id}",
            "selector": {"type": "TextQuoteSelector", "exact": passage.anchor},
            **({"state": {"type": "TimeState", "cached": source.archived}} if source.archived else {}),
        },
    }


def _texts(text: Text) -> list[tuple[str, str]]:
    return [(language, found) for language in _LANGUAGES if (found := getattr(text, language))]


def _body(text: str, language: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": text, "language": language, "format": "text/plain"}
