"""A file's text, or its Kazakh and its Russian one: read, told what it is, and put right."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from extract.document.blocks import Document
from extract.document.halves.by_order import with_halves_joined
from extract.document.joined.tables import with_tables_whole
from extract.document.repeated_titles import without_repeated_titles
from extract.document.title_levels import with_titles_in_two_rows
from extract.finders.tables.baselines import with_years_of_baselines
from extract.finders.tables.cells_without_numbers import with_rows_without_numbers
from extract.finders.tables.days import with_days_as_rows
from extract.finders.tables.deadlines import with_one_deadline
from extract.finders.tables.mistyped_years import with_years_as_meant
from extract.finders.tables.run_together import with_rows_run_together
from extract.finders.tables.time_grids import with_time_grids
from extract.finders.tables.undivided.tables import with_undivided_tables
from extract.finders.woven.tables import with_woven_tables
from extract.inputs.reading import Input, read_input
from extract.language.bilingual.documents import are_two, in_language, language_of_prose, with_cells_in
from extract.language.bilingual.lines import masked
from extract.language.bilingual.words import LANGS
from extract.language.torn_words import with_words_whole
from extract.readers.layout import READERS, shows_cells_on_lines
from extract.sources.page_words import without_page_words
from extract.sources.recognise import Settings, of_one_edition, recognise
from kzedu_graph.model.records import Source
from kzedu_graph.registry.resolving import Registry

FEWEST_COLUMNS = 2
"""Titles of columns that may stand behind the title of a text."""
Text = tuple[Source, Settings, Document]
"""What a text is, what is peculiar to it, and its blocks."""


def read_document(path: Path) -> Document:
    """The blocks of one file; raises UnusableInput where it cannot be read at all."""
    return read_whole(path.stem, read_input(path))[2]


def read_whole(stem: str, given: Input, registry: Registry | None = None) -> Text:
    """All of a file as one text."""
    source, settings = recognise(stem, given.text, registry)
    source = replace(source, reader=_reader(given, source))
    if given.blocks is None:
        document = READERS[source.reader](source.stem, given.text, source.lang)
    else:
        document = Document(source.stem, source.lang, given.text, given.blocks)
    read = _as_meant(document)
    return _without_columns(source, read), settings, read


def _without_columns(source: Source, document: Document) -> Source:
    """What a text is, its title without the titles of columns that stand behind it on one line."""
    for table in document.tables():
        cells = [cell.text for cell in table.rows[0].cells if cell.paragraphs]
        if len(cells) < FEWEST_COLUMNS or not all(cell in source.title for cell in cells):
            continue
        columns = re.search(r"\s*".join(map(re.escape, cells)), source.title)
        if columns and columns.start():
            return replace(source, title=source.title[: columns.start()].rstrip(" ."))
    return source


def texts_of(whole: Text, given: Input, registry: Registry) -> list[Text]:
    """The text of a file, or its texts, where it holds a Kazakh and a Russian one."""
    if not are_two(whole[2]):
        return [whole]
    if lang := language_of_prose(whole[2]):
        return [_read_as(lang, whole[0].stem, given, registry)]
    texts = [_read_in(lang, whole[0].stem, given, registry) for lang in LANGS]
    sources = of_one_edition([source for source, _, _ in texts])
    return [(source, settings, read) for source, (_, settings, read) in zip(sources, texts, strict=True)]


def _read_as(lang: str, stem: str, given: Input, registry: Registry) -> Text:
    """The one text of a file whose titles and cells say in both languages what its sentences say in one."""
    source, settings = recognise(stem, given.text, registry, lang)
    if given.blocks is None:
        document = READERS[source.reader](stem, given.text, lang)
    else:
        document = Document(stem, lang, given.text, given.blocks)
    read = _as_meant(with_cells_in(document, lang))
    return _without_columns(replace(source, lang=lang, reader=_reader(given, source)), read), settings, read


def _read_in(lang: str, stem: str, given: Input, registry: Registry) -> Text:
    """One of the two texts of a file; its places are those of the file."""
    words = masked(given.text, lang)
    if given.blocks is None:
        source, settings = recognise(stem, words, registry, lang)
        document = in_language(replace(READERS[source.reader](stem, words, lang), text=given.text), lang)
    else:
        document = in_language(Document(stem, lang, given.text, given.blocks), lang)
        source, settings = recognise(stem, "\n\n".join(one.text for one in document.passages()), registry, lang)
    source = replace(source, lang=lang, reader=_reader(given, source))
    read = _as_meant(document)
    return _without_columns(source, read), settings, read


def _reader(given: Input, source: Source) -> str:
    """The layout that a file's format says, or the text itself: what is called Markdown may be a page copied."""
    if given.form == "marked" and shows_cells_on_lines(given.text, source.lang):
        return "drawn"
    return given.form or source.reader


def _as_meant(document: Document) -> Document:
    """A document without what its layout did to words and titles, and without words of the page around it."""
    told = with_rows_run_together(with_woven_tables(with_days_as_rows(with_time_grids(document))))
    told = with_rows_without_numbers(with_undivided_tables(told))
    whole = without_repeated_titles(with_titles_in_two_rows(with_words_whole(told)))
    joined = with_halves_joined(with_tables_whole(without_page_words(whole)))
    return with_years_of_baselines(with_one_deadline(with_years_as_meant(joined)))
