"""Bodies named in prose: every place that names one, in any inflection, by name, abbreviation or the text's own word.

Cells of responsible bodies are read by `bodies`; everything else is asked here. A name that several bodies share is
settled by the document (its key of abbreviations, "бұдан әрі – ...", the house of the body that issued it) or left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from extract.document.blocks import Document
from extract.finders.names.house import one_of_house
from extract.language import phrases
from extract.language.phrases import PhraseIndex
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import HAS_CYRILLIC, WORD, is_abbreviation
from kzedu_graph.model.prose import InitiativeMention, Mention
from kzedu_graph.model.records import Party, Source
from kzedu_graph.registry.resolving import Agency, Registry
from kzedu_graph.vocabulary.prepared import bytes_of, prepared
from kzedu_graph.vocabulary.supplements import registry_files

SHARE = 0.8
"""Of the letters of a full form that a body's name must cover to be what the short form stands for."""
LATIN = r"[A-Za-z][\w&]*"
PART_OF_ANOTHER_NAME = re.compile(rf"{LATIN}[ -]\Z"), re.compile(rf"[ -](?=[A-Z]){LATIN}")
"""Latin words before and behind a Latin name, which make it part of another ("Google Classroom", "TEDx NIS")."""
REACH = 40
"""Characters looked back for it."""
BRACKETED_END = re.compile(r"\s*\([^()]*\)\s*\Z")
OPENING = re.compile(r"\s?[«\"“„]")
NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a language: where they stand in a text, whose they are, and which are written as they stand there.

    Every way to write a name has an index of its own: `owners` leads from it to the bodies that may be meant.
    """

    index: PhraseIndex
    owners: Mapping[str, tuple[str, ...]]
    doubtful: frozenset[str]
    written: frozenset[str]
    unwanted: frozenset[str]


@lru_cache(maxsize=8)
def names_of(registry: Registry, lang: str) -> Names:
    """The names by which a text of that language may mention a body, indexed once a process.

    They are those of the language, the English ones and those in Latin letters. Classes of bodies that cannot answer
    are named by two words or more ("ТжКБ ұйымдары", "методические кабинеты"); a single word ("мектептер", "школы") is
    left out, except where a longer name of theirs holds the name of another body.
    """
    if registry is not Registry.load():
        return _index(registry, lang)
    return prepared(f"names-{lang}", Names, lambda: _index(registry, lang), *bytes_of(registry_files()))


def _index(registry: Registry, lang: str) -> Names:
    labels = {agency.key: tuple(_labels(agency, lang)) for agency in registry}
    wanted = {agency.key: labels[agency.key] for agency in registry if agency.answerable}
    for agency in registry:
        if not agency.answerable and (several := tuple(filter(_is_of_words, labels[agency.key]))):
            wanted[agency.key] = several
    stems = {_stems(label, lang) for several in wanted.values() for label in several}
    shields = {
        agency.key: tuple(label for label in labels[agency.key] if _holds(_stems(label, lang), stems))
        for agency in registry
        if not agency.answerable and agency.key not in wanted
    }
    doubtful = defaultdict(list)
    for agency in registry:
        for label in agency.ambiguous.get(lang, ()):
            doubtful[f"?{label}"].append(agency.key)
    indexed = wanted | shields | {key: (key[1:],) for key in doubtful}
    owners = {key: (key,) for key in (*wanted, *shields)} | {key: tuple(keys) for key, keys in doubtful.items()}
    forms = {key: tuple(phrases.variants(several, lang)) for key, several in indexed.items()}
    quoted = [name for _, name in phrases.quoted_names(forms)]
    written = frozenset(_letters(form) for form in (*quoted, *(form for several in forms.values() for form in several)))
    index = PhraseIndex(indexed, lang, quoted_name_alone=True)
    return Names(index, owners, frozenset(doubtful), written, frozenset(shields))


def _labels(agency: Agency, lang: str) -> Iterator[str]:
    for label_lang, label in agency.names():
        if label_lang in (lang, "en") or not HAS_CYRILLIC.search(label):
            yield label
            if BRACKETED_END.search(label):  # "Council of International Schools (CIS)"
                yield BRACKETED_END.sub("", label)


def _stems(label: str, lang: str) -> tuple[str, ...]:
    return tuple(phrases.STEMS[lang](word.lower())[0] for word in WORD.findall(label))


def _is_of_words(label: str) -> bool:
    """Whether the name of a class says by itself which one is meant: two words or more."""
    return len(WORD.findall(label)) > 1


def _holds(stems: tuple[str, ...], others: set[tuple[str, ...]]) -> bool:
    """Whether one of the others stands inside."""
    return any(stems[a:b] in others for a in range(len(stems)) for b in range(a + 1, len(stems) + 1))


def find_mentions(
    source: Source,
    document: Document,
    registry: Registry,
    glossary: Mapping[str, str],
    parties: Iterable[Party] = (),
    initiatives: Iterable[InitiativeMention] = (),
) -> tuple[Mention, ...]:
    """Every mention of a body outside the words of `parties`, in the order of the text.

    Written for "БҒМ-ға ақпарат", "отчет в МП", "Управлениям образования", "ЭЫДҰ-ның". Mentions of the same words
    keep no more than one body; what closes the name of one of the `initiatives` is no body ("движение WorldSkills
    Kazakhstan").
    """
    named = {one.evidence[-1].end: one.evidence[0].start for one in initiatives}
    finder = _Finder(source, registry, names_of(registry, document.lang), glossary, named)
    spared = {offset for party in parties for span in party.spans for offset in range(span.start, span.end)}
    return tuple(finder.find(document, spared))


@dataclass(slots=True)
class _Finder:
    """Reads one document; `told` fills up with what the document itself calls bodies.

    `initiatives` leads from the end of an initiative's name to its start.
    """

    source: Source
    registry: Registry
    names: Names
    glossary: Mapping[str, str]
    initiatives: Mapping[int, int]
    told: dict[str, str] = field(default_factory=dict)
    found: dict[str, list[phrases.Mention]] = field(default_factory=dict)

    def find(self, document: Document, spared: set[int]) -> Iterator[Mention]:
        passages = list(document.passages())
        for passage in passages:
            self._learn(passage.text)
        for short, full in self.glossary.items():
            self._explain(short, full)
        aliases = self._aliases()
        for passage in passages:
            for mention in _longest(self._mentions(passage.text) + (aliases.find(passage.text) if aliases else [])):
                spans = passage.spans(mention[0].start, mention[0].end)
                key = None if _is_part(passage.text, mention[0]) else self._settle(mention, passage.text)
                if key is None or key in self.names.unwanted or any(span.start in spared for span in spans):
                    continue
                if self.initiatives.get(spans[-1].end, spans[-1].end) <= spans[0].start:
                    continue
                words = " ".join(mention[0].words.split())
                yield Mention(self.source.stem, key, words, spans, self._how(mention[0].words))

    def _mentions(self, text: str) -> list[phrases.Mention]:
        """The names of a passage; cells repeat, and are read once."""
        known = self.found.get(text)
        if known is None:
            known = self.found[text] = self.names.index.find(text)
        return known

    def _learn(self, text: str) -> None:
        """What a passage calls a body behind its name: "(бұдан әрі – Қор)"."""
        defined_by = phrasing(self.source.lang).pattern("introduced_body")
        for mention in self._mentions(text):
            defined = defined_by.match(text, mention.end)
            if defined and mention.key not in self.names.doubtful:
                self.told.setdefault(_letters(defined[1]), mention.key)

    def _explain(self, short: str, full: str) -> None:
        """An entry of the key of abbreviations, where its full form is a body's name."""
        meant = {
            mention.key
            for mention in self._mentions(full)
            if len(_letters(mention.words)) >= SHARE * len(_letters(full)) and mention.key not in self.names.doubtful
        }
        if len(meant) == 1:
            self.told[_letters(short)] = meant.pop()

    def _aliases(self) -> PhraseIndex | None:
        """An index of what only this document calls bodies; None where the registry has all of it."""
        labels: dict[str, tuple[str, ...]] = dict.fromkeys(self.told.values(), ())
        unknown = {short: key for short, key in self._spelt() if not self._mentions(short)}
        for short, key in unknown.items():
            labels[key] = (*labels[key], short)
        return PhraseIndex(labels, self.source.lang) if unknown else None

    def _spelt(self) -> Iterator[tuple[str, str]]:
        for short in self.glossary:
            if _letters(short) in self.told:
                yield short, self.told[_letters(short)]

    def _settle(self, several: list[phrases.Mention], text: str) -> str | None:
        """The one body that the words mean here: told by the document, else the only owner, else one of its house."""
        told = self.told.get(_letters(several[0].words))
        if told is not None:
            return told
        owners = {key for mention in several for key in self.names.owners.get(mention.key, (mention.key,))}
        if len(owners) == 1 and several[0].key not in self.names.doubtful:
            return owners.pop()
        if all(mention.key not in self.names.doubtful for mention in several):
            return self._alive(owners)
        if _is_common(several[0], text):
            return None
        return one_of_house(self.registry, self.source.issuer, owners)

    def _alive(self, owners: set[str]) -> str | None:
        """The one of several bodies of one name that existed on the day of the text."""
        day = self.source.version_date
        alive = [key for key in owners if day is None or self.registry.get(key).exists_on(day)]
        return alive[0] if len(alive) == 1 else None

    def _how(self, words: str) -> str:
        """By what the words were linked: glossary, abbreviation, name, or a name in another form."""
        letters = _letters(words)
        if letters in self.told:
            return "glossary"
        if letters not in self.names.written:
            return "inflected"
        return "abbreviation" if all(map(is_abbreviation, WORD.findall(words))) else "name"


def _is_part(text: str, mention: phrases.Mention) -> bool:
    """Whether a single Latin word is but part of a longer Latin name, of a product or an event."""
    if HAS_CYRILLIC.search(mention.words) or " " in mention.words:
        return False
    before, behind = PART_OF_ANOTHER_NAME
    return bool(before.search(text, max(0, mention.start - REACH), mention.start) or behind.match(text, mention.end))


def _is_common(mention: phrases.Mention, text: str) -> bool:
    """Whether a doubtful name stands for something else: without its capital, or as the legal form of a quoted name."""
    label = mention.key[1:]
    return (label[0].isupper() and not mention.words[0].isupper()) or bool(OPENING.match(text, mention.end))


def _longest(mentions: list[phrases.Mention]) -> list[list[phrases.Mention]]:
    """Mentions by place: of those that overlap the longest, and all that share its place."""
    places: dict[tuple[int, int], list[phrases.Mention]] = defaultdict(list)
    for mention in mentions:
        places[mention.start, mention.end].append(mention)
    kept: list[list[phrases.Mention]] = []
    end = 0
    for (start, stop), several in sorted(places.items(), key=lambda item: (item[0][0], -item[0][1])):
        if start >= end:
            kept.append(several)
            end = stop
    return kept


def _letters(text: str) -> str:
    return NOT_LETTERS.sub("", text).lower()
