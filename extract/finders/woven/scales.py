"""How much sense the words of a row make in the columns that a reading gives them: their kinds, which stand together
elsewhere, and whether the cells are whole in the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.finders.woven.words import (
    FORM,
    OTHER,
    REMARK,
    SHORT,
    TIME,
    TORN,
    Company,
    class_of,
    ends_a_sentence,
    governs,
    is_a_form,
    is_a_time,
    is_given_to,
    is_of_a_body,
    is_open,
    joined,
    leading_words,
    makes_a_word,
    plain,
    small_words,
    takes,
    wants_more,
    worth,
)
from extract.finders.woven.words import agrees as agreement
from extract.lexicon.words import words as lexicon

SHORTEST_STEM = 6
"""Letters by which two words are told to be forms of one."""

Piece = tuple[int, int]
"""The first word of a line that stands in a column, and the one behind the last."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Where the words of the lines so far stand: the words of each column, its pieces by line, and which have ended."""

    words: tuple[tuple[str, ...], ...]
    pieces: tuple[tuple[Piece | None, ...], ...]
    ended: frozenset[int] = frozenset()
    score: float = 0.0

    def lengths(self, column: int) -> Iterator[int]:
        """How many letters the pieces of a column take."""
        at = 0
        for pieces in self.pieces:
            start, end = pieces[column] or (0, 0)
            yield len(" ".join(self.words[column][at : at + end - start]))
            at += end - start


@dataclass(frozen=True, slots=True)
class Scales:
    """What is known of the words of a table: what its columns hold, which words stand together, and in which rows."""

    kinds: Sequence[str]
    company: Company
    lang: str
    known: frozenset[str] = frozenset()
    """Forms and bodies that stand in several rows of the table."""

    def worth(self, column: int, above: Sequence[str], piece: Sequence[str]) -> float:
        """What a piece adds in a column, below the words above."""
        kind, score = self.kinds[column], 0.0
        cell = (*above, *piece)
        led = kind == "deadline" and cell[0][0].isupper() and plain(cell[0]) in leading_words(self.lang)
        score += 2.0 * (led and not above)
        for n in range(len(above), len(cell)):
            word, before = cell[n], _last(cell[:n])
            led = led or (kind == "deadline" and any(one in leading_words(self.lang) for one in cell[1:n]))
            if before and TORN.search(before):
                score += 1.0 if makes_a_word(before, word, self.lang) else -1.5
                score += self._word(joined((before, word)), cell[n - 2] if n > 1 else "", kind, led=led)
            elif not TORN.search(word):
                inside = n > 0 and is_open(cell[:n]) and class_of(word, self.lang) != REMARK
                score += 0.3 if inside else self._word(word, before, kind, led=led)
            score += self._beside(before, word)
        return score

    def _word(self, word: str, before: str, kind: str, *, led: bool) -> float:
        """What a whole word adds behind another."""
        of, bare, recipients = class_of(word, self.lang), plain(word), lexicon(self.lang).recipients
        if led:
            return -3.0 if of == SHORT else 0.4
        if kind == "completion_form" and (of == SHORT or bare in leading_words(self.lang)):
            led = plain(before) in leading_words(self.lang) or (self.lang == "kk" and not before)
            to_whom = bare in recipients and class_of(before, self.lang) == FORM
            return 0.5 if (of == SHORT and led) or to_whom else -0.5
        if kind == "completion_form" and (plain(before) in recipients or is_given_to(before, word, self.lang)):
            return 0.5
        if kind == "responsible" and bare in leading_words(self.lang):
            return -0.3 if before[-1:].isalpha() and bare not in recipients else -2.0
        strange = before and before[-1].isalpha() and kind in ("responsible", "completion_form")
        return worth(word, kind, self.lang) - (1.0 if strange and word.istitle() and of == OTHER else 0.0)

    def _beside(self, before: str, word: str) -> float:
        """What two words add that stand one behind the other in a cell."""
        first, second = plain(before), plain(word)
        if (first, second) in self.company.pairs:
            return 0.7
        if before and ends_a_sentence(before, word):
            return -3.0
        if before and (governs(before, word, self.lang) is False or not takes(before, word, self.lang)):
            return -2.0
        agrees = agreement(before, word, self.lang) if before else None
        if agrees is not None:
            return 0.3 if agrees else -1.5
        lone = self.company.after.get(first, second) != second or self.company.before.get(second, first) != first
        return -1.5 if lone else 0.0

    def sense(self, reading: Reading) -> float:
        """What whole cells add; a full stop is the name's before it is another cell's."""
        ended = {kind for kind, words in zip(self.kinds, reading.words, strict=True) if ends_a_sentence(words[-1], "")}
        score = -1.0 if ended and "name" not in ended else 0.0
        for kind, words in zip(self.kinds, reading.words, strict=True):
            text = joined(words)
            score -= 4.0 * is_open(words)
            score -= 1.5 * (text.endswith((",", "-")) or self.company.after.get(plain(words[-1]), "") != "")
            score -= 2.0 * (plain(words[-1]) in small_words(self.lang))
            score -= 2.0 * sum(a == b for a, b in pairwise(map(plain, words)))
            if kind == "deadline":
                score += 4.0 if is_a_time(text, self.lang) else -2.0
                continue
            score -= 2.0 * wants_more(_last(words), self.lang)
            if kind == "completion_form":
                score += 2.0 if self._opens_form(words) else -2.0
                score += 2.0 if is_a_form(text, self.lang) else -1.0
                score += 4.0 * (text in self.known)
            elif kind == "responsible":
                score += 1.0 if self._opens_body(words) else -2.0
                score -= 3.0 * sum(self._lacks_comma(a, b) for a, b in pairwise(words))
                score -= 1.5 * _repeated(text)
                parts = bodies_of(text) if self.known else []
                score += sum(2.0 if part in self.known else -1.0 for part in parts)
        return score

    def _is_due(self, words: Sequence[str]) -> bool:
        """Whether a cell tells a time, or an occasion: "При утверждении бюджета"."""
        if is_a_time(joined(words), self.lang):
            return True
        leads = [n for n, word in enumerate(words) if plain(word) in leading_words(self.lang)]
        occasion = leads and (words[0][0].isupper() or leads[0] > 0) and leads[0] < len(words) - 1
        told = words[: leads[0]] if occasion else words
        return is_a_time(joined(told), self.lang) or all(class_of(word, self.lang) == TIME for word in told)

    def _opens_form(self, words: Sequence[str]) -> bool:
        """Whether a cell begins as a form does; in Kazakh what it is stands last."""
        whole = joined(words).split()
        named = whole if self.lang == "kk" else whole[: 1 + wants_more(whole[0], self.lang)]
        return words[0][:1].isupper() and any(class_of(word, self.lang) == FORM for word in named)

    def _opens_body(self, words: Sequence[str]) -> bool:
        return is_of_a_body(words[0], self.lang) or words[0][:1].isupper()

    def _lacks_comma(self, before: str, word: str) -> bool:
        """Whether two abbreviations stand beside one another and no comma parts them."""
        return before.isupper() and word.rstrip(",").isupper() and before[-1].isalpha() and len(before) > 1

    def is_whole(self, reading: Reading) -> bool:
        """Whether the cells of a reading are those of a row: a time, a form and bodies where there are columns."""
        for kind, words in zip(self.kinds, reading.words, strict=True):
            text = joined(words)
            if is_open(words) or TORN.search(text):
                return False
            if kind == "deadline" and not self._is_due(words):
                return False
            if kind == "completion_form" and not self._opens_form(words):
                return False
            if kind == "responsible" and not self._opens_body(words):
                return False
        return True


def _last(words: Sequence[str]) -> str:
    """The last word, whole where it has been torn."""
    return joined(words[-2:]).rpartition(" ")[2] if words else ""


def _repeated(text: str) -> int:
    """How many words of a body's name begin as one before them does: its own, and those of what is done."""
    found = 0
    for part in text.split(","):
        stems = [word[:SHORTEST_STEM] for word in map(plain, part.split()) if len(word) > SHORTEST_STEM]
        found += len(stems) - len(set(stems))
    return found


def bodies_of(text: str) -> list[str]:
    """The bodies that commas part, without what stands in brackets behind them."""
    return [part.partition("(")[0].strip() for part in text.split(",") if part.strip()]
