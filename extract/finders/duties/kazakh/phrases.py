"""Kazakh noun phrases, read from their noun to the left: attributes, owners, participles with complements, lists."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.attributes import PhraseSoFar
from extract.finders.duties.kazakh.forms import (
    NOMINAL,
    case_of,
    closes_condition,
    ends_span,
    is_bond,
    is_conditional,
    is_converb,
    is_for_whom,
    is_owned,
    is_participle,
    is_told_of_participle,
    is_verbal,
    relates,
    works,
)
from extract.finders.duties.kazakh.lists import earlier_bound, earlier_doing
from extract.finders.duties.kazakh.marks import behind_loose, opens_at, opens_kinds, opens_sentence
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_WORDING = phrasing("kk")
LONGEST_PHRASE = 60
"""Words that a noun phrase may have."""
LONGEST_TITLE = 15
"""Words that a title with quotation marks in it may have."""
_MARKS = frozenset({"conjunction", "comma", "title", "number", "future-participle"})
"""Classes of words before a comma that are of its list whatever their form."""
_QUOTES = frozenset('"«»“”')


def phrase_start(words: Sequence[Word], head: int, begin: int, *, governs: bool = True, alone: bool = False) -> int:
    """The first word of the phrase whose noun stands at `head`; it reaches no further left than `begin`.

    "пәндерді ағылшын тілінде оқытатын мұғалімдерді даярлау" is one phrase, its head "даярлау". With `governs` False
    the head has no complements of its own; `alone` is the only noun without a case that its clause may have.
    """
    if words[head].norm in _WORDING.words("it") or words[head].norm in _WORDING.words("to_it"):
        return head  # "жерді пайдаланушы [оны] бермейді"
    if words[head].tag == "close":
        opening = opens_at(words, head, begin)
        return phrase_start(words, opening - 1, begin) if opening - 1 >= begin else opening
    phrase = _Phrase(words, head, begin)
    phrase.governs = phrase.governs and governs
    phrase.alone = alone
    while phrase.first - 1 >= begin and head - phrase.first < LONGEST_PHRASE and (step := phrase.step()):
        phrase.take(step)
    first = phrase.first
    while not closes_condition(words, first - 1) and (earlier := _earlier(words, first, head, begin)) is not None:
        first = phrase_start(words, earlier, begin)
    while first + 2 < head and (opens_kinds(words, first) or opens_sentence(words, first)):
        first += 2
    first = _over_order(words, first, head, begin)
    first += 2 * (first + 2 <= head and words[first].norm in _WORDING.words("told") and words[first + 1].tag == "comma")
    if first > begin and words[first].norm in _WORDING.words("apart_from") and case_of(words[first - 1]) == "ablative":
        first += first < head  # "қызметтік иттерден басқа [иттерді]"
    return behind_loose(words, first, head)


def _earlier(words: Sequence[Word], first: int, head: int, begin: int) -> int | None:
    """The noun of what stands before a phrase in a list with it."""
    return earlier_bound(words, first, head, begin) or earlier_doing(words, first, head, begin)


def _over_order(words: Sequence[Word], first: int, head: int, begin: int) -> int:
    """Where a doing's phrase begins whose thing stands before its order: "[бұйрықтың] белгілі тәртіппен тіркеуін".

    So with when it is done, and with a thing in the accusative: "[гүлдерді] заңда белгіленген тәртіппен күтуді".
    """
    doing = words[head].tag == "to-do" and case_of(words[head]) == "accusative"
    if not doing or first - 3 < begin or not _is_order(words[first - 1]):
        return first
    start = phrase_start(words, first - 1, begin)
    if not is_owned(words[head]):
        done_to = first == head and start - 1 >= begin and case_of(words[start - 1]) == "accusative"
        return phrase_start(words, start - 1, begin) if done_to else first
    things = (n for n in range(start, first - 1) if case_of(words[n]) == "genitive")
    own = any(case_of(word) == "genitive" and word.text[:1].islower() for word in words[first:head])
    return start if not own and next(things, None) is not None else first


def _is_order(word: Word) -> bool:
    """Whether a word closes in what order or in what time something is done: "тәртіппен", "мерзімде"."""
    return word.norm in _WORDING.words("in_order") or word.norm in _WORDING.words("in_due_time")


def _is_clock_time(words: Sequence[Word], n: int) -> bool:
    """Whether the ending of a time of day stands at a place, which is no attribute: "сағат 7:30-да [бақты]"."""
    ends = n > 2 and words[n - 1].tag == "dash" and words[n].norm in _WORDING.words("case_endings")
    hours = words[n - 2] if ends else words[n]
    return ends and hours.tag == "number" and (":" in hours.text or words[n - 3].norm in _WORDING.words("hour"))


class _Phrase(PhraseSoFar):
    """A phrase that is read on: how many words on its left each of its steps brings."""

    def step(self) -> int:
        """How many words on the left belong to the phrase; 0 where it begins."""
        words, k = self.words, self.first - 1
        word = words[k]
        opening = self._opening(k)
        match word.tag:
            case "close":
                return self._bracketed(k, opening)
            case "comma" | "conjunction":
                inset = opening is not None and is_conditional(words[opening - 1])
                return 0 if inset or closes_condition(words, k) else self._joined(k)
            case "postposition" | "need" | "opinion":
                return self._bound_by_word(k)
            case "mark" | "gap":
                return self._quoted(k) if word.tag == "mark" else self._over_aside(k)
            case "title" | "number" | "dash" | "future-participle" | "obliged" | "may" | "planned":
                return int(self._goes_with(k))
            case _:
                belongs = word.tag in NOMINAL and self._belongs(word, self._behind())
                belongs = belongs and not _is_clock_time(words, k)
                return self._also(k) if word.norm in _WORDING.words("also") else int(belongs)

    def _goes_with(self, k: int) -> bool:
        """Whether a word that may close a clause is an attribute: "болуы мүмкін жоба", "бюджетте көзделген қаражат"."""
        word = self.words[k]
        may = word.tag == "may" and (k - 1 < self.begin or self.words[k - 1].tag != "its-doing")
        meanwhile = self._behind().norm in _WORDING.words("being_meanwhile")  # "жоспарланып отырған"
        return not (may or (word.tag == "planned" and not (is_participle(word) or meanwhile)))

    def _bracketed(self, k: int, opening: int | None) -> int:
        """How many words brackets bring that close at a place, or a number before a single one: "2) тармақша"."""
        if opening is None:
            number = self.words[k - 1].tag == "number" and k - 1 >= self.begin
            further = (
                k - 4 >= self.begin and self.words[k - 2].tag == "conjunction" and self.words[k - 3].tag == "close"
            )
            further = further and self.words[k - 4].tag == "number"  # "1) және 2) тармақшалар"
            return 5 if number and further else 2 * number
        return 0 if is_conditional(self.words[opening - 1]) else self.first - opening

    def _bound_by_word(self, k: int) -> int:
        """How many words a word brings that binds what stands before it: a postposition, "қажет", "деп"."""
        match self.words[k].tag:
            case "need":
                return self._needed(k)
            case "opinion":  # "борышкерді [дәрменсіз деп] тану"
                return 2 * (self.governs and k - 2 >= self.begin and is_verbal(self.words[k + 1]))
            case _:
                return self._also_in_two(k) or self._related(k)

    def _needed(self, k: int) -> int:
        """How many words "қажет" brings, with what something is needed for: "жұмысы үшін қажет құралдар"."""
        needed = k - 2 >= self.begin and self.words[k - 1].norm == "үшін"
        return self.first - phrase_start(self.words, k - 2, self.begin) if needed else 0

    def _quoted(self, k: int) -> int:
        """How many words a mark brings: a closing quotation mark all to the first ('"Ой" алаңы" жоба'), a slash two."""
        if self.words[k].text == "/" and k - 1 >= self.begin:
            return 2 * (case_of(self.words[k - 1]) == case_of(self._behind()))  # "есепті/баяндаманы"
        quotes = (n for n in range(max(self.begin, k - LONGEST_TITLE), k) if self.words[n].text in _QUOTES)
        first = next(quotes, k) if self.words[k].text in _QUOTES else k
        return self.first - first

    def _over_how(self, k: int) -> int:
        """How many words a list goes on over: "жүйесі, сондай-ақ [ауданын ескере отырып,] құны", "үйге дейін және"."""
        words = self.words
        if words[k - 1].norm in _WORDING.words("how_far"):
            far = self.governs and case_of(words[k - 2]) == "dative"
            return self.first - phrase_start(words, k - 2, self.begin) if far else 0
        also = next((n for n in range(k - 3, self.begin + 1, -1) if words[n].norm in _WORDING.words("also")), None)
        listed = also is not None and words[also - 1].tag == "comma"
        if also is None or not listed or case_of(words[also - 2]) != case_of(words[self.head]):
            return 0
        return self.first - also + 2

    def _over_aside(self, k: int) -> int:
        """How many words stand over an aside before a verb's noun: "тізілімді [сәйкес] жүргізуді"."""
        asked = self.first == self.head and self.words[self.head].tag == "to-do"
        thing = self.governs and self.room > 0 and self.words[k - 1].norm not in _WORDING.words("it")
        kinds = _WORDING.words("doing_as_attribute")  # "басқару жүйесіне" governs nothing
        thing = thing and not any(word.norm in kinds for word in self.words[self.first : self.head])
        asked = (asked or thing) and k - 1 >= self.begin
        also = self.words[k - 1].tag == "conjunction" and k - 2 >= self.begin and self.verbal
        if also and case_of(self.words[self.head]) == case_of(self.words[k - 2]) == "accusative":
            return 3  # "пайдаланылуын және [тоқсан сайын] есеп беруді"
        given = self.first == self.head and _WORDING.pattern("hands_on").match(self.words[k + 1].norm) is not None
        cases = ("accusative", "dative") if given else ("accusative",)  # "көшірмелерін мекемеге [үшін] жолдауды"
        return 2 if asked and case_of(self.words[k - 1]) in cases else 0

    def _opening(self, k: int) -> int | None:
        """Where brackets open that close at a place, or right before the comma there; None where none do."""
        close = k - 1 if self.words[k].tag == "comma" else k
        if self.words[close].tag != "close":
            return None
        opening = opens_at(self.words, close, self.begin - 1)
        return opening if opening >= self.begin else None

    def _related(self, k: int) -> int:
        """How many words a postposition brings with its noun: "жөніндегі", or what a participle governs."""
        norm = self.words[k].norm
        if is_bond(self.words, k):
            return int(self.governs and self.room > 0)
        told = analyse(self._behind().text)[0].stem.lower() in _WORDING.words("letters") and norm == "туралы"
        added = norm == "қоса" and self.governs  # "оған қоса берілген"
        if self.words[k - 1].norm in _WORDING.words("takes_up") and not told and not added:
            return 0  # "бұл туралы басшыға хабарлайды"
        if norm == "байланысты" and self._behind().norm in _WORDING.words("negates"):
            return 2 if case_of(self.words[k - 1]) == "instrumental" else 0  # "міндеттерімен байланысты емес"
        right = _WORDING.words("right_before_verb")
        closes = any(norm in _WORDING.words(name) for name in ("closes_aside", "closes_purpose", "closes_time"))
        done = is_verbal(self._behind()) or self._behind().norm in _WORDING.words("heavy_words")
        brings = _WORDING.pattern("brings").match(self._behind().norm) is not None and self.governs
        closes = closes and not (brings and norm in ("сәйкес", "байланысты")) and not is_for_whom(self.words, k)
        closes = closes and not self._is_till(k)
        closes = (closes and not (norm in _WORDING.words("closes_time") and works(self.words, self.first))) or (
            norm in right and not done
        )
        for_what = norm == "үшін" and self._is_wanted()
        spans = for_what or (norm == "бастап" and self._spans())
        inside = norm in _WORDING.words("inside_object") or spans or relates(self.words, k)
        closes = closes and not (is_told_of_participle(self.words, k, self.first) or self._is_of_member(k))
        if k - 1 < self.begin or not (inside or (self.governs and not closes)):
            return 0
        return self.first - phrase_start(self.words, k - 1, self.begin)

    def _is_wanted(self) -> bool:
        """Whether the phrase opens with who needs something for what is told before: "күту үшін [бағбанға қажетті]"."""
        if self.words[self.first].norm in _WORDING.words("for_what"):
            return self.first < self.head
        wanted = self._beyond().norm in _WORDING.words("for_what")
        return wanted and case_of(self.words[self.first]) == "dative" and self.first + 1 < self.head

    def _spans(self) -> bool:
        """Whether the phrase opens with how far what begins before it goes: "[5 жастан] 9 жасқа дейінгі балалар"."""
        first = self.first
        till = next((n for n in range(first, min(first + 5, self.head)) if ends_span(self.words, n)), None)
        return till is not None and phrase_start(self.words, till - 1, first) == first

    def _is_of_member(self, k: int) -> bool:
        """Whether when something is done is of a list's further action: "егу, күту және [жинауда] суару жөнінде"."""
        words, first = self.words, phrase_start(self.words, k - 1, self.begin)
        joints = [n for n in range(first + 1, k) if words[n].tag in ("comma", "conjunction")]
        members = [words[n - 1] for n in joints]
        doing = next((word for word in words[self.first : self.head] if is_verbal(word)), words[k])
        joint = words[first - 1].tag == "conjunction" and first - 2 >= self.begin
        if joint and case_of(words[first - 2]) in self.cases - {"", "genitive"} and is_verbal(words[first - 2]):
            return True  # "іс-шаралардың жүргізілуін және [жоба шеңберінде] шаралар қабылдануын"
        several = len(joints) > 1 and words[joints[0]].tag == "comma" and words[joints[-1]].tag == "conjunction"
        return several and all(one.tag == "to-do" and case_of(one) == "" for one in (doing, *members))

    def _is_till(self, k: int) -> bool:
        """Whether "дейін" says how far what a verb's noun is about comes: "деңгейіне дейін өсуін"."""
        changes = _WORDING.pattern("changes").match(self._behind().norm) is not None
        return self.words[k].norm == "дейін" and changes and is_verbal(self._behind())

    def _also(self, k: int) -> int:
        """How many words ", сондай-ақ" brings, where a list goes on with it; deeds are not listed with a thing."""
        if k - 2 < self.begin or self.words[k - 1].tag != "comma":
            return 0
        deed = self.words[k - 2].tag == "to-do" and case_of(self.words[self.head]) == "accusative"
        joined = 0 if deed else self._joined(k - 1)
        return joined + 1 if joined else 0

    def _also_in_two(self, k: int) -> int:
        """How many words ", сонымен бірге" brings, where a list goes on with it."""
        pair = f"{self.words[k - 1].norm}-{self.words[k].norm}"
        if k - 3 < self.begin or pair not in _WORDING.words("also_in_two") or self.words[k - 2].tag != "comma":
            return 0
        joined = self._joined(k - 2)
        return joined + 2 if joined else 0

    def _joined(self, k: int) -> int:
        """How many words a comma or "және" brings: itself, where what stands before it is of the same list."""
        member = self.words[k - 1]
        if k - 1 < self.begin or member.tag in _MARKS or member.norm in _WORDING.words("inside_object"):
            return int(k - 1 >= self.begin)
        opening = self._opening(k - 1)
        if opening is not None or member.tag == "close":
            case = case_of(self.words[self.head])
            alike = opening is not None and opening > self.begin and case_of(self.words[opening - 1]) == case
            return self.first - opening + 1 if alike and opening else 1  # "моделі (мектеп), ерте бағдарлау"
        if member.norm in _WORDING.words("while_doing") | _WORDING.words("how_far"):
            return self._over_how(k)
        closes = any(member.norm in _WORDING.words(name) for name in ("opens_sentence", "values", "apart_from"))
        if member.tag not in NOMINAL or is_converb(member) or closes or is_conditional(member):
            return 0
        near = self.words[self.first]
        alike = near.tag == "to-do"  # "оқыту және тәрбиелеу процесін"
        alike = alike or (is_verbal(near) and case_of(near) == "genitive")  # "оқыту мен тәрбиелеудің сапасын"
        alike = alike or (is_owned(member) and is_owned(self.words[self.head]))  # "жұмыс істеуін, қабілеттерін"
        alike = alike or (self.below and case_of(self.words[k - 2]) != "accusative")
        alike = alike or _WORDING.pattern("being_done").search(member.norm) is not None
        alike = alike or any(one.norm in _WORDING.words("fields") for one in self.words[self.first : self.first + 5])
        alike = alike or f"{self.words[k - 2].norm}-{member.norm}" in _WORDING.words("doing_in_names")
        if self.thing and member.tag == "to-do" and is_verbal(member) and not alike:
            return 0  # "үлгіні қарау және жоспарды бекіту": what is done before is no thing beside it
        case = case_of(member)
        listed = opens_kinds(self.words, self.first)
        listed = listed or case == "" or (case in self.cases and (case != "genitive" or self.owned or self.governs))
        return 2 if listed else 0
