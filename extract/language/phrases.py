"""Names found in running text in any inflection: its words are reduced to stems, and rows of stems looked up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate, chain, islice, pairwise
from typing import Any, NamedTuple

from extract.language import russian
from extract.language.phrase_scan import NameScan
from extract.language.tokenizers import tokenizer
from kzedu_graph.language import kazakh_endings
from kzedu_graph.language.letters import WORD, fold_homoglyphs, is_abbreviation, skeleton

QUOTE = frozenset("\"'“”„‟«»‘’‚`")
QUOTE_BEFORE = re.compile(r"[\"'“”„‟«»‘’‚`]\s*\Z")
QUOTE_BEHIND = re.compile(r"\s*[\"'“”„‟«»‘’‚`]")
NEAR = 4
"""How much white space a converter may leave between a quotation mark and the name."""

QUOTED = re.compile(r"[\"“„«]\s*([^\"”“»]+?)\s*[\"”“»]")

STEMS: Mapping[str, Callable[[str], tuple[str, ...]]] = {"kk": kazakh_endings.stems_of, "ru": russian.lemmas}
"""Language -> the stems that a form may have, the likeliest first."""

SHORT_MINISTRY = re.compile(r"\b(\w{4,})мині\b")
"""The Kazakh short name of a ministry, printed as one word or as two."""

TURNS_TO_ADJECTIVE: Mapping[str, frozenset[str]] = {
    "kk": frozenset({"дейінгі", "кейінгі"}),
    "ru": frozenset(),
}
"""Language -> words that make a mere attribute of the noun before them: "мектепке дейінгі" is "preschool"."""

COUNTRY: Mapping[str, tuple[re.Pattern[str], str]] = {
    "kk": (re.compile(r"\b(?:Қазақстан Республикасы(?:ның)?|ҚР)(?=\s)"), "ҚР"),
    "ru": (re.compile(r"\b(?:Республики Казахстан|РК)\b"), "РК"),
}
"""Language -> the country as a body's full name carries it, and its short form. A text may leave it out."""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A name in a text: the key it was indexed under, where it stands (code points), and its words there."""

    start: int
    end: int
    key: str
    words: str


class Label(NamedTuple):
    """What a match must also show: the capitals and the quotation marks that its stems do not tell.

    A tuple, for an index that was kept has thousands, and comes back sooner so.
    """

    key: str
    capital: tuple[bool, ...]
    quoted: bool
    opens: bool
    closes: bool

    def accepts(self, words: list[str], in_quotes: bool) -> bool:
        """Whether the words as written are this name, not the common words that it is made of."""
        if self.quoted and not in_quotes:
            return False
        return all(word[:1].isupper() for word, capital in zip(words, self.capital, strict=True) if capital)

    def place(self, text: str, start: int, end: int) -> tuple[int, int]:
        """The match with the quotation mark before and behind it that the label itself has there."""
        if self.opens and (mark := QUOTE_BEFORE.search(text, max(0, start - NEAR), start)):
            start = mark.start()
        if self.closes and (mark := QUOTE_BEHIND.match(text, end)):
            end = mark.end()
        return start, end


@dataclass(slots=True)
class Node:
    """A place inside the labels: what may follow by the next stem, and the labels that end here."""

    below: dict[str, Node] = field(default_factory=dict)
    labels: list[Label] = field(default_factory=list)


class PhraseIndex:
    """Labels by key, ready to be found in texts of one language.

    Every word of a label must be there, in its order, in any case and number. An abbreviation ("БҒМ", "ТжКБ")
    must be written as in the label, and may carry an ending. A label of one word, and the words of a quoted name,
    keep their capital letters; a label that is nothing but a quoted name keeps both quotation marks. The country's
    name may be left out or be shortened. The longest name wins; a name that several keys share gives a mention each.
    With `quoted_name_alone` the name in the quotation marks of a label stands for it, without the legal form beside
    it ("«Talap»"), where no other key's label quotes the same name.
    """

    _MADE = ("_abbreviations", "_wanted", "_reduced", "_root", "_scan")
    """What is made of the labels, and may be kept."""

    def __init__(self, labels: Mapping[str, Iterable[str]], lang: str, *, quoted_name_alone: bool = False) -> None:
        if lang not in STEMS:
            raise ValueError(f"names are found in {', '.join(STEMS)}, not in {lang!r}")
        self._speak(lang)
        written = {key: tuple(dict.fromkeys(variants(forms, lang))) for key, forms in labels.items()}
        if quoted_name_alone:
            for key, name in quoted_names(written):
                written[key] = (*written[key], name)
        words = {word for forms in written.values() for form in forms for word in parts(form)}
        self._abbreviations = {skeleton(word) for word in words if is_abbreviation(word)}
        self._wanted = {self._stems(word.lower())[0] for word in words if not is_abbreviation(word)}
        self._reduced: dict[str, str] = {}
        self._root = Node()
        for key, forms in written.items():
            for form in forms:
                self._add(key, form)
        self._scan = NameScan((form for forms in written.values() for form in forms), self._stems)

    def _speak(self, lang: str) -> None:
        """The tools of the language, which every process has of its own."""
        self._lang, self._stems = lang, STEMS[lang]
        self._tokenize, self._turns_to_adjective = tokenizer(lang), TURNS_TO_ADJECTIVE[lang]

    def __getstate__(self) -> dict[str, object]:
        return {name: self.__dict__[name] for name in ("_lang", *self._MADE)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._speak(state["_lang"])

    def _add(self, key: str, form: str) -> None:
        words = [word for word, _, _ in self._words(form)]
        node = self._root
        for word in words:
            node = node.below.setdefault(self._stem_of(word), Node())
        if words:
            node.labels.append(make_label(key, form, words))

    def _stem_of(self, form: str) -> str:
        """`_reduce`, each form once."""
        stem = self._reduced.get(form)
        if stem is None:
            stem = self._reduced[form] = self._reduce(form)
        return stem

    def _reduce(self, form: str) -> str:
        """What a form is compared by: an abbreviation of the labels by its letters, another word by its stem."""
        letters = skeleton(form)
        if letters in self._abbreviations:
            return "=" + letters
        stems = self._stems(fold_homoglyphs(form).lower())
        return next((stem for stem in stems if stem in self._wanted), stems[0])

    def _words(self, text: str) -> list[tuple[str, int, int]]:
        """The tokens that count, with their places: no white space, no quotation marks, no endings of abbreviations."""
        found = []
        for token in self._tokenize(text):
            word = token.text
            if word in QUOTE or word.isspace() or (len(word) > 1 and word[0] == "-"):
                continue
            start = token.idx
            for part in self._ungluing(word) if len(word) >= 2 * SHORTEST_GLUED and word.isupper() else (word,):
                found.append((part, start, start + len(part)))
                start += len(part)
        return found

    def _ungluing(self, word: str) -> list[str]:
        """A token of capitals as the abbreviations it is made of; itself where it is one, or no such thing."""
        return ([] if skeleton(word) in self._abbreviations else unglue(word, self._abbreviations)) or [word]

    def find(self, text: str) -> list[Mention]:
        """Every name in the text, in its order; offsets are of the given text.

        Only the stretches that a scan of first letters leaves are tokenised.
        """
        return [mention for start, end in self._scan.windows(text) for mention in self._find(text, start, end)]

    def _find(self, whole: str, begin: int, until: int) -> list[Mention]:
        """The names of one stretch."""
        text = whole[begin:until]
        words = self._words(text)
        if not words:
            return []
        stems = [self._stem_of(word) for word, _, _ in words]
        opens = self._root.below
        matches = [
            (first, last, labels)
            for first, stem in enumerate(stems)
            if stem in opens
            for last, labels in self._from(stems, first)
        ]
        found: list[Mention] = []
        taken: set[int] = set()
        for first, last, named in sorted(matches, key=lambda match: (match[0] - match[1], match[0])):
            if not taken.isdisjoint(range(first, last)):
                continue
            start, end = words[first][1], words[last - 1][2]
            in_quotes = bool(QUOTE_BEFORE.search(text, max(0, start - NEAR), start) and QUOTE_BEHIND.match(text, end))
            written = [word for word, _, _ in words[first:last]]
            labels = [label for label in named if label.accepts(written, in_quotes)]
            if not labels or (last < len(words) and words[last][0].lower() in self._turns_to_adjective):
                continue
            taken.update(range(first, last))
            for label in {label.key: label for label in labels}.values():
                first_sign, stop = label.place(text, start, end)
                found.append(Mention(begin + first_sign, begin + stop, label.key, text[first_sign:stop]))
        return sorted(found)

    def _from(self, stems: list[str], first: int) -> Iterator[tuple[int, list[Label]]]:
        """Every row of stems that begins at a place and is a label: where it ends (exclusive), and its labels."""
        node: Node | None = self._root
        for last, stem in enumerate(stems[first:], first + 1):
            node = node.below.get(stem) if node else None
            if node is None:
                return
            if node.labels:
                yield last, node.labels


def unglue(word: str, known: set[str]) -> list[str]:
    """The abbreviations that a converter ran together ("ЦДИАӨМСИМ"); [] unless there is just one way to part them."""
    if len(word) > LONGEST_GLUED:
        return []
    ways = list(islice(partitions(skeleton(word), known), 2))
    if len(ways) != 1:
        return []
    cuts = list(accumulate((len(part) for part in ways[0]), initial=0))
    return [word[start:end] for start, end in pairwise(cuts)]


def partitions(word: str, known: set[str]) -> Iterator[list[str]]:
    """Every way to write a word as known words of at least SHORTEST_GLUED letters each."""
    if not word:
        yield []
    for cut in range(SHORTEST_GLUED, len(word) + 1):
        if word[:cut] in known:
            yield from ([word[:cut], *rest] for rest in partitions(word[cut:], known))


SHORTEST_GLUED = 3
LONGEST_GLUED = 40
"""Letters: what is longer is no row of abbreviations, and there would be no end to the ways to part it."""


_BETWEEN_YEARS = re.compile(r"(?<=\b\d{4})\s*[-–—]\s*(?=\d{4}\b)")
_DASHES = ("-", " - ", "–", " – ", "—", " — ")
"""How a dash between two years is printed."""


def variants(forms: Iterable[str], lang: str) -> Iterator[str]:
    """The labels; without the country or with its short form where one names it; "Еңбекмині" also as two words; years
    with every dash.
    """
    country, short = COUNTRY[lang]
    for form in chain.from_iterable(map(_with_every_dash, forms)):
        yield form
        if lang == "kk" and SHORT_MINISTRY.search(form):
            yield SHORT_MINISTRY.sub(r"\1 мині", form)
        if country.search(form):
            bare = " ".join(country.sub(" ", form, count=1).split())
            if WORD.search(bare):
                yield bare
                yield country.sub(short, form, count=1)


def _with_every_dash(form: str) -> Iterator[str]:
    yield form
    if _BETWEEN_YEARS.search(form):
        yield from (_BETWEEN_YEARS.sub(dash, form) for dash in _DASHES)


def quoted_names(labels: Mapping[str, Iterable[str]]) -> list[tuple[str, str]]:
    """(key, quoted name) for every name that the labels of a single key quote."""
    owners: dict[str, tuple[str, set[str]]] = {}
    for key, forms in labels.items():
        for form in forms:
            for name in QUOTED.findall(form):
                owners.setdefault(name.lower(), (name, set()))[1].add(key)
    return [(key, f"«{name}»") for name, keys in owners.values() if len(keys) == 1 for key in keys]


def parts(label: str) -> Iterator[str]:
    """The words of a label, hyphenated ones also by their parts (tokenizers differ on them)."""
    for word in WORD.findall(label):
        yield word
        if "-" in word:
            yield from word.split("-")


def make_label(key: str, form: str, words: list[str]) -> Label:
    """What a label shows besides its stems; `words` are its tokens."""
    bare = form.strip()
    return Label(key, capitals(form, words), is_all_quoted(form), bare[:1] in QUOTE, bare[-1:] in QUOTE)


def is_all_quoted(label: str) -> bool:
    """Whether a label is a quoted name and nothing else: "«Талап»"."""
    return QUOTED.fullmatch(label.strip()) is not None


def capitals(label: str, words: list[str]) -> tuple[bool, ...]:
    """Which words of a label must keep their capital: a lone one, and the first of a quoted name."""
    if len(words) == 1:
        return (words[0][:1].isupper(),)
    proper = {WORD.findall(name)[0] for name in QUOTED.findall(label) if WORD.search(name)}
    return tuple(word in proper and word[:1].isupper() for word in words)
