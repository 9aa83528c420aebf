"""Who is bound by what is said of him alone: the subject of "обязан" and "вправе", whatever his noun is."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.cases import ADJECTIVES, NOUNS, PARTICIPLES, is_in
from extract.finders.duties.russian.governed import agrees, behind_governed, is_adverb
from extract.finders.duties.russian.kinds import is_preposition
from extract.finders.duties.russian.parties.names.persons import is_attribute_of, is_noun_of_person, names_those
from extract.finders.duties.russian.parties.names.reach import extent_of
from extract.finders.duties.russian.parties.positions.freedom import belongs_to_another, clause_around, in_same_brackets
from extract.finders.duties.russian.times import opens_time
from extract.language.russian import is_intransitive, is_transitive, may_be_subject
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_OF_PERSONS = frozenset({"entitled", "must", "may", "exempt"})
_PASSIVE = frozenset({"participle", "given", "passive"})


def find_by_predicate(words: Sequence[Word], first: int, last: int) -> Party | None:
    """The subject of what is said of persons and bodies alone: "Интернат обязан ...", "Поверенный (агент) имеет право".

    A noun that no list has must agree with "обязан" or stand before "вправе"; an attribute without a noun, which names
    somebody by itself, must open the clause, and nothing be done to him.
    """
    has_right = words[first].tag == "have" and any(word.tag == "right" for word in words[first : last + 1])
    turned = words[last].tag == "have" and words[first].tag == "right" and last + 1 < len(words)
    predicate = first if has_right else next((n for n in range(first, last + 1) if words[n].tag in _OF_PERSONS), None)
    if turned or predicate is None:
        return _owner_of_right(words, last) if turned else _those_doing(words, first)
    begin, _ = clause_around(words, first, last)
    while begin < first and (words[begin].tag in ("start", "comma") or is_adverb(words[begin])):
        begin += 1
    bound = words[predicate].tag in ("entitled", "have") or words[predicate].norm.startswith("обязан")
    bound = bound or _may_leave(words, predicate)
    by_itself = begin < first and is_in(words[begin], ADJECTIVES, "nomn") and not is_in(words[begin], NOUNS)
    own = in_same_brackets(words, range(begin + 1, first), first)  # "Поверенный (агент) имеет право"
    if by_itself and not any(_is_own_noun(words, n) for n in own):
        return _named_by_attribute(words, begin, first, last)
    exempt = words[predicate].tag == "exempt"
    if not bound and not exempt:
        return None
    if exempt and (behind := _behind(words, predicate)):
        return behind
    for n in in_same_brackets(words, range(begin, first), first):
        free = _is_noun(words[n]) and not belongs_to_another(words, n, "nomn") and not is_attribute_of(words, n)
        told = words[predicate].tag == "entitled" or may_be_subject(words[n].norm, words[predicate].norm)
        if free and told and not words[n].subordinate and words[n].norm not in _WORDING.words("of_time"):
            return extent_of(words, n, "nomn", begin, first)
    return None


def _those_doing(words: Sequence[Word], verb: int) -> Party | None:
    """Those whom a participle names that opens the clause of what they do: "Желающие вступить в совет | подают".

    With what it asks for and no noun that it could be of: "Участвующие в смотре | сады получают". Not when they do it
    ("| в срок до мая"), nor things that somebody does something to: "Пришедшие в негодность | списывают".
    """
    begin, _ = clause_around(words, verb, verb)
    begin += words[begin].tag == "start"
    opens = begin + (begin + 1 < verb and words[begin].tag == "not")
    several = words[verb].tag == "present" and _WORDING.pattern("plural_predicate").search(words[verb].norm)
    if not several or opens + 1 >= verb or not names_those(words[opens]):
        return None
    clause = _told_in_commas(words, opens, verb)
    end = clause or next((n for n in range(opens + 1, verb) if _opens_term(words, n)), verb)
    end -= words[end - 1].tag == "comma"  # a comma that parts those who act from their verb
    if not clause and any(word.tag in _BREAKS or agrees(words[opens], word, "nomn") for word in words[opens + 1 : end]):
        return None
    if end < opens + 2 or any(word.tag in _BREAKS for word in words[end + 1 : verb]) or _is_done_to_them(words, verb):
        return None
    return Party(begin, end - 1, opens)


def _told_in_commas(words: Sequence[Word], opens: int, verb: int) -> int:
    """Where the clause in commas ends that tells more of them: "Поступающие, имеющие льготы, | предъявляют"; else 0."""
    n = opens + 2 + (opens + 2 < verb and words[opens + 2].tag == "not")
    if words[opens + 1].tag != "comma" or n >= verb or not is_in(words[n], PARTICIPLES, "nomn"):
        return 0
    closed = next((k for k in range(n + 1, verb) if words[k].tag in _BREAKS), 0)
    return closed + 1 if closed and words[closed].tag == "comma" else 0


def _opens_term(words: Sequence[Word], n: int) -> bool:
    """Whether words begin here that tell when something is done: "в срок до 1 марта", "до мая"."""
    in_term = words[n].norm in _WORDING.words("sent_to") and words[n + 1].norm in _WORDING.words("in_term")
    return in_term or (words[n].tag == "word" and opens_time(words, n) and words[n].norm not in _OF_DEED)


_OF_DEED = frozenset({"не", "для", "через"})


def _is_done_to_them(words: Sequence[Word], verb: int) -> bool:
    """Whether a verb asks for a thing and none stands in its clause: what opens it is done to, by nobody named."""
    _, end = clause_around(words, verb, verb)
    return is_transitive(words[verb].norm) and not any(_is_thing(words, n) for n in range(verb + 1, end))


def _is_thing(words: Sequence[Word], n: int) -> bool:
    """Whether what something is done to stands here, behind no preposition: "представляют в совет | заявку"."""
    named = any(is_in(words[n], NOUNS, case) for case in ("accs", "gent")) and not is_preposition(words[n])
    if words[n].norm in _WORDING.words("pronouns_done_to"):
        return True
    if words[n].tag != "number" and not named:
        return False
    k = n - 1
    while is_in(words[k], ADJECTIVES) and words[k].tag == "word":
        k -= 1
    genitive = not is_in(words[n], NOUNS, "accs") and is_in(words[k], NOUNS)
    return not is_preposition(words[k]) and not genitive


_BREAKS = frozenset({"comma", "colon", "semicolon", "stop", "dash", "relative", "present", "future", "passive"})


def _owner_of_right(words: Sequence[Word], have: int) -> Party | None:
    """Who stands right behind what says that he has a right: "Право первого выбора имеют | ветераны"."""
    owner = _behind(words, have)
    return owner if owner is not None and is_noun_of_person(words[owner.head].norm) else None


def _may_leave(words: Sequence[Word], may: int) -> bool:
    """Whether somebody may leave something undone: "могут не | представлять сводку", not "могут не открыться"."""
    verb = words[may + 2] if may + 2 < len(words) else words[may]
    denied = words[may].tag == "may" and words[may + 1 : may + 2] and words[may + 1].tag == "not"
    acts = verb.tag == "infinitive" and not verb.norm.endswith(("ся", "сь")) and not is_intransitive(verb.norm)
    return bool(denied) and acts and verb.norm not in _WORDING.words("be")


def _named_by_attribute(words: Sequence[Word], begin: int, first: int, last: int) -> Party | None:
    """Whom an attribute names that opens a clause before his predicate: "Несогласный с оценкой"."""
    behind = words[last + 1 : last + 3]
    if any(word.tag in _PASSIVE or word.norm in _WORDING.words("be") for word in (words[last], *behind)):
        return None
    reflexive = words[last].norm.endswith(("ться", "тись")) and not is_in(words[begin], PARTICIPLES, "nomn")
    k = begin + 1
    if k < first and is_preposition(words[k]) and not opens_time(words, k):
        k = behind_governed(words, k + 1, first - 1)
    else:
        while (
            k < first
            and words[k].tag == "word"
            and (is_in(words[k], ADJECTIVES | NOUNS, "gent") and not is_adverb(words[k]))
        ):
            k += 1
    if k < first and words[k].tag == "open":
        k = next((n + 1 for n in range(k, first) if words[n].tag == "close"), k)
    return None if reflexive else Party(begin, k - 1, begin)


def _behind(words: Sequence[Word], predicate: int) -> Party | None:
    """Who stands right behind what frees him, attributes before him: "От платы освобождаются | малые сады"."""
    n = predicate + 1
    while (
        n + 1 < len(words) and is_in(words[n], ADJECTIVES, "nomn") and is_in(words[n + 1], NOUNS | ADJECTIVES, "nomn")
    ):
        n += 1
    named = n < len(words) and _is_noun(words[n]) and may_be_subject(words[n].norm, words[predicate].norm)
    return extent_of(words, n, "nomn", predicate + 1, len(words)) if named else None


def _is_own_noun(words: Sequence[Word], n: int) -> bool:
    """Whether a word may be the noun of an attribute before it: no preposition's, nor a name behind its noun.

    "Поступающие в школы ЦУД Республики Казахстан | могут ...".
    """
    names = words[n].text[:1].isupper() and (is_in(words[n - 1], NOUNS) or words[n - 1].text.isupper())
    return _is_noun(words[n]) and not is_preposition(words[n - 1]) and not names


def _is_noun(word: Word) -> bool:
    """Whether a word may be a noun in the nominative; letters that stand for prepositions are none."""
    return is_in(word, NOUNS, "nomn") and not is_preposition(word)
