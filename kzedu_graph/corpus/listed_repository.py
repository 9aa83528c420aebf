"""A law repository as the manifest of a corpus lists it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from kzedu_graph.model.errors import KzeduError


class CorpusError(KzeduError):
    """The corpus or what is done to it is unusable; the message is one clear sentence."""


@dataclass(frozen=True, slots=True)
class ListedRepository:
    """The folder of a repository's texts within the corpus, its clone, and what is taken of it."""

    name: str
    path: str
    ref: str = "HEAD"
    select: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    issuer: tuple[str, ...] = ()
    since: int | None = None
    editions: str = "all"

    def table(self) -> dict[str, Any]:
        """Its keys in the manifest, those that say something."""
        return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(self).items() if value}


def read_repository(table: Mapping[str, Any], manifest: Path) -> ListedRepository:
    """A `[[repository]]` of a manifest; raises CorpusError for a key that is missing, unknown or of another type."""
    known = {field.name: str(field.type) for field in fields(ListedRepository)}
    for key in (*table, *(key for key in ("name", "path") if key not in table)):
        value = table.get(key)
        wanted = "tuple" if isinstance(value, list) else type(value).__name__
        if not known.get(key, "").startswith(wanted):
            raise CorpusError(f"{manifest}: a repository has the keys {', '.join(known)}; {key!r} is missing or wrong.")
    said: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in table.items()}
    return ListedRepository(**said)
