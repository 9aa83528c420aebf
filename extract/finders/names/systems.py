"""Information systems that a text names, in any inflection: "в НОБД", "ҰБДҚ-мен", and by address: "www.example.kz".

Projects, contests, surveys and international frameworks are found in the same way.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import accumulate
from operator import itemgetter

from extract.document.blocks import Document
from extract.language.phrases import PhraseIndex
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.late_patterns import needing
from kzedu_graph.language.letters import HAS_LATIN, fold_homoglyphs, is_abbreviation
from kzedu_graph.model.prose import InitiativeMention, Mention, SystemMention
from kzedu_graph.model.records import Source
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.registry.systems import INITIATIVES, load_systems
from kzedu_graph.vocabulary.prepared import bytes_of, prepared
from kzedu_graph.vocabulary.supplements import registry_files

_ADDRESS = re.compile(r"(?<![a-z\d_-])[a-z][\w-]*(?:\.[\w-]+){0,6}\.(?:kz|com|org)", re.IGNORECASE)
_ENDS_OF_ADDRESS = (".kz", ".com", ".org")
_IN_TEXT = re.compile(rf"(?:https?://)?(?:www\.)?(?P<address>{_ADDRESS.pattern})(?![.-]*\w)", re.IGNORECASE)
_QUOTED_NAME = re.compile(r"(?P<before>[^«»\"()]*)(?P<name>«[^«»]+»|\"[^\"]+\")(?P<behind>[^«»\"()]*)")
_BRACKETED_END = re.compile(r"\s*\([^()]*\)\s*$")
_CYCLE = re.compile(r"(?<=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])[-–](?=\d{4}(?!\d))")
"""The hyphen between a survey and the year of its cycle: "PISA-2022"."""
_LATIN_HYPHEN = re.compile(r"(?<=[A-Za-z]{3})-(?=[A-Z][a-z])")
"""The hyphen between two words of a Latin name, which is as often left out: "Open-School", "Open School"."""
_MIXED = re.compile(r"\b[^\W\d_]*(?:[A-Za-z][А-Яа-яӘәІі]|[А-Яа-яӘәІі][A-Za-z])[^\W\d_]*")
"""A word in two scripts, of which one is a slip: "еGov" with a Cyrillic first letter."""
_INITIATIVE = "initiative "
"""Before the key of an initiative in the common index."""
MOST_WORDS_BESIDE = 4
"""Words beside a quoted name that only say what kind of system it names: "«Әділет» ақпараттық-құқықтық жүйесі"."""


def find_systems_and_initiatives(
    source: Source, document: Document
) -> tuple[tuple[SystemMention, ...], tuple[InitiativeMention, ...]]:
    """Every place that names one system, or one initiative ("PISA-2022", "«Жас турист»"), of the registry.

    Cells are included. A name that several systems share, or several initiatives, is left out; an abbreviation that
    the text gives an initiative behind its name ("движения ... (далее - WSK)") is that initiative from there on.
    """
    index = _index(document.lang)
    systems: dict[tuple[int, int], list[SystemMention]] = {}
    initiatives: dict[tuple[int, int], list[InitiativeMention]] = {}
    for passage in document.passages():
        named = [(mention.key, mention.start, mention.end) for mention in index.find(_plain(passage.text))]
        at_address = [
            one for one in _addressed(passage.text) if not any(a < one[2] and one[1] < b for _, a, b in named)
        ]
        for marked, start, end in (*named, *at_address):
            spans, words = passage.spans(start, end), " ".join(passage.text[start:end].split())
            place, key = (spans[0].start, spans[-1].end), marked.removeprefix(_INITIATIVE)
            if key == marked:
                systems.setdefault(place, []).append(SystemMention(source.stem, key, words, spans))
            else:
                initiatives.setdefault(place, []).append(InitiativeMention(source.stem, key, words, spans))
    meant = [several[0] for _, several in sorted(initiatives.items()) if len(several) == 1]
    meant = sorted([*meant, *_abbreviated(source, document, meant)], key=lambda one: one.evidence[0])
    return tuple(several[0] for _, several in sorted(systems.items()) if len(several) == 1), tuple(meant)


def _abbreviated(source: Source, document: Document, named: Iterable[InitiativeMention]) -> Iterator[InitiativeMention]:
    """Initiatives by the abbreviations that the text introduces right behind their names, from there on."""
    introduced = phrasing(document.lang).pattern("introduced_body")
    told: dict[str, tuple[int, str]] = {}
    for one in named:
        match = introduced.match(document.text, one.evidence[-1].end)
        if match and is_abbreviation(match[1].strip()):
            told.setdefault(match[1].strip(), (match.start(1), one.initiative))
    if not told:
        return
    written = rf"(?<![\w-])(?:{'|'.join(map(re.escape, told))})(?!\w)"
    forms = needing(map(str.lower, told), partial(re.compile, written))
    for passage in document.passages():
        for match in forms.finditer(passage.text):
            place, key = told[match[0]]
            spans = passage.spans(match.start(), match.end())
            if spans[0].start >= place:
                yield InitiativeMention(source.stem, key, match[0], spans)


def outside(initiatives: Iterable[InitiativeMention], bodies: Iterable[Mention]) -> tuple[InitiativeMention, ...]:
    """The initiatives whose words are not part of a body's longer name ("WorldSkills Europe")."""
    places = sorted({(one.evidence[0].start, one.evidence[-1].end) for one in bodies})
    farthest = list(accumulate((end for _, end in places), max))
    known = frozenset(places)

    def is_part(start: int, end: int) -> bool:
        before = bisect_right(places, start, key=itemgetter(0))
        return before > 0 and farthest[before - 1] >= end

    return tuple(
        one
        for one in initiatives
        if (own := (one.evidence[0].start, one.evidence[-1].end)) in known or not is_part(*own)
    )


def _plain(text: str) -> str:
    """A text as its names are looked up, of the same length: hyphens that may be left out, words in one script."""
    if "-" in text or "–" in text:
        text = _LATIN_HYPHEN.sub(" ", _CYCLE.sub(" ", text))
    if not HAS_LATIN.search(text):
        return text
    return _MIXED.sub(lambda word: fold_homoglyphs(word[0]), text)


def _addressed(text: str) -> Iterator[tuple[str, int, int]]:
    """Systems by their web addresses, which stay the same in any language."""
    lowered = text.lower()
    for match in _IN_TEXT.finditer(text) if any(end in lowered for end in _ENDS_OF_ADDRESS) else ():
        key = _addresses().get(match["address"].lower())
        if key:
            yield key, match.start(), match.end()


@cache
def _addresses() -> Mapping[str, str]:
    """Web address -> the one system that has it in a name."""
    found: dict[str, set[str]] = {}
    for key, labels in load_systems(brackets=True).items():
        for _, name in labels:
            for address in _ADDRESS.findall(name):
                found.setdefault(address.lower(), set()).add(key)
    return {address: keys.pop() for address, keys in found.items() if len(keys) == 1}


@cache
def _index(lang: str) -> PhraseIndex:
    """The names, in a language and in English, of systems and, behind a mark, of initiatives: a text is read once."""
    return prepared(f"systems-{lang}", PhraseIndex, lambda: _indexed(lang), *bytes_of(registry_files()))


def _indexed(lang: str) -> PhraseIndex:
    initiatives = {_INITIATIVE + key: labels for key, labels in load_systems(INITIATIVES).items()}
    things = {**load_systems(), **initiatives}
    names = {
        key: tuple(
            _LATIN_HYPHEN.sub(" ", form)
            for label_lang, name in labels
            if label_lang in (lang, "en")
            for form in _forms(name, lang)
        )
        for key, labels in things.items()
    }
    return PhraseIndex({key: labels for key, labels in names.items() if labels}, lang)


def _forms(name: str, lang: str) -> Iterator[str]:
    """A name, and its words in quotation marks alone where the rest only says what kind of system it is.

    One word in quotation marks never goes without them: "бағалау жүйесі" is any system of assessment. The name of a
    body is no name of its site.
    """
    quoted = _QUOTED_NAME.fullmatch(_BRACKETED_END.sub("", name))
    beside = f"{quoted['before']} {quoted['behind']}".split() if quoted else []
    alone = quoted is not None and 0 < len(beside) <= MOST_WORDS_BESIDE and not _is_body(quoted["name"], lang)
    if quoted and alone:
        yield quoted["name"]
    if not alone or (quoted and " " in quoted["name"]):
        yield name


def _is_body(name: str, lang: str) -> bool:
    meant = Registry.load().resolve(name, lang)
    return bool(meant.agency or meant.candidates)
