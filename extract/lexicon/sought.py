"""Patterns of a file of the lexicon that few texts hold, some with the words that they need."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from kzedu_graph.language.late_patterns import late, needing

NEEDS = "needs"
"""The key of a language's patterns under which stands, by their names, what they need: words in lower case, one of
which is in all that a pattern finds.
"""


def pattern_of(data: Mapping[str, Any], name: str) -> re.Pattern[str]:
    """The pattern of a name, whatever the case of its letters, compiled when a text is searched for it."""
    return sought(data[name], data.get(NEEDS, {}).get(name, ()))


def sought(pattern: str, needs: tuple[str, ...] = (), flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """A pattern that is looked for where one of the words stands that it needs, if it needs any."""
    return needing(needs, partial(re.compile, pattern, flags)) if needs else late(pattern, flags)
