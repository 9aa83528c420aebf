"""Tables that go on: below a line that names a part of them, or to the right, with other columns of the same rows.

№ | Мероприятие | Форма            № | Мероприятие | Форма | Срок
Кадры                              Кадры
1 | Обучить     | Отчет     ->     1 | Обучить     | Отчет | Май
продолжение таблицы
№ | Мероприятие | Срок
1 | Обучить     | Май
"""

from __future__ import annotations

from dataclasses import replace

from extract.document.blocks import Document
from extract.document.joined.columns_beside import columns_beside
from extract.document.joined.rows_below import rows_below


def with_tables_whole(document: Document) -> Document:
    """A document whose tables hold the rows and the columns that they go on with."""
    below = rows_below(document.blocks, document.lang)
    return replace(document, blocks=tuple(columns_beside(below, document.lang)))
