"""Regular expressions that are compiled when they are first looked for.

All patterns of the modules that read texts take a tenth of a start, and a text asks for few of them. Those of cells,
sums and torn words, which a page of prose has none of, are made so.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


class _Late:
    """Stands for a compiled pattern; once that is there, its methods are called without a detour."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        """The pattern's own attribute, kept here from now on."""
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is used by its methods and attributes as a compiled one is; raises re.error at the first use."""
    return cast(re.Pattern[str], _Late(pattern, flags))
