"""What stands in front of a Markdown text about it, in YAML between two lines of three dashes: none of its words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_FRONT = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(?P<yaml>(?:(?!---[ \t]*\r?$)[^\n]*\n){0,400}?)---[ \t]*\r?\n", re.MULTILINE
)


def front_matter_end(text: str) -> int:
    """The offset at which the words of a text begin."""
    found = _FRONT.match(text)
    return found.end() if found else 0


def read_front_matter(text: str) -> Mapping[str, Any]:
    """The keys of a text's front matter; none where it has none, or where that is no mapping of YAML."""
    found = _FRONT.match(text)
    if found is None:
        return {}
    import yaml  # noqa: PLC0415  (few texts have any)

    try:
        said = yaml.safe_load(found["yaml"])
    except yaml.YAMLError:
        return {}
    return said if isinstance(said, dict) else {}
