"""The lines of a text's head: their words without marks, and the paragraphs that they make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.lexicon.acts import ANY, header_words
from kzedu_graph.language.letters import MAY_BE_FOLDED, WORD, fold_homoglyphs

LONGEST_TITLE = 600
"""Characters."""
_CRUMBS = re.compile(header_words(ANY)["crumbs"])
_GENRE = re.compile("|".join(header_words(lang)["genres"] for lang in ("ru", "kk")), re.IGNORECASE)
"""What a paper calls itself, which in small letters may be a button of a page: "ИНФОРМАЦИЯ"."""
_OF_TABLE = re.compile(
    r"^[^|\n]*[^|\s][ ]*\|[ ]*$"
    rf"|^\s*{header_words(ANY)['numbers_titled']}(?:\s*$|\s+(?-i:[А-ЯЁӘҒҚҢӨҰҮҺІ])[^\W\d_]+)",
    re.IGNORECASE,
)
"""A cell that a bar ends, or the title of a column of numbers, perhaps with those of others."""
_SPACED = re.compile(r"(?<!\S)(?:(?:[^\W\d_] ){2,}|(?:[^\W\d_]  ){2,})[^\W\d_](?![^\s:.,])")
"""Letters of a word set apart by one blank or two: "П О С Т А Н О В Л Е Н И Е"."""
_MARKS = re.compile(r"\[bookmark: [^\]]*\]|<[^<>]*>|[*_#]+|!{2,}")
_NOTED_BEHIND = re.compile(rf"(?<=\S) (?={header_words(ANY)['noted_behind']})", re.IGNORECASE)
"""Where a note begins behind a title on its line: "О залах <*> Сноска. ...", "О залах (заголовок в редакции ..."."""
_REGISTERED_BEHIND = re.compile(rf"(?<=\S) (?={header_words(ANY)['registered_behind']})", re.IGNORECASE)
"""Where a heading goes on with the register of acts: "Об уходе за садами Зарегистрирован в Министерстве юстиции"."""
_PAGE = re.compile(header_words(ANY)["page"], re.IGNORECASE)
WHOLLY_QUOTED = re.compile(r"[«\"“]([^«»\"“”]+)[»\"”]")
"""Words between one pair of quotation marks."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the head, its white space folded; whether a blank line stands above it, or it opens a cell."""

    text: str
    apart: bool
    opens_cell: bool = False
    is_heading: bool = False
    """Whether Markdown makes it the heading of the whole."""
    is_row: bool = False
    """Whether it is of a table: a row whose cells tabs part, a cell before a bar, or the title of the numbers."""


def lines_of(head: str) -> Iterator[Line]:
    """The lines that hold words, marks of Markdown, anchors and tags left out, look-alike letters and letters set apart
    undone; what the page around an act says is none of them.
    """
    apart, opened = True, False
    for raw in head.splitlines():
        text = without_marks(raw)
        if (
            text
            and not _CRUMBS.fullmatch(text)
            and (not is_page_words(text) or (text.isupper() and _GENRE.fullmatch(text)))
        ):
            is_heading = raw.startswith("# ")
            first, *noted = (_REGISTERED_BEHIND if is_heading else _NOTED_BEHIND).split(text, maxsplit=1)
            if is_heading and not noted:
                first, *noted = _NOTED_BEHIND.split(text, maxsplit=1)
            yield Line(
                first,
                apart or raw.startswith("\t"),
                opened or raw.startswith(("\t", "|")),
                is_heading,
                "\t" in raw.strip() or bool(_OF_TABLE.search(raw)),
            )
            yield from (Line(note, True) for note in noted)
            opened = False
        apart, opened = not text, opened or raw.strip(" ") == "\t"


def without_marks(raw: str) -> str:
    """A line without marks of Markdown, anchors and tags, look-alike letters and letters set apart undone."""
    text = _SPACED.sub(lambda letters: letters.group().replace(" ", ""), _MARKS.sub(" ", raw))
    text = " ".join(text.split()).strip("| •").removeprefix("> ")
    return WORD.sub(lambda word: fold_homoglyphs(word.group()), text) if MAY_BE_FOLDED.search(text) else text


def is_page_words(line: str) -> bool:
    """Whether a line is what the page of a register or a portal says around an act ("Новый", "Toggle Dropdown")."""
    return bool(_PAGE.fullmatch(line))


def paragraph_at(lines: Sequence[Line], at: int) -> Sequence[Line]:
    """The lines from one on up to the next that a blank line sets apart."""
    end = next((n for n in range(at + 1, len(lines)) if lines[n].apart), len(lines))
    return lines[at:end]


def joined(lines: Sequence[Line]) -> str:
    """Lines as one title, without quotation marks around the whole."""
    joined = " ".join(line.text for line in lines)[:LONGEST_TITLE].strip(" .")
    quoted = WHOLLY_QUOTED.fullmatch(joined)
    return quoted[1] if quoted else joined
