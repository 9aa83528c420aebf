"""Acts that a text names: "приказ Министра ... от 3 августа 2022 года № 348", "Үкіметінің ... № 636 қаулысы".

One citation an act, with every place that names it: with number and day, by title, or shortly ("приказа МОН РК № 93").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from datetime import date

from extract.document.blocks import Document, Heading, Passage
from extract.finders.acts.mentions import (
    BY_TITLE,
    ActMention,
    find_defined,
    find_mentions,
    find_short_mentions,
    names_a_kind,
)
from extract.finders.acts.named_acts import find_laws, find_named_acts, key_of_title, letters_of
from extract.lexicon.acts import act_words
from extract.values.acts import identify_act
from extract.values.issuers import key_of_issuer, office_of
from kzedu_graph.language.letters import LOWER, UPPER
from kzedu_graph.model.prose import Citation
from kzedu_graph.model.records import Source
from kzedu_graph.registry.acts import load_acts
from kzedu_graph.registry.resolving import Registry

_GRAMMARS = [act_words(lang).grammar for lang in ("ru", "kk")]
_COUNTRY_BEHIND = re.compile(rf"\s+(?:{_GRAMMARS[0]['country']})\s*$")
_AND = re.compile(rf"^(?:{'|'.join(grammar['beside_issuer'] for grammar in _GRAMMARS)})\s+", re.IGNORECASE)
_CALLED = re.compile(
    rf"\((?:{'|'.join(grammar['called'] for grammar in _GRAMMARS)})\s*[-–—]\s*(?P<word>[{UPPER}][{LOWER}]{{3,}})\)"
)
LONGEST_NAME = 60
"""Characters behind an act in which the text may say what it calls the act from here on."""

Key = tuple[str, ...]


def find_citations(source: Source, document: Document, registry: Registry) -> tuple[Citation, ...]:
    """The acts that a text names, in the order of their first mention; the text's own act is not among them.

    `source.organisation` tells whose minutes those without a house are.
    """
    headings = [block.passage.span().start for block in document.blocks if isinstance(block, Heading)]
    finder = _Finder(source, registry, headings)
    passages = list(document.passages())
    for passage in passages:
        finder.read(passage)
    for passage in passages:
        finder.read_again(passage)
    return finder.citations()


@dataclass(slots=True)
class _Finder:
    """Reads one document twice: what names acts fully, then what names shortly those that are known by then."""

    source: Source
    registry: Registry
    headings: list[int]
    called: dict[int, list[tuple[int, str, Key]]] = field(default_factory=dict)
    found: dict[Key, Citation] = field(default_factory=dict)
    unregistered: dict[Key, str] = field(default_factory=dict)
    taken: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    issuers: dict[tuple[str | None, date | None], str | None] = field(default_factory=dict)

    def citations(self) -> tuple[Citation, ...]:
        """What was found, one citation an act, by the place of its first mention."""
        acts: dict[Key, Citation] = {}
        for key, one in self.found.items():
            work = one.work or self.work(key, one)
            known = (work,) if work else key
            acts[known] = _merged(acts[known], one) if known in acts else replace(one, work=work)
        ordered = sorted(acts.values(), key=lambda one: min(one.evidence))
        return tuple(_known(replace(one, evidence=tuple(sorted(set(one.evidence))))) for one in ordered)

    def work(self, key: Key, one: Citation) -> str | None:
        """The identifier of an act that is cited; without its issuer, the one act of that day and number known."""
        by = one.issuer or self.unregistered.get(key) or self.own_minutes(one)
        work = identify_act(one.kind, one.number, one.date, by)
        if not work or by or work in load_acts():
            return work
        known = [act.key for act in load_acts().values() if act.key == f"{work}-{act.issuer}"]
        return known[0] if len(known) == 1 else work

    def own_minutes(self, one: Citation) -> str | None:
        """Whose minutes are meant that an organisation's paper names without their meeting's house: its own; every
        organisation has a "протокол № 1" of the same day.
        """
        organisation = self.source.organisation
        if one.kind != "minutes" or organisation is None:
            return None
        return f"minutes-{key_of_issuer(organisation, self.source.lang, alone=True) or self.source.work}"

    def read(self, passage: Passage) -> None:
        """Acts named with number and day or title, then those that the registry knows by their names."""
        lang = self.source.lang
        for mention in find_mentions(passage.text, lang):
            act = key_of_title(mention.kind, mention.title, lang)
            self.add(passage, mention, (act,) if act else self.key(mention), act)
        for key, mention in find_named_acts(passage.text, lang):
            if self.is_free(passage, mention):
                self.add(passage, mention, (key,), key)
        for mention in find_defined(passage.text, lang):
            if self.is_free(passage, mention):
                self.add(passage, mention, (mention.kind, mention.title or ""), None)

    def read_again(self, passage: Passage) -> None:
        """Laws without quotation marks, and numbers without a day, of acts that the text names fully elsewhere."""
        lang = self.source.lang
        if names_a_kind(passage.text, lang):
            self.read_short(passage, lang)
        for defined, stem, key in self.called.get(self.section(passage), ()) if self.called else ():
            for match in re.finditer(rf"(?<!\w)(?<![-–—] )(?<![-–—]){stem}\w{{0,3}}(?!\w)(?! ?[«\"])", passage.text):
                mention = ActMention(self.found[key].kind, match.start(), match.end())
                if passage.offsets[match.start()] > defined and self.is_free(passage, mention):
                    self.add(passage, mention, key, None)

    def read_short(self, passage: Passage, lang: str) -> None:
        """Acts that are named by their kind, with a known title or with a number."""
        titles = {one.title for one in self.found.values() if one.kind == "law" and one.title}
        for mention in find_laws(passage.text, lang, titles):
            if self.is_free(passage, mention):
                act = key_of_title("law", mention.title, lang)
                self.add(passage, mention, (act,) if act else self.key(mention), act)
        for mention in find_short_mentions(passage.text, lang):
            if not self.is_free(passage, mention):
                continue
            meant = [key for key, one in self.found.items() if (one.kind, one.number) == (mention.kind, mention.number)]
            if len(meant) == 1:
                self.add(passage, mention, meant[0], None)
            elif not meant and self.issuer(mention):
                self.add(passage, mention, self.key(mention), None)

    def section(self, passage: Passage) -> int:
        """How many headings stand before a passage: a word such as "Правила" means one act under one heading."""
        return bisect_right(self.headings, passage.offsets[0]) if passage.text else 0

    def learn(self, passage: Passage, mention: ActMention, key: Key) -> None:
        """The word by which the text goes on to call an act: "(далее – Правила)"."""
        called = _CALLED.search(passage.text, mention.start, mention.end + LONGEST_NAME)
        if called and called.start() <= mention.end + 2:
            place, stem = passage.offsets[called.start()], called["word"][: max(3, min(5, len(called["word"]) - 1))]
            self.called.setdefault(self.section(passage), []).append((place, stem, key))

    def is_free(self, passage: Passage, mention: ActMention) -> bool:
        """Whether no act is named in the same words already."""
        return all(mention.end <= start or end <= mention.start for start, end in self.taken.get(id(passage), ()))

    def issuer(self, mention: ActMention) -> str | None:
        asked = (mention.issuer, mention.date or self.source.version_date)
        if asked not in self.issuers:
            written, day = asked
            self.issuers[asked] = find_issuer(written, self.source.lang, day, self.registry)
        return self.issuers[asked]

    def add(self, passage: Passage, mention: ActMention, key: Key, act: str | None) -> None:
        self.taken.setdefault(id(passage), []).append((mention.start, mention.end))
        own = mention.number and (mention.number, mention.date) == (self.source.number, self.source.act_date)
        if own or (act and act in (self.source.work, self.source.programme)):
            return
        self.learn(passage, mention, key)
        citation = Citation(
            source=self.source.stem,
            kind=mention.kind,
            evidence=passage.spans(mention.start, mention.end),
            number=mention.number,
            date=mention.date,
            issuer=self.issuer(mention),
            title=_title(mention, act, self.source.lang),
            work=act,
        )
        by = citation.issuer or key_of_issuer(mention.issuer or "", self.source.lang, alone=False)
        before = self.found.get(key)
        other = before and (before.issuer or self.unregistered.get(key))
        if mention.date and by and other and by != other:  # one day and number, two bodies: two acts
            key = (*key, by)
            before = self.found.get(key)
        if by and not citation.issuer:
            self.unregistered.setdefault(key, by)
        self.found[key] = _merged(before, citation) if before else citation

    def key(self, mention: ActMention) -> Key:
        """What two mentions of one act share: number and date, or for laws and codes their title."""
        if mention.kind in BY_TITLE and mention.title:
            return letters_of(mention.kind, mention.title)
        return mention.kind, f"{mention.number} {mention.date}"


def _known(one: Citation) -> Citation:
    """A citation with the issuer that the registry knows of an address which the text gives a day."""
    act = load_acts().get(one.work or "")
    dated = act is not None and one.kind == "address" and one.date is not None
    return replace(one, issuer=one.issuer or act.issuer) if act and dated else one


def _title(mention: ActMention, act: str | None, lang: str) -> str | None:
    """The title as written; a code, which stands in any case, is called as the registry calls it."""
    return load_acts()[act].title(lang) if act and mention.kind in ("code", "constitution") else mention.title


def find_issuer(
    written: str | None, lang: str, day: date | None, registry: Registry, *, alone: bool = False
) -> str | None:
    """The registry key of whoever issued an act; the head of a ministry stands for the ministry.

    What stands before the issuer's name ("өзгеріс енгізілді - ҚР Үкіметінің") is left off word by word, but where the
    name is said to stand `alone`.
    """
    if not written or not written.strip(" ,"):
        return None
    name = _AND.sub("", office_of(written.strip(" ,"), lang))
    heads = act_words(lang).heads
    parts = [told for word in _COUNTRY_BEHIND.sub("", name).split() if (told := heads.get(word.casefold(), word))]
    for first in range(1 if alone else len(parts)):
        found = registry.resolve(" ".join(parts[first:]), lang, day, {})
        if found.agency:
            return found.agency
    return None


def _merged(one: Citation, other: Citation) -> Citation:
    """Two mentions of one act as one citation: what the first leaves out, the second may give.

    Where one gives the number, it also gives the kind and the title, for the other has the registry's.
    """
    first, second = (other, one) if other.number and not one.number else (one, other)
    return replace(
        first,
        evidence=(*one.evidence, *other.evidence),
        number=first.number or second.number,
        date=first.date or second.date,
        issuer=first.issuer or second.issuer,
        title=first.title or second.title,
        work=first.work or second.work,
    )
