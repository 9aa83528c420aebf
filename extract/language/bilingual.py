"""Two languages in one file: the Kazakh text and the Russian one, one behind the other, in turns, or side by side.

    Жоспар ... кесте ... План ... таблица        one behind the other, or a paragraph each in turns
    № | Іс-шара | Мероприятие | Мерзімі | Срок   columns side by side
    Мерзімі / Срок | бағбан / садовник           both in one cell

Each is a text of its own, whose places are those of the file; what is of no language (a number, a rule) is of both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from extract.document.blocks import Block, Cell, Document, Paragraph, Passage, Row, Table, concatenate
from extract.language.russian import is_known_word, readings
from kzedu_graph.language.letters import KAZAKH_ONLY, LOWER, UPPER

LANGS = ("kk", "ru")
OTHER = {"kk": "ru", "ru": "kk"}
BOTH = "both"
"""What a stretch is that holds both languages; one of no language at all is None."""
FEWEST_KAZAKH, MOST_KAZAKH = 0.01, 0.13
"""Share of letters that are Kazakh alone: below it a text is Russian, above it Kazakh."""
LEAST_SHARE = 0.3
"""What the shorter of two texts must hold of the letters of the longer one: a translation is about as long."""
LEAST_BESIDE_A_SLASH = 0.15
"""The same of two words parted by a slash: "Шаруашылық меңгерушісі / Завхоз"."""
FEWEST_LETTERS = 60
SHORTEST_TELLING = 2
"""Letters up to which a word tells no language."""
LEAST_OF_ITS_OWN = 0.1
"""Share of the words of a Russian text that are no noun in the nominative singular; in fact about half of them are."""

_LETTER = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z]")
_KAZAKH = re.compile(f"[{KAZAKH_ONLY}]")
_KAZAKH_IN_A_WORD = re.compile(f"[{KAZAKH_ONLY}іІi]")
_WORD = re.compile(r"[\u0400-\u04ffi]{2,}")
_SLASH = re.compile(r"\s*/\s*|\s+[–—]\s+")
_ENDS_IN_STROKE = re.compile(r"\w\W*/\s*\Z")
_CAPITAL = re.compile(rf"(?<=[{LOWER}\d.,)])(?<!\W[{UPPER}]\.)\s+(?=[{UPPER}][{LOWER}])")
"""A capital that may open the other language; behind an initial it is a name's ("имени Ә. Садова")."""
_IN_BRACKETS = re.compile(r"(?<=\w)\s*\((?P<one>[^()/]+?)\s*/\s*(?P<other>[^()/]+?)\)")
_YEARS = re.compile(r"[\d\s–-]*(?:(?P<kk>жж?)|(?P<ru>гг?))\.?\s*")
"""Years with the letter of a language behind them, or that letter alone."""
_OF_YEARS = re.compile(r"(?<=\d)\s*(?P<one>(?:жж?|гг?)\.?)\s*/\s*(?P<other>(?:жж?|гг?)\.?(?!\w))")
_BARS = re.compile(r"[|│┃║\t]")
_LINE = re.compile(r"[^\n]*\n?")
_TAG = re.compile(r"<[^<>]*>")
_BLANKED = re.compile(r"[^\n]")


def may_be_two(text: str) -> bool:
    """Whether a text's letters allow that a Kazakh and a Russian text stand in it; cheap."""
    signs = Counter(text)
    letters, kazakh = (sum(n for sign, n in signs.items() if kind.match(sign)) for kind in (_LETTER, _KAZAKH))
    return letters > 2 * FEWEST_LETTERS and FEWEST_KAZAKH < kazakh / letters < MOST_KAZAKH


@lru_cache(maxsize=20_000)
def language_of(words: str) -> str | None:
    """`kk` or `ru` by most of its words, names and abbreviations last ("Сад № 5"); None where it has no such words.

    A word is Kazakh by a letter that only Kazakh has, likely Kazakh where no dictionary of Russian has it.
    """
    found = _WORD.findall(words)
    small = [word for word in found if word.islower()]
    for chosen in (small, found):
        kazakh, russian = _evidence(chosen)
        if kazakh != russian:
            return "kk" if kazakh > russian else "ru"
    return None


SURE, LIKELY = 2.0, 0.6
"""What a word speaks for Kazakh by its letters, and by being no Russian one; a Russian word speaks for Russian by 1."""


def _evidence(found: Sequence[str]) -> tuple[float, float]:
    kazakh = russian = 0.0
    for word in found:
        if _KAZAKH_IN_A_WORD.search(word):
            kazakh += SURE
        elif len(word) > 2:
            known = is_known_word(word)
            russian += known
            kazakh += 0 if known or word.isupper() else LIKELY
    return kazakh, russian


@lru_cache(maxsize=20_000)
def halves_of(words: str) -> dict[str, tuple[int, int]] | None:
    """Where each language stands in words that hold both ("Мерзімі / Срок", "Сад отырғызу Посадить сад"); None else.

    A slash or a dash parts them, or a capital where one is about as long as the other.
    """
    for match in (*_SLASH.finditer(words), *_CAPITAL.finditer(words)):
        before, behind = words[: match.start()], words[match.end() :]
        shorter, longer = sorted((len(before), len(behind)))
        least = LEAST_BESIDE_A_SLASH if "/" in match.group() else LEAST_SHARE
        if shorter >= least * longer and (told := told_apart(before, behind)):
            return {told[0]: (0, match.start()), told[1]: (match.end(), len(words))}
    return None


@lru_cache(maxsize=20_000)
def told_apart(one: str, other: str) -> tuple[str, str] | None:
    """The languages of two pieces that say one thing in both: the one that speaks more for Kazakh is Kazakh, where the
    other is Russian and speaks not for Kazakh at all.
    """
    first, second = (str(match.lastgroup) if (match := _YEARS.fullmatch(piece)) else "" for piece in (one, other))
    if {first, second} == set(LANGS):
        return first, second
    sides = [_WORD.findall(piece) for piece in (one, other)]
    (kazakh, _), (behind, _) = map(_evidence, sides)
    if not all(sides) or kazakh == behind or min(kazakh, behind) >= SURE:
        return None
    if kazakh > behind:
        return ("kk", "ru") if not behind and language_of(other) == "ru" else None
    return ("ru", "kk") if not kazakh and language_of(one) == "ru" else None


def masked(text: str, lang: str) -> str:
    """A text whose lines of the other language are blanks, and the halves of lines: all else keeps its place."""
    units = list(_units(text))
    kinds = _settled([_kind_of_unit(unit) for unit in units])
    return "".join(_masked_line(line, kind, lang) for unit, kind in zip(units, kinds, strict=True) for line in unit)


def _units(text: str) -> Iterator[list[str]]:
    """The lines of a text one by one, those of a table together; a tab alone on its line opens a cell of one."""
    held: list[str] = []
    inside = opened = False
    for match in _LINE.finditer(text):
        line = match.group()
        if not line:
            continue
        opens = "<table" in line.lower()
        bars, blank = bool(_BARS.search(line)), not line.strip()
        opened = bars if blank and bars else opened and not (blank and held[-1].strip())
        if inside or opens or bars or opened or (held and blank):
            if opens and held and not inside:
                yield held
                held = []
            inside = (inside or opens) and "</table" not in line.lower()
            held.append(line)
            continue
        if held:
            yield held
            held = []
        yield [line]
    if held:
        yield held


def _kind_of_unit(lines: Sequence[str]) -> str | None:
    """The language of a line, or of a table by its pieces."""
    pieces = [piece for line in lines for piece in _BARS.split(_TAG.sub("", line)) if piece.strip()]
    return _kind_of_pieces(pieces) if len(lines) > 1 else _both_or_one({_kind_of_words(piece) for piece in pieces})


def _kind_of_words(words: str) -> str | None:
    return BOTH if halves_of(words) else language_of(words)


def _both_or_one(told: set[str | None]) -> str | None:
    told = told - {None}
    return told.pop() if len(told) == 1 else BOTH if told else None


def _kind_of_pieces(pieces: Iterable[str]) -> str | None:
    """The language of a table by its cells; of both where neither is a mere quotation."""
    told = [_kind_of_words(words) for words in pieces]
    counts = {lang: told.count(lang) for lang in LANGS}
    shorter, longer = sorted(counts.values())
    if told.count(BOTH) > shorter or (shorter and shorter >= LEAST_SHARE * longer):
        return BOTH
    return max(LANGS, key=lambda lang: counts[lang]) if longer else None


def _masked_line(line: str, kind: str, lang: str) -> str:
    if kind == OTHER[lang]:
        return "\n" * len(line)
    halves = halves_of(line) if kind == BOTH and not _BARS.search(line) and "<" not in line else None
    if halves is None:
        return line
    start, end = halves[lang]
    return _BLANKED.sub(" ", line[:start]) + line[start:end] + _BLANKED.sub(" ", line[end:])


def _settled(kinds: Sequence[str | None]) -> list[str]:
    """Languages of a run of stretches: one of none is of that of its neighbours, of both where they differ."""
    before: list[str | None] = []
    for kind in kinds:
        before.append(kind or (before[-1] if before else None))
    settled: list[str] = []
    behind: str | None = None
    for kind, earlier in zip(reversed(kinds), reversed(before), strict=True):
        behind = kind or behind
        beside = {earlier, behind} - {None}
        settled.append(kind or (str(beside.pop()) if len(beside) == 1 else BOTH))
    return settled[::-1]


def are_two(document: Document) -> bool:
    """Whether a document holds a text in each language, the shorter of them no mere quotation."""
    if not may_be_two(document.text):
        return False
    letters = dict.fromkeys(LANGS, 0)
    russian: list[str] = []
    for words in _stretches(document.blocks):
        halves = halves_of(words)
        if halves:
            for lang, (start, end) in halves.items():
                letters[lang] += end - start
            russian.append(words[slice(*halves["ru"])])
        elif (lang_of := language_of(words)) is not None:
            letters[lang_of] += len(words)
            russian += [words] if lang_of == "ru" else []
    shorter, longer = sorted(letters.values())
    return shorter >= FEWEST_LETTERS and shorter >= LEAST_SHARE * longer and _inflects(russian)


def _inflects(stretches: Iterable[str]) -> bool:
    """Whether what looks Russian is more than nouns that Kazakh has, too ("протокол", "директор", "журнал")."""
    found = [word.lower() for words in stretches for word in _WORD.findall(words) if len(word) > SHORTEST_TELLING]
    other = [word for word in found if is_known_word(word) and not _may_be_shared(word)]
    return len(other) >= LEAST_OF_ITS_OWN * len(found)


def _may_be_shared(word: str) -> bool:
    return any((part, case, number) == ("NOUN", "nomn", "sing") for _, part, case, number in readings(word))


def _stretches(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (paragraph.text for row in block.rows for cell in row.cells for paragraph in cell.paragraphs)
        else:
            yield block.passage.text


def of_neither(document: Document) -> list[Passage]:
    """The titles and paragraphs of a document that are in a third language, by their Latin letters."""
    passages = (block.passage for block in document.blocks if not isinstance(block, Table))
    return [
        passage
        for passage in passages
        if len(_LATIN.findall(passage.text)) >= FEWEST_LETTERS and not _LETTER.search(passage.text)
    ]


def in_language(document: Document, lang: str) -> Document:
    """What a document says in one language: the blocks, columns and pieces of cells that are not of the other."""
    kinds = _settled([_kind(block) for block in document.blocks])
    chosen = (block for block, kind in zip(document.blocks, kinds, strict=True) if kind != OTHER[lang])
    blocks = tuple(piece for block in chosen for piece in _of_language(block, lang))
    return replace(document, lang=lang, blocks=blocks)


def _kind(block: Block) -> str | None:
    return _kind_of_pieces(_stretches((block,))) if isinstance(block, Table) else _kind_of_words(block.passage.text)


def _of_language(block: Block, lang: str) -> list[Block]:
    """A block without what is of the other language; a table of one column left is paragraphs."""
    if isinstance(block, Table):
        return _table(block, lang)
    passage = _passage(block.passage, lang)
    return [replace(block, passage=passage)] if passage.text else []


def _passage(passage: Passage, lang: str) -> Passage:
    passage = _with_shared(passage, lang)
    halves = halves_of(passage.text)
    return passage[slice(*halves[lang])].strip() if halves else passage


def _with_shared(passage: Passage, lang: str) -> Passage:
    """Words that both languages share, with its own of two that go on with them: "2031 (базалық / базовый)"."""
    for match in (*_IN_BRACKETS.finditer(passage.text), *_OF_YEARS.finditer(passage.text)):
        if told := told_apart(match["one"], match["other"]):
            chosen = passage.group(match, ("one", "other")[told.index(lang)])
            return concatenate([passage[: match.start("one")], chosen, passage[match.end("other") :]])
    return passage


def _table(table: Table, lang: str) -> list[Block]:
    width = max((len(row.cells) for row in table.rows), default=0)
    whole = [row for row in table.rows if len(row.cells) == width]
    other = {n for n in range(width) if _column(whole, n) == OTHER[lang]} if _kind(table) == BOTH else set()
    first = _first_of_pairs(table)
    side_by_side = bool(other) and any(_column(whole, n) == lang for n in range(width))
    rows: list[Row] = []
    for row in table.rows:
        kept = [
            _cell(cell, lang, first)
            for n, cell in enumerate(row.cells)
            if not (side_by_side and len(row.cells) == width and n in other)
        ]
        if any(cell.paragraphs for cell in kept):
            rows.append(Row(tuple(kept)))
    if side_by_side and width - len(other) == 1:
        return [Paragraph(paragraph) for row in rows for cell in row.cells for paragraph in cell.paragraphs]
    return [Table(tuple(rows))] if rows else []


def _column(rows: Sequence[Row], at: int) -> str | None:
    """The language that nearly all cells of a column are in that are in one; None for numbers, or for both."""
    told = [_kind_of_words(words) for row in rows if (words := row.cells[at].text)]
    counts = {lang: told.count(lang) for lang in LANGS}
    best = max(LANGS, key=lambda lang: counts[lang])
    return best if counts[best] > 3 * (counts[OTHER[best]] + told.count(BOTH)) else None


def _first_of_pairs(table: Table) -> str | None:
    """The language that stands above the strokes of most cells of a table ("Мерзімі /" over "Срок"); None without."""
    told: Counter[str] = Counter()
    for cell in (cell for row in table.rows for cell in row.cells):
        at = _stroke(cell)
        if at and (pair := told_apart(*(" ".join(p.text for p in part) for part in _parted(cell, at)))):
            told[pair[0]] += 1
    return max(told, key=lambda lang: told[lang], default=None)


def _stroke(cell: Cell) -> int:
    """How many paragraphs of a cell stand above the only stroke that ends one; 0 where there is none such."""
    ends = [n for n, paragraph in enumerate(cell.paragraphs, 1) if _ENDS_IN_STROKE.search(paragraph.text)]
    return ends[0] if len(ends) == 1 and ends[0] < len(cell.paragraphs) else 0


def _parted(cell: Cell, at: int) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    return cell.paragraphs[:at], cell.paragraphs[at:]


def _cell(cell: Cell, lang: str, first: str | None = None) -> Cell:
    """A cell without paragraphs, or halves of them, that are of the other language where it has both.

    What stands above a stroke is in the language `first`, what stands below it in the other one.
    """
    at = _stroke(cell) if first else 0
    if at:
        above, below = _parted(cell, at)
        bare = above[-1][: len(above[-1].text.rstrip(" /"))]
        chosen = (*above[:-1], bare) if lang == first else below
        return Cell(tuple(paragraph for paragraph in chosen if paragraph.text), columns=cell.columns)
    told = [language_of(paragraph.text) for paragraph in cell.paragraphs]
    if len(told) == 2 and (pair := told_apart(*(paragraph.text for paragraph in cell.paragraphs))):
        told = list(pair)
    both = set(LANGS) <= set(told)
    kept = tuple(
        piece
        for paragraph, kind in zip(cell.paragraphs, told, strict=True)
        if not (both and kind == OTHER[lang]) and (piece := _passage(paragraph, lang)).text
    )
    apart = None if cell.apart is None or len(kept) != len(cell.paragraphs) else cell.apart
    return Cell(kept, apart, cell.columns)
