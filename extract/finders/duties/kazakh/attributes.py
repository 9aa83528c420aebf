"""Which words a Kazakh phrase takes in on its left: attributes, owners, what its verbs govern, each at most once."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import (
    NOMINAL,
    case_of,
    has_doer,
    has_no_object,
    is_adjective,
    is_adverb,
    is_agent,
    is_attribute_of,
    is_bond,
    is_conditional,
    is_converb,
    is_doer,
    is_done,
    is_noun_alone,
    is_of_compound,
    is_owned,
    is_participle,
    is_term,
    is_thing,
    is_verbal,
    is_whole,
    looks_like,
    names_actor,
    stands_beside,
    stem_of,
    takes_dative,
    takes_object,
    takes_plural,
)
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse
from kzedu_graph.language.letters import is_abbreviation

_WORDING = phrasing("kk")
LONGEST_ENDING = 2
"""Letters of an ending set behind a hyphen."""
_CLOSES = frozenset({"present", "imperative", "obliged", "entitled", "must", "need", "semicolon", "colon"})
"""Classes of verbs and marks that close a clause of somebody who acts."""


class PhraseSoFar(ABC):
    """A phrase as far as it is read, and which word before it belongs to it by case, possessive and kind.

    `room` is how many accusatives its verbs still take: one each, none for a verb of what is done to its noun.
    `thing` tells that it is what something is done to or for, and holds no verb yet, or only `below` an owner; `has`
    that it is of somebody who has something, to which a dative may belong ("оқуға қабілеті бар балалар"); `acts` that
    who does what its participle says is named, `fits` that its noun says what something is fit for.
    """

    def __init__(self, words: Sequence[Word], head: int, begin: int) -> None:
        self.words, self.begin = words, begin
        self.first = self.head = head
        part = words[head - 1].tag == "dash" and len(words[head].text) <= LONGEST_ENDING  # "34 %-ы"
        loan = words[head].norm[-1:] in ("ы", "і") and case_of(words[head - 1]) == "genitive"  # "дизайны"
        self.owned = is_owned(words[head]) or words[head].tag == "its-doing" or part or loan
        self.governs = is_verbal(words[head]) and not is_term(words, head)
        self.verbal = self.governs
        self.has = self.below = self.acts = self.alone = False
        self.on_what = takes_dative(words, head)
        self.fits = _WORDING.pattern("fitness").match(words[head].norm) is not None and is_owned(words[head])
        self.of_two_sides = is_owned(words[head]) and stem_of(words[head]) in _WORDING.words("of_two_sides")
        behind = words[head + 1] if head + 1 < len(words) else words[head]
        ends = case_of(words[head]) in ("accusative", "instrumental") or behind.tag == "to-do"
        self.thing = not self.governs and (ends or behind.norm in _WORDING.words("closes_purpose"))
        self.room = int(self.governs and not looks_like(words[head].norm, "done_doing"))
        self.room -= self.room and has_no_object(words, head)
        self.cases = {case_of(words[head])}

    def take(self, count: int) -> None:
        """Takes in so many words on the left; what stands in brackets or before a postposition changes nothing."""
        last = self.words[self.first - 1]
        if last.tag == "close" or (last.tag == "postposition" and last.norm not in _WORDING.words("inside_clause")):
            self.room -= is_bond(self.words, self.first - 1)
            self.first -= count
            return
        for _ in range(count):
            self.first -= 1
            word = self.words[self.first]
            self.governs = self.governs and (word.tag != "title" or self.verbal)
            if word.tag in NOMINAL or word.tag in ("future-participle", "planned"):
                self._take_noun(word, joined=count > 1)

    def _take_noun(self, word: Word, *, joined: bool) -> None:
        verbal = is_verbal(word) and not (self.first < self.head and is_of_compound(self.words, self.first))
        doing = is_verbal(word) and word.tag == "to-do"
        self.below = self.below or (doing and "genitive" in self.cases)
        self.thing = self.thing and (self.below or not doing)
        part = word.norm in _WORDING.words("part_of_verb") or (
            is_thing(word) and is_participle(self.words[self.first + 1])
        )
        part = part and is_verbal(self.words[self.first + 1])
        thing = case_of(word) == "accusative" and not is_attribute_of(word, self.words[self.first + 1])
        self.room -= (thing or part) and not joined
        if verbal:
            self.room += not (looks_like(word.norm, "done_doing") or has_no_object(self.words, self.first))
        self.acts = (self.acts and not verbal) or (has_doer(self.words[self.first + 1]) and is_doer(word))
        owner = case_of(word) == "genitive"  # what stands before an owner is no complement
        self.governs = verbal or (self.governs and not owner)
        self.owned = self.owned or is_owned(word)
        self.has = word.norm in _WORDING.words("exists") or (self.has and not verbal)
        self.cases.add(case_of(word))

    def _behind(self) -> Word:
        """The first word of the phrase, or the noun behind its brackets."""
        n = self.first
        while self.words[n].tag == "open" and n < self.head:
            n = next((k for k in range(n, self.head) if self.words[k].tag == "close"), n) + 1
        return self.words[n]

    def _beyond(self) -> Word:
        """The second word of the phrase, or its noun."""
        return self.words[min(self.first + 1, self.head)]

    @abstractmethod
    def _spans(self) -> bool:
        """Whether the phrase opens with how far what begins before it goes."""

    def _belongs(self, word: Word, behind: Word) -> bool:
        """Whether a word goes with the one behind it."""
        timed = behind.norm in _WORDING.words("in_a_time")  # "кеңестің отырысы тоқсанына бір рет", no "оқу жылына"
        wanted = self._beyond().norm in _WORDING.words("takes_dative")  # "қаржы жылына арналған"
        timed = timed and not wanted and _WORDING.pattern("fitness").match(self._beyond().norm) is None
        if timed or word.norm in _WORDING.words("opens_sentence") or is_conditional(word):
            return False
        if is_converb(word) or is_adverb(word):
            return stands_beside(word, behind, governs=self.governs)
        case = case_of(word)
        if case:
            return self._takes(word, case, behind)
        cited = behind.tag == "number" and word.norm in _WORDING.words("parts_of_acts")
        counted = word.tag == "to-do" and (behind.tag == "title" or looks_like(behind.norm, "ordinal"))
        if counted or (behind.tag == "number" and is_whole(word)):
            return cited  # "жүйе құру 50 мың балаға": a number opens a phrase, as a title does
        endings = [ending.kind for ending in analyse(word.text)[0].endings]
        apart = behind.norm in _WORDING.words("this_very") and is_noun_alone(word)  # "Есеп [осы Қағидаларға сәйкес]"
        alone = case_of(behind) == "genitive" and not (is_owned(behind) or is_verbal(behind) or is_agent(behind))
        apart = apart or (alone and is_thing(word))
        apart = apart or (word.norm in _WORDING.words("named_acts") and not self._is_of_owner())
        country = behind.norm == "қазақстан" and word.text.islower()  # "зиян [Қазақстан Республикасының ...]"
        apart = apart or (country and is_noun_alone(word))
        if apart or not endings or endings[-1] not in ("plural", "possessive 3") or is_adjective(word):
            return not apart
        named = cited or (
            word.text[:1].isupper() and behind.text[:1].isupper()
        )  # "Қазақстан Республикасы Әділет министрлігі"
        named = named or (word.norm == "республикасы" and is_owned(self._beyond()))
        named = named or (len(behind.text) == 1 and behind.text.isupper())  # "басшысы Н. Әлиевтің"
        letters = behind.text[:2].isupper() and is_abbreviation(analyse(behind.text)[0].stem)
        named = named or (letters and endings == ["plural", "possessive 3"])  # "орындары ОПҚ-ның"
        doing = self._beyond() if is_converb(behind) else behind  # "құралдар [сатып алу]"
        done = self.governs and endings == ["plural"] and takes_plural(doing)
        has = behind.norm in _WORDING.words("exists") or self._is_measured(behind)  # "білімі бар адамдар"
        acts = has_doer(behind) or (behind.norm == "болып" and has_doer(self._beyond()))
        helped = behind.norm in _WORDING.words("heavy_words") and has_doer(self._beyond())
        acts = acts or (helped and not is_done(self._beyond()))  # "талабы [талап қойылған күннен]"
        shared = self.alone and word.norm not in _WORDING.words("whole_times")  # "оқушылар жаңа сарайы салынады"
        return named or done or has or is_owned(behind) or acts or shared

    def _takes(self, word: Word, case: str, behind: Word) -> bool:
        """Whether a noun in a case belongs to a verb of the phrase, to an owned noun, or is no noun at all."""
        if case == "accusative" == case_of(behind) and not is_verbal(behind) and not is_agent(behind):
            return is_attribute_of(word, behind) and not self._has_verb_beyond()
        if is_agent(behind) and (
            (case == "accusative" and case_of(behind)) or word.norm in _WORDING.words("duty_of_another")
        ):
            return True  # "басшының міндетін атқарушыға", "қызметті берушінің басшысына"
        twice = word.norm in _WORDING.words("to_whom") and "dative" in self.cases  # "оған | көлікке арналған жол"
        if twice or self._is_apart(word, case, behind):
            return False
        governs = self.governs or case == "accusative"
        owner = self.words[max(0, self.first - 2)]
        beyond = self.acts and (
            not is_owned(word) or case_of(owner) == "genitive"
        )  # "есепті [орган белгілеген нысан бойынша]"
        beyond = beyond and not (self.verbal and self.room > 1)  # "есепті [орган белгілеген жерде] жариялау"
        governs = governs and not (case == "accusative" and (self.room < 1 or beyond))
        till = behind.norm in _WORDING.words("of_a_time") and case in ("dative", "ablative")
        till = till or (case == "ablative" and any(behind.norm in _WORDING.words(w) for w in ("more_than", "outside")))
        till = till or (self.below and word.norm in _WORDING.words("in_them")) or (case == "ablative" and self._spans())
        asked = (
            (self.has and (is_verbal(word) or not is_owned(word)))
            or is_agent(behind)
            or behind.norm in _WORDING.words("takes_dative")
        )
        asked = asked or (self.fits and not self.verbal and "genitive" in self.cases)  # "деңгейге білімнің сәйкестігі"
        asked = asked or self.on_what or _WORDING.pattern("fitness").match(behind.norm) is not None
        sided = case == "instrumental" and self.of_two_sides
        attribute = behind.norm in _WORDING.words("doing_as_attribute") and is_owned(self._beyond())
        if case == "dative" and attribute and names_actor(word):
            return False  # "оқушыға [бағалау парағы]"
        kept = (case == "genitive" and self.owned) or (case == "dative" and asked) or sided
        kept = kept or (self.has and word.norm in _WORDING.words("holds"))  # "құрамында темірі бар құрал"
        of_what = case == "accusative" and self.alone and _WORDING.pattern("of_what").search(word.norm) is not None
        return governs or till or kept or is_attribute_of(word, behind) or (of_what and not is_owned(word))

    def _is_of_owner(self) -> bool:
        """Whether the first noun of the phrase, behind its attributes, belongs to one before it, or is a verb's."""
        for n in range(self.first, self.head + 1):
            word = self.words[n]
            waits = is_adjective(word) or looks_like(word.norm, "opens_attribute")
            if not (waits or word.norm in _WORDING.words("plain_adjectives")) or is_owned(word):
                return is_owned(word) or is_verbal(word) or is_agent(word) or word.tag != "word"
        return True

    def _is_apart(self, word: Word, case: str, behind: Word) -> bool:
        """Whether a noun in a case says when or how, or is done to by a verb behind the phrase.

        Written for "бүлінген кезде тапсырылған", "белгіленген тәртіппен өтінімдерді қарау" and "құжатты [қызметкердің
        талап етуі] бойынша".
        """
        manner = word.norm in _WORDING.words("in_what_way") | _WORDING.words("closes_time")
        timed = word.norm in _WORDING.words("times") or (manner and not is_participle(behind))
        return timed or (case == "accusative" and self._opens_with_doer())

    def _has_verb_beyond(self) -> bool:
        """Whether a verb behind the one of the phrase has no thing: "өтінімді [бюджетті] атқару органына береді"."""
        n = self.head + 1
        if n >= len(self.words) or not is_verbal(self.words[n]) or has_no_object(self.words, n):
            return False
        room = -1
        for k in range(self.head + 1, len(self.words)):
            word = self.words[k]
            room += takes_object(self.words, k) - (case_of(word) == "accusative")
            if word.tag in _CLOSES:
                break
        return room > 0

    def _opens_with_doer(self) -> bool:
        """Whether the phrase opens with whose doing a verb's noun tells: nothing that is done to stands before him."""
        places = range(self.first, self.head + 1)
        verb = next((n for n in places if is_verbal(self.words[n])), None)
        doer = next((n for n in places if case_of(self.words[n])), None)
        own = verb is not None and doer is not None and doer < verb and self.words[verb].tag == "its-doing"
        own = own and doer is not None and case_of(self.words[doer]) == "genitive"
        listed = self.words[self.first - 2].tag == "conjunction"
        return own and not listed and case_of(self.words[self.head]) != "accusative"

    def _is_measured(self, behind: Word) -> bool:
        """Whether a measure is said of the noun before it: "біліктілігі жоғары", but not "жоғары оқу орны"."""
        return behind.norm in _WORDING.words("measures") and self._beyond().norm not in _WORDING.words("higher")
