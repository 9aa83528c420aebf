"""Records in a row, and the same as a frame of pandas or Polars: the one door to both."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from kzedu_graph.model.errors import KzeduError

if TYPE_CHECKING:
    import pandas
    import polars

R = TypeVar("R")


class MissingExtraError(KzeduError):
    """A library that is not installed: the message names the extra that brings it."""


class Table(Sequence[R], Generic[R]):
    """Records of one kind, in order. `columns` are the names of their fields.

    A table of a corpus that was made up says so: `invented` is true, and its frames have a last column `invented`.
    """

    def __init__(self, records: Iterable[R], columns: Sequence[str], *, invented: bool = False) -> None:
        self._records = tuple(records)
        self.columns = tuple(columns)
        self.invented = invented

    def __len__(self) -> int:
        return len(self._records)

    @overload
    def __getitem__(self, place: int) -> R: ...
    @overload
    def __getitem__(self, place: slice) -> Table[R]: ...
    def __getitem__(self, place: int | slice) -> R | Table[R]:
        if isinstance(place, slice):
            return self._like(self._records[place])
        return self._records[place]

    def __iter__(self) -> Iterator[R]:
        return iter(self._records)

    def __repr__(self) -> str:
        told = ", invented" if self.invented else ""
        return f"<{len(self)} rows of {', '.join(self.columns[:6])}{' …' if len(self.columns) > 6 else ''}{told}>"

    def where(self, holds: Callable[[R], bool]) -> Table[R]:
        """The records for which `holds` is true."""
        return self._like(record for record in self if holds(record))

    def to_dicts(self) -> list[dict[str, Any]]:
        """Each record as a dict of plain values: nested records as dicts, several values as lists."""
        rows = [dict(zip(self.columns, _cells(record, self.columns), strict=True)) for record in self]
        return [{**row, "invented": True} for row in rows] if self.invented else rows

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas frame with a column a field; raises MissingExtraError without the extra `pandas`."""
        try:
            import pandas
        except ImportError as error:
            raise MissingExtraError("pandas is not installed: pip install 'kzedu-graph[pandas]'") from error
        return pandas.DataFrame(self.to_dicts(), columns=list(self._shown()))

    def to_polars(self) -> polars.DataFrame:
        """A Polars frame; what differs in shape from row to row is JSON. Raises MissingExtraError without `polars`."""
        try:
            import polars
        except ImportError as error:
            raise MissingExtraError("Polars is not installed: pip install 'kzedu-graph[polars]'") from error
        rows = self.to_dicts()
        found = {name: _one_type([row[name] for row in rows]) for name in self._shown()}
        return polars.DataFrame(found, strict=False)

    def _shown(self) -> tuple[str, ...]:
        return (*self.columns, "invented") if self.invented else self.columns

    def _like(self, records: Iterable[R]) -> Table[R]:
        return Table(records, self.columns, invented=self.invented)


def _cells(record: Any, columns: Sequence[str]) -> Iterator[Any]:
    if isinstance(record, Mapping):
        yield from (record.get(name) for name in columns)
        return
    yield from (_plain(getattr(record, name)) for name in columns)


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    return value


def _one_type(cells: list[Any]) -> list[Any]:
    """The cells of a column that a frame holds in one type: those of a nested column as JSON."""
    if any(isinstance(cell, dict) or (isinstance(cell, list) and cell and isinstance(cell[0], dict)) for cell in cells):
        return [None if cell is None else json.dumps(cell, ensure_ascii=False) for cell in cells]
    return cells
