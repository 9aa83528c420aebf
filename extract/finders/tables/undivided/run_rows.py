"""Rows that have run together, behind numbers that go on, or a row a line, with blanks between their words or without.

1. Викторина февраль Липова А.Б. 2. Выставка роз 12 марта Кленов В.Г.
1Открытие недели12 маяЛипова А.Б.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.document.blocks import EMPTY_CELL, Cell, Passage, Row, join
from extract.finders.plan.columns.parted_words import is_time, opens_as_somebody, parted
from extract.finders.tables.events import is_duty
from extract.finders.tables.nearest_heads import around_the_only_head
from extract.finders.tables.undivided.heads import NEEDED, Head
from extract.language.russian import is_known_word
from extract.lexicon.words import words as words_of

LONGEST_ROW = 700
MOST_LINES = 8
"""Lines of a row, and of what may stand between two."""
LONGEST_TIME = 6
"""Words of a time."""
LONGEST_ANSWERS = 80
SHORTEST_STUCK = 4
"""Letters of a word that sticks to a time."""
SHORTEST_TIME = 3
"""Letters of a word of time that sticks to a full stop."""

_LETTER, _CAPITAL = "a-zа-яёәғқңөұүһі", "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_SEAM = re.compile(
    rf"(?<=[{_LETTER}»\")])(?=[«\"]?[{_CAPITAL}])|(?<=[{_LETTER}][.,;])(?=[«\"]?[{_CAPITAL}])"
    rf"|(?<=[{_LETTER}»\")])(?=\d)|(?<=[{_LETTER}][.,;])(?=\d)|(?<=\d)(?=[«\"]?[{_CAPITAL}][{_LETTER}])"
    rf"|(?<=\d\.)(?=[«\"]?[{_CAPITAL}][{_LETTER}])"
    rf"|(?:(?<=[{_LETTER}]\s[{_CAPITAL}]\.[{_CAPITAL}]\.)|(?<=[{_LETTER}]\s[{_CAPITAL}]\.\s[{_CAPITAL}]\.))"
    rf"(?=[«\"]?[{_CAPITAL}][{_LETTER}]|\d)"
)
"""Where two cells stick together: a small letter before a capital, a letter before a figure, a figure before a name."""
_LETTERS = re.compile(r"[^\W\d_]+")
_BEHIND_A_DAY = re.compile(r"\d\s?\Z")
_SENTENCE_END = re.compile(rf"(?<=[.;!])\s+(?=[{_CAPITAL}])")
_SHORT = re.compile(r"(?:[^\W\d_]{2,8}\.[\s,]*)+")
"""Words cut short: "Кл. рук."."""
_NUMBER = re.compile(
    rf"(?:(?<=\s)|^|(?<=[{_LETTER}.)]))(?P<number>\d{{1,3}})(?P<mark>[.)]?)(?:\s*(?=[«\"“(]?[{_CAPITAL}])|(?<=[.)])\s+(?=\d))"
)


@dataclass(frozen=True, slots=True)
class RunRow:
    """The number of a row and its words by column, none where nothing parts them; `begin` is its first line, `end` the
    line behind it, `rest` what stands behind it in its last line and is no row.
    """

    number: Passage | None
    words: Passage
    told: Mapping[str, Passage]
    sure: bool
    end: int
    begin: int = 0
    rest: tuple[Passage, ...] = ()

    def untold(self) -> RunRow:
        """The row as one that nothing parts."""
        return replace(self, told={}, sure=False)

    def row(self, head: Head) -> Row:
        """The row below its titles; words that nothing parts stand in the column of times, which is a finding."""
        number = {"number": self.number} if self.number and self.told else {}
        by_kind = {**(self.told or {"deadline": self.words}), **number}
        cells = (by_kind.get(kind) for kind in head.kinds)
        return Row(tuple(Cell((words,)) if words and words.text else EMPTY_CELL for words in cells))


def rows_run_together(lines: Sequence[Passage], head: Head, lang: str) -> list[RunRow]:
    """The rows below the titles, the first of the lines being what stands behind them in their own, perhaps nothing.

    None where the columns are others than a plan needs, and numbers.
    """
    if set(head.kinds) - {"number", *NEEDED}:
        return []
    if numbered := list(_numbered(lines)):
        rows = [replace(_row(number, words, end, head, lang), begin=n) for number, words, n, end in numbered]
        return _without_end(rows, lines, head, lang)
    found: list[RunRow] = []
    for n, line in enumerate(lines):
        if not line.text:
            continue
        row = _row(None, line, n + 1, head, lang)
        if not row.told and len(found) < 1:
            return []
        if not row.told:
            break
        found.append(row)
    return found


def _without_end(rows: Sequence[RunRow], lines: Sequence[Passage], head: Head, lang: str) -> list[RunRow]:
    """The rows without untold ones at the end; what they have of the line on which the last row ends is its `rest`."""
    kept = list(rows)
    while kept and not kept[-1].told:
        if shorter := _before_duties(kept[-1], head, lang):
            kept[-1] = shorter
        else:
            kept.pop()
    if not kept:
        return []
    last = kept[-1]
    line = lines[last.end - 1]
    beside = [one.number.offsets[0] for one in rows[len(kept) :] if one.number and one.begin < last.end]
    cuts = [*(line.offsets.index(offset) for offset in beside), len(line)]
    further = (line[a:b].strip() for a, b in pairwise(cuts))
    return [*kept[:-1], replace(last, rest=(*last.rest, *further))]


def _before_duties(row: RunRow, head: Head, lang: str) -> RunRow | None:
    """A row of one line that is told without the sentences behind it that lay something upon somebody."""
    if row.end - row.begin != 1:
        return None
    for cut in reversed(list(_SENTENCE_END.finditer(row.words.text[:LONGEST_ROW]))):
        before, behind = row.words[: cut.start()].strip(), row.words[cut.end() :]
        if not is_duty(behind.text, lang):
            continue
        told = _row(row.number, before, row.end, head, lang)
        if told.sure:
            return replace(told, begin=row.begin, rest=(behind,))
    return None


def _numbered(lines: Sequence[Passage]) -> Iterator[tuple[Passage, Passage, int, int]]:
    """Each number that goes on from 1, the words behind it up to the next, its line, and the line behind them."""
    found: list[tuple[int, re.Match[str]]] = []
    mark = ""
    for n, line in enumerate(lines):
        if found and n - found[-1][0] > MOST_LINES:
            break
        for match in _NUMBER.finditer(line.text):
            first = not found and int(match["number"]) == 1
            opens = match.start() == 0 or bool(match["mark"])
            goes_on = bool(found) and int(match["number"]) == int(found[-1][1]["number"]) + 1 and match["mark"] == mark
            if opens and (first or goes_on):
                mark = match["mark"]
                found.append((n, match))
        if not found and line.text:
            return
    for (n, match), behind in zip(found, [*found[1:], None], strict=True):
        number = lines[n].group(match, "number")
        if behind is None:
            yield number, lines[n][match.end() :].strip(" |"), n, n + 1
            return
        last, following = behind
        if last == n:
            yield number, lines[n][match.end() : following.start()].strip(), n, n + 1
        else:
            rest = [lines[n][match.end() :], *lines[n + 1 : last], lines[last][: following.start()]]
            yield number, join(piece.strip() for piece in rest), n, last


def _row(number: Passage | None, words: Passage, end: int, head: Head, lang: str) -> RunRow:
    if len(words) > LONGEST_ROW:
        return RunRow(number, words, {}, sure=False, end=end)
    cuts = [match.start() for match in _SEAM.finditer(words.text)]
    stuck = sorted({*cuts, *_at_times(words.text, lang)}) if head.stuck else cuts
    for places in (stuck, cuts) if stuck != cuts else (cuts,):
        pieces = [words[a:b].strip() for a, b in zip([0, *places], [*places, len(words)], strict=True)]
        if head.stuck and len(pieces) == len(head.order) and all(piece.text for piece in pieces):
            told: Mapping[str, Passage] = dict(zip(head.order, pieces, strict=True))
            if is_time(told["deadline"].text, lang) or places is cuts:
                return RunRow(number, words, told, sure=is_time(told["deadline"].text, lang), end=end)
        if surely := parted(join(pieces), head.kinds, lang):
            return RunRow(number, words, surely, sure=True, end=end)
    whole = join(pieces)
    between = head.order == ("name", "deadline", "responsible")
    likely = _around_the_only_time(whole, lang) if between else around_the_only_head(whole, head.order, lang)
    if likely and not between:
        return RunRow(number, words, likely, sure=True, end=end)
    return RunRow(number, words, likely, sure=False, end=end)


def _at_times(text: str, lang: str) -> Iterator[int]:
    """Where words stick to a time before or behind them, or it to a full stop: "октябрьзавхоз", "забора.октябрь"."""
    tags = words_of(lang).tags
    for match in _LETTERS.finditer(text):
        word = match.group().casefold()
        whole = word in tags or (lang == "ru" and is_known_word(word))
        cuts = range(0 if whole else SHORTEST_STUCK, 0 if whole else len(word) - SHORTEST_STUCK + 1)
        sure = bool(_BEHIND_A_DAY.search(text, max(0, match.start() - 3), match.start()))
        known = [n for n in cuts if word[:n] in tags and (is_known_word(word[n:]) if lang == "ru" else sure)]
        before = [n for n in cuts if lang == "ru" and word[n:] in tags and is_known_word(word[:n])]
        yield from (match.start() + n for n in (*known[-1:], *before[:1]))
        before_it = text[match.start() - 1 : match.start()]
        if before_it.isdigit() and len(word) >= SHORTEST_STUCK and word not in tags:
            yield match.start()
        if len(word) >= SHORTEST_TIME and before_it in tuple(".,;)»") and (word in tags or known):
            yield match.start()


def _around_the_only_time(words: Passage, lang: str) -> Mapping[str, Passage]:
    """The name, the only time in a row and what stands behind it, where that may be somebody; nothing elsewhere."""
    places = [match.span() for match in re.finditer(r"\S+", words.text)]
    times: list[tuple[int, int]] = []
    at = 1
    while at < len(places):
        ends = range(min(at + LONGEST_TIME, len(places) - 1), at, -1)
        end = next((n for n in ends if is_time(words.text[places[at][0] : places[n - 1][1]], lang)), 0)
        if end:
            times.append((at, end))
        at = max(at + 1, end)
    if len(times) != 1:
        return {}
    (begin, end) = times[0]
    answers = words[places[end][0] :]
    if len(answers) > LONGEST_ANSWERS or not (_SHORT.fullmatch(answers.text) or opens_as_somebody(answers.text, lang)):
        return {}
    return {
        "name": words[: places[begin][0]].strip(),
        "deadline": words[places[begin][0] : places[end - 1][1]],
        "responsible": answers,
    }
