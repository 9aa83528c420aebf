"""The duties of one sentence, told apart: several bodies, several moods, and clauses of a deed each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from extract.finders.duties.deeds.beside_named import is_of_its_own
from extract.finders.duties.deeds.clauses import Duty, is_one_of_list
from extract.finders.duties.deeds.item_says import of_kazakh_item
from extract.finders.duties.deeds.outcomes import own_words, takes_up
from extract.finders.duties.grammar.words import Word, party_text
from extract.finders.duties.kazakh.forms import case_of, is_adverb, is_converb
from extract.finders.duties.russian.deeds.apart import has_own_deed
from extract.finders.duties.sentences.unit import Unit
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse


def of_each_clause(unit: Unit, words: Sequence[Word], duties: Iterable[Duty], lang: str) -> Iterator[Duty]:
    """The duties of a unit, those of one modality and one bearer as one unless each has a clause of its own.

    What nobody named does beside somebody named is left out, but in a Kazakh clause before that of somebody named.
    """
    latest: dict[tuple[str, str | None], Duty] = {}
    named: dict[str, list[Duty]] = {}
    of_item = _of_item(unit, words, duties) if lang == "ru" else of_kazakh_item(unit, words, duties)
    for duty in sorted(_of_their_own(words, of_item, lang), key=lambda duty: duty.party is None):
        party = party_text(unit.passage.text, words, duty.party)
        modality = duty.decision.rule.reads
        beside = named.get(modality) if party is None else None
        if beside and not is_of_its_own(words, duty, beside, lang):
            continue
        before = latest.get((modality, party))
        latest[modality, party] = duty
        if party is not None:
            named.setdefault(modality, []).append(duty)
        if before is None:
            yield duty
        elif stands_apart(words, before, duty, lang):
            yield replace(duty, carried=duty.carried or (lang == "ru" and not duty.elided))


def _of_item(unit: Unit, words: Sequence[Word], duties: Iterable[Duty]) -> list[Duty]:
    """The duties without that of a lead-in whose item says itself what its bearer does: "выполняет: 1) ведет учет"."""
    held = list(duties)
    says = [duty for duty in held if words[duty.decision.first].start >= unit.own_start and not duty.elided]
    own = {(duty.decision.rule.reads, duty.party) for duty in says}
    named = {
        duty.decision.rule.reads for duty in says if duty.party and words[duty.party.first].start >= unit.own_start
    }
    return [
        duty
        for duty in held
        if words[duty.decision.last].end > unit.own_start
        or ((duty.decision.rule.reads, duty.party) not in own and duty.decision.rule.reads not in named)
    ]


def without_asides(words: Sequence[Word], duties: Iterable[Duty]) -> list[Duty]:
    """Kazakh duties without what brackets only tell beside what is required: "алаң құру (тегін беріледі) қажет"."""
    held = list(duties)
    inside = list(accumulate((word.tag == "open") - (word.tag == "close") for word in words))
    outside = [duty for duty in held if inside[duty.decision.first] <= 0]
    binds = any(duty.decision.rule.name == "required" for duty in outside)
    return outside if binds and all(duty.party is None for duty in held) else held


_THINGS = frozenset({"word", "to-do", "its-doing", "title", "past"})
"""Classes of words that may name a thing in Kazakh; an accusative may look like a verb of the past."""


def _of_their_own(words: Sequence[Word], duties: Iterable[Duty], lang: str) -> Iterator[Duty]:
    """The duties without those that only tell what comes of the one of their modality before them."""
    before: Duty | None = None
    for duty in sorted(duties, key=lambda duty: duty.decision.first):
        alike = before is not None and before.decision.rule.reads == duty.decision.rule.reads
        another = before is not None and duty.party is not None and duty.party.first > before.decision.last
        if before is None or not alike or another or lang == "ru" or not takes_up(words, before, duty):
            yield duty
        before = duty


def stands_apart(words: Sequence[Word], one: Duty, other: Duty, lang: str) -> bool:
    """Whether a second duty of one kind and one bearer has a clause of its own: "..., сондай-ақ орталықтар құрылады".

    Kazakh verbs close their clauses: what stands between them is the second's alone, with a thing of its own, or of
    what one body does ("есепті жазады және оны басшыға ұсынады") with any complement. A clause that takes up the first
    with a pronoun ("олар ...") is none.
    """
    if lang == "ru":
        return other.elided or has_own_deed(words, one.decision, other.decision)
    opens_list = is_one_of_list(words, other) and not is_one_of_list(words, one)
    not_needed = other.decision.rule.name == _NOT_NEEDED != one.decision.rule.name
    if one.bound_behind is not None or one.elided or opens_list or not_needed:
        return True  # "бақты көре аласыз, рұқсат сұраудың | керегі жоқ"
    first, last = own_words(words, one, other)
    if other.elided or first >= last or takes_up(words, one, other):
        return False
    own = [word for word in words[first:last] if word.tag in _THINGS and not is_adverb(word)]
    if other.party is not None:
        heavy = phrasing("kk").words("heavy_words")
        if own and all(_is_post(word) for word in own):
            return False
        return any(word.norm not in heavy and not is_converb(word) for word in own)
    norm = other.decision.rule.name == "done-as-a-norm"  # "журнал тігіледі | және мөрмен бекітіледі"
    return any(case_of(word) in ("", "accusative") or (norm and case_of(word) in _BY_WHAT) for word in own)


_NOT_NEEDED = "not-obligatory"
_BY_WHAT = frozenset({"instrumental", "dative"})
"""Cases of by what, or to where, a thing is handled in a further step: "мөрмен бекітіледі", "журналға тіркеледі"."""


def _is_post(word: Word) -> bool:
    """Whether a word is the post that somebody is let go from: "хатшыны сайлайды және қызметтен босатады"."""
    return case_of(word) == "ablative" and analyse(word.text)[0].stem.lower() in phrasing("kk").words("posts")
