"""Whether a Russian sentence goes on with whom the one before it binds, and says not whom: "Ведут учет роз."."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.tags import FINITE
from extract.finders.duties.grammar.words import Word, read_words
from extract.finders.duties.russian.cases import ADJECTIVES, NOUNS, PREPOSITIONS, is_case, is_in
from extract.finders.duties.russian.governed import is_adverb
from extract.finders.duties.russian.kinds import is_doing, names_somebody
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.russian.parties.names.persons import is_noun_of_person
from extract.finders.duties.russian.times import is_time
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing

_PLURAL = phrasing("ru").pattern("plural_predicate")
_DRAWS_UP = phrasing("ru").words("draws_up")
_OPENS = 4
"""Words that may stand before the verb of such a sentence: what it is done to, adverbs."""
_OPENS_BIDDING = 8
"""Words of a sentence among which its infinitive stands."""
_LOOKED_AT = 150
"""Letters of a sentence in which its opening, its verb and what stands behind it are found."""
_BEHIND = 5
"""Words behind the verb in which its subject would stand."""


def goes_on_unsaid(before: str, text: str) -> bool:
    """Whether a sentence without a subject opens with an active verb of the number of the one before.

    What it is done to may stand first, in a form of no subject ("Учеников | представляют мастерам"), or phrases with
    prepositions do: "После получения сведений | проводит сверку".
    """
    own = read_words(text[:_LOOKED_AT], "ru")
    verb = next((n for n, word in enumerate(own) if word.tag == "present" or word.norm in _DRAWS_UP), 0)
    if binds_again(before, text):
        return True
    circumstances = _are_circumstances(own, verb)
    if not 0 < verb <= (_OPENS_FAR if circumstances else _OPENS) or own[verb].subordinate:
        return False
    said = next((word for word in read_words(before, "ru") if word.tag == "present" and not word.subordinate), None)
    if said is None or bool(_PLURAL.search(said.norm)) != bool(_PLURAL.search(own[verb].norm)):
        return False
    opening = own[1:verb]
    led = all(is_adverb(word) or (is_case(word, "accs") and not is_case(word, "nomn")) for word in opening)
    return (led or circumstances) and not any(_may_be_subject(word) for word in own[verb + 1 : verb + _BEHIND])


def binds_again(before: str, text: str) -> bool:
    """Whether a sentence without a subject opens with what he must or may besides whom the one before it binds."""
    own = read_words(text[:_LOOKED_AT], "ru")
    bound = _bound_again(own)
    return bound > 0 and _binds_alike(read_words(before, "ru"), own[bound])


def _bound_again(own: Sequence[Word]) -> int:
    """The place of the predicate of a sentence that opens with what one must or may: "Также | обязан"."""
    n = 1
    while n < len(own) and (own[n].tag in ("not", "comma") or own[n].norm in phrasing("ru").words("adds_a_duty")):
        n += 1
    bound = n < len(own) and own[n].tag in ("must", "entitled")
    behind = own[n + 1 : n + _BEHIND] if bound else []
    alone = any(word.tag == "infinitive" for word in behind) and not any(map(_may_be_subject, behind))
    return n if alone else 0


def _binds_alike(before: Sequence[Word], verb: Word) -> bool:
    """Whether the predicate of the sentence before is of the number of a verb that binds, and of its gender."""
    said = next((word for word in before if word.tag in _BINDS and not word.subordinate), None)
    if said is None:
        return False
    plural = [bool(_PLURAL.search(word.norm)) for word in (said, verb) if word.tag != "entitled"]
    feminine = [word.norm.endswith("а") for word in (said, verb) if word.tag == "must"]
    return len(set(plural)) < 2 and len(set(feminine)) < 2


_BINDS = frozenset({"must", "entitled", "present", "have"})


def _are_circumstances(words: Sequence[Word], verb: int) -> bool:
    """Whether phrases with prepositions and adverbs alone stand before a verb: none may be its subject."""
    opens = verb > 1 and is_in(words[1], PREPOSITIONS)
    return opens and all(words[n].tag in _OPENS_PHRASE and not _may_be_named(words, n) for n in range(1, verb))


def bids_by_infinitive(text: str) -> bool:
    """Whether an infinitive stands at the opening of a sentence: "Вести учет.", "При утрате вести поиск."."""
    words = read_words(text[:_LOOKED_AT], "ru")[1:_OPENS_BIDDING]
    return any(word.tag == "infinitive" and not word.subordinate for word in words)


def opens_with_verb(text: str) -> bool:
    """Whether a sentence opens with what somebody does who is not said: "Ведет учет роз.", not "Ведет учет мастер."."""
    words = read_words(text[:_LOOKED_AT], "ru")
    opens = len(words) > 1 and words[1].tag == "present" and not words[1].subordinate
    return opens and not any(_may_be_subject(word) for word in words[2 : 1 + _BEHIND])


def has_no_subject(text: str) -> bool:
    """Whether a sentence or a lead-in says what somebody does or must do, and not who: "При порче составляет акт:".

    Before the verb stand phrases with prepositions and adverbs alone; the verb is of one.
    """
    words = read_words(text[:_LOOKED_AT], "ru")
    verb = next((n for n, word in enumerate(words) if word.tag in _DOES_OR_MUST and not word.subordinate), 0)
    if (
        not 0 < verb <= _OPENS_FAR
        or words[verb].norm in _UNSAID
        or _PLURAL.search(words[verb].norm.replace("вправе", ""))
    ):
        return False
    if any(words[n].tag not in _OPENS_PHRASE or _may_be_named(words, n) for n in range(1, verb)):
        return False
    behind = words[verb + 1 : verb + _BEHIND]
    closes = next((n for n, word in enumerate(behind) if word.tag in _CLOSES), len(behind))
    return not any(_may_be_subject(word) for word in behind[:closes])


_DOES_OR_MUST = frozenset({"present", "must", "entitled", "have", "may", "effect", "stative", "planned"})
_UNSAID = frozenset({"можно", "является", "имеется"}) | phrasing("ru").words("subject_to")
_OPENS_FAR = 14
"""Words before the verb of a sentence without a subject."""
_OPENS_PHRASE = frozenset({"word", "title", "number", "not", "comma", "open", "close", "mark"})
_CLOSES = frozenset({"comma", "colon", "semicolon", "stop", "open"})


def _may_be_named(words: Sequence[Word], n: int) -> bool:
    """Whether a noun or pronoun before the verb may be its subject: no preposition leads to it."""
    if not is_in(words[n], _NAMES, "nomn") or is_in(words[n], PREPOSITIONS):
        return words[n].tag == "title"
    k = n
    while k > 1 and words[k - 1].tag in ("word", "title", "number") and not is_in(words[k - 1], PREPOSITIONS):
        k -= 1
    led = k > 1 and is_in(words[k - 1], PREPOSITIONS)
    return _may_be_subject(words[n]) or (not led and not is_adverb(words[n]))


def names_person(text: str, body: str) -> bool:
    """Whether a sentence opens with somebody other than the body: "Председатель избирается советом."."""
    words = read_words(text[:_LOOKED_AT], "ru")
    head = next((n for n in range(1, min(len(words), _OPENS + 1)) if is_party(words, n, "nomn")), 0)
    return bool(head) and words[head].norm[:_ALIKE] not in body.lower()


def names_other(text: str, body: str) -> bool:
    """Whether a sentence has a subject other than the body, of which a further one may go on: "Форма стоит дорого."."""
    words = read_words(text[:_LOOKED_AT], "ru")
    return has_predicate(text) and not has_no_subject(text) and not _names(words, body)


def has_predicate(text: str) -> bool:
    """Whether something is said in a line, which is no heading then."""
    return any(word.tag in FINITE and not word.subordinate for word in read_words(text[:_LOOKED_AT], "ru"))


def names_doer(owner: str) -> bool:
    """Whether words in the genitive name somebody who can act, as an owner: "заказчика", "садового совета"."""
    words = read_words(owner, "ru")
    owners = {lemma for word in words for lemma, pos, case, _ in readings(word.norm) if (pos, case) == _OWNER}
    return any(is_party(words, n, "gent") for n in range(1, len(words))) or any(map(_is_nobody_else, owners))


def _is_nobody_else(lemma: str) -> bool:
    """Whether a noun names a person and no thing by any reading: "сторож", not "язык"."""
    return is_noun_of_person(lemma) and all(case != "accs" for _, _, case, _ in readings(lemma))


_OWNER = ("NOUN", "gent")


def names_thing(heading: str) -> bool:
    """Whether a heading names a thing and nothing else, which is then told of: "4. Билет", not "Общие положения"."""
    words = [word for word in read_words(heading[:_LOOKED_AT], "ru")[1:] if word.tag not in ("number", "mark", "stop")]
    while len(words) > 1 and is_in(words[0], ADJECTIVES, "nomn") and not is_in(words[0], NOUNS):
        words = words[1:]
    if not words or not all(is_in(word, NOUNS | ADJECTIVES, "gent") for word in words[1:]):
        return False
    thing = words[0]
    single = any((pos, case, number) == ("NOUN", "nomn", "sing") for _, pos, case, number in readings(thing.norm))
    own = is_doing(thing) or names_somebody(thing) or is_time(thing) or is_noun_of_person(thing.norm)
    return single and not own and not phrasing("ru").pattern("heading_of_body").match(thing.norm)


def _names(words: Sequence[Word], body: str) -> bool:
    """Whether a word before the verb is of the body's name."""
    verb = next((n for n, word in enumerate(words) if word.tag in FINITE), len(words))
    own = body.lower()
    return any(len(word.norm) >= _ALIKE and word.norm[:_ALIKE] in own for word in words[1:verb])


_ALIKE = 5
"""Letters by which a noun is told to be the same in another case."""
_NAMES = NOUNS | {"NPRO"}


def _may_be_subject(word: Word) -> bool:
    """Whether a word is a noun in the nominative that is no accusative or genitive."""
    return is_in(word, NOUNS, "nomn") and not is_in(word, NOUNS, "accs") and not is_in(word, NOUNS, "gent")
