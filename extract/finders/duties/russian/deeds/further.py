"""Further verbs of a Russian sentence that share the modal word of the one before, each with a thing of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import is_case
from extract.finders.duties.russian.complements.before import phrase_before
from extract.finders.duties.russian.complements.phrases import phrase_from
from extract.finders.duties.russian.complements.subjects import agrees_with
from extract.finders.duties.russian.complements.verbs import ACTIVES, NEAR, TO_DO, acts_by_itself, content_verb
from extract.finders.duties.russian.deeds.reporting import reports_back
from extract.finders.duties.russian.governed import (
    AND_OR,
    FINITE_VERBS,
    INFINITIVES,
    is_adverb,
    is_any_noun,
    is_attribute,
)
from extract.finders.duties.russian.kinds import is_doing, is_preposition, names_somebody
from extract.language.russian import is_intransitive, readings
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")


def further_verbs(words: Sequence[Word], first: int, last: int, end: int) -> list[int]:
    """The verbs behind a decision's own that share its modal word, each with a thing of its own behind it.

    "необходимо обновить планы и | провести учет", "будут созданы сады, | проведен учет"; none in "открыть и оснастить".
    """
    verb = content_verb(words, first, last, end - 1)
    if verb is not None and words[verb].tag in TO_DO:
        verb = _first_of_item(words, verb, end)
    if verb is None or verb < first or words[verb].tag not in _SHARED:
        return []
    below = words[verb].subordinate
    end = _end_of_row(words, first, verb, end)
    found: list[int] = []
    brackets = 0
    ended = False
    for n in range(verb + 1, end - 1):
        if n in found or (n == verb + 1 and words[n].tag != "semicolon"):
            continue
        before = found[-1] if found else verb
        brackets += (words[n].tag == "open") - (words[n - 1].tag == "close" and brackets > 0)
        if brackets:
            continue  # "при поливе (подкормке) роз и | сверять списки"
        if words[n].tag == "semicolon" and words[verb].tag in TO_DO and not words[verb].subordinate:
            found.extend(_bidding_behind_semicolon(words, n, end))
            ended = False
            continue
        listed = words[n].tag == "colon" and words[verb].tag == "participle"  # "отражены: полив, | указаны"
        if ended or (words[n].tag in _ENDS_ROW and not listed) or (words[n].subordinate and not below):
            ended = True
            continue
        alike = words[n].tag == words[verb].tag or {words[n].tag, words[verb].tag} <= TO_DO
        if not alike and words[n].tag not in INFINITIVES:
            continue
        joined = words[n - 1].tag == "comma" or words[n - 1].norm in AND_OR or words[n - 1].norm in _ALSO
        joined = (joined or _joined_over(words, n, before)) and not _is_fit(words[n - 1])
        if words[n - 1].tag == "not":
            joined = words[n - 2].tag == "comma" or words[n - 2].norm in AND_OR  # "знать сад и не | рвать роз"
        if alike and words[n].tag in INFINITIVES and (is_contrasted(words, n) or _is_bidden_beside(words, n, before)):
            found.append(n)
            continue
        own = _stands_apart(words, before, n) and _has_own_here(words, n, before, end)
        own = alike and joined and (own or reports_back(words, n))
        if alike and (own or _has_subject(words, n)):
            found.append(n)
        elif words[n].tag in INFINITIVES and not joined and all(word.tag != "comma" for word in words[verb:n]):
            ended = True  # of a noun: "возможность открыть зал или создать клуб"
    return found


def is_contrasted(words: Sequence[Word], n: int) -> bool:
    """Whether a further verb stands against the one before: "мусор вывезти, а не | сжигать", "не читать, а | учить"."""
    joint = n - 1 - (words[n - 1].tag == "not")
    return words[joint].norm == "а" and words[joint - 1].tag == "comma"


def _is_bidden_beside(words: Sequence[Word], n: int, before: int) -> bool:
    """Whether a further verb is of what is bidden meanwhile: "закрыть сад, при этом розы не | рвать"."""
    comma = next((k for k in range(n - 1, before, -1) if words[k].tag == "comma"), 0)
    opens = f"{words[comma + 1].norm}-{words[comma + 2].norm}" if 0 < comma < n - 2 else ""
    return opens in _WORDING.words("meanwhile")


def moved_before(words: Sequence[Word], n: int) -> tuple[int, int] | None:
    """What a verb of moving shares with the verb before: "готовит | проект и вносит на рассмотрение совета"."""
    if words[n].tag not in ACTIVES | INFINITIVES or _WORDING.pattern("moves").match(words[n].norm) is None:
        return None
    verb = next((k for k in range(n - 1, 0, -1) if words[k].tag in _ENDS_ROW or words[k].tag == words[n].tag), 0)
    joint = next((k for k in range(n - 1, verb, -1) if words[k].norm in AND_OR), 0)
    alike = verb > 0 and words[verb].tag == words[n].tag and words[verb].subordinate == words[n].subordinate
    found = phrase_from(words, verb + 1, joint - 1, "accs") if alike and joint else None
    return None if found is None or any(is_doing(word) for word in words[found[0] : found[0] + 2]) else found


def done_to_before(words: Sequence[Word], n: int) -> tuple[int, int] | None:
    """What the infinitive before one that stands against it is done to: "вывезти | мусор, а не сжигать"."""
    verb = next((k for k in range(n - 1, 0, -1) if words[k].tag in INFINITIVES), 0)
    return (phrase_from(words, verb + 1, n - 1, "accs") or phrase_before(words, verb, "accs")) if verb else None


def _end_of_row(words: Sequence[Word], first: int, verb: int, end: int) -> int:
    """Where the words of a decision's further verbs end: those of a clause below where its main clause goes on.

    "Совет, который должен вести учет, | проверяет сады"; of a clause below that has a decision of its own, none are.
    """
    if not words[verb].subordinate:
        return end
    if not words[first].subordinate:
        return verb  # "Нужна служба, которая должна вести учет, | хранить карты"
    above = (n for n in range(verb, end) if words[n].tag in FINITE_VERBS and not words[n].subordinate)
    return next(above, end)


def _stands_apart(words: Sequence[Word], before: int, n: int) -> bool:
    """Whether what the verb before is done to stands before a further one, or it is done to nothing."""
    between = (word for word in words[before + 1 : n] if word.norm not in AND_OR and word.tag in ("word", "title"))
    alone = _WORDING.pattern("without_object").match(words[before].norm) or is_intransitive(words[before].norm)
    if alone or any(is_any_noun(word) for word in between):
        return True
    ahead = words[n - 1].tag == "comma" and words[before].tag in INFINITIVES
    return ahead and phrase_before(words, before, "accs") is not None  # "шкаф отодвинуть, | вымыть пол"


def _has_own_here(words: Sequence[Word], n: int, before: int, end: int) -> bool:
    """Whether a further verb has a thing of its own, behind it or before."""
    return _has_own(words, n, end) or (words[n].tag in INFINITIVES and _behind_object(words, n, before))


def _first_of_item(words: Sequence[Word], verb: int, end: int) -> int:
    """The verb that opens what a lead-in's verb is told by: "должны соблюдать требования: | вести учет"; else its own.

    An item opens with its verb, but for adverbs and phrases.
    """
    colon = next((n for n in range(end - 1, verb, -1) if words[n].tag == "colon"), None)
    own = next((n for n in range(colon + 1, end) if words[n].tag in TO_DO), None) if colon is not None else None
    return verb if own is None else own


def has_complement(words: Sequence[Word], verb: int) -> bool:
    """Whether words of its own stand right behind a verb: a noun, a pronoun or a phrase, behind its adverb.

    A term is one, too ("проверяется | не реже одного раза в год"), and what is told of before the verb ("и об | этом
    сообщает").
    """
    n = verb + 1 + (verb + 1 < len(words) and is_adverb(words[verb + 1]))
    if _is_told_of(words, verb):
        return True
    if n + 1 < len(words) and words[n].norm in AND_OR:  # "изучает и распространяет | опыт"
        return words[n + 1].tag == words[verb].tag and has_complement(words, n + 1)
    if n >= len(words) or words[n].norm in AND_OR:
        return False
    if words[n].tag == "not" and n + 1 < len(words):
        return words[n + 1].norm in _WORDING.words("bounds_term")
    return words[n].tag in ("word", "title", "number") and not is_adverb(words[n])


def _is_told_of(words: Sequence[Word], verb: int) -> bool:
    """Whether what a verb tells of stands between it and the joint before it: ", | о результатах докладывает"."""
    joint = next((k for k in range(verb - 1, max(verb - _TIME, 0), -1) if _joins(words[k])), 0)
    about = joint and verb - joint > 2 and words[joint + 1].norm in _WORDING.words("about")
    return bool(about) and _WORDING.pattern("tells").match(words[verb].norm) is not None


def _joined_over(words: Sequence[Word], n: int, before: int) -> bool:
    """Whether only times, partners, manner or what it is done to part a verb from its joint behind the one before."""
    if _behind_dash(words, n) or _behind_partners(words, n) or _is_told_of(words, n):
        return True
    if _behind_time(words, n) and not _takes_infinitive(words[n - 1]):
        return True
    return words[n].tag in INFINITIVES and (
        _behind_manner(words, n) or _behind_object(words, n, before) or _behind_condition(words, n)
    )


def _behind_condition(words: Sequence[Word], n: int) -> bool:
    """Whether only when it is done parts a verb from its comma: ", при нехватке воды | внести", ", а в случае ..."."""
    comma = next((k for k in range(n - 1, max(n - _TIME, 0), -1) if words[k].tag == "comma"), n - 1)
    k = comma + 1 + (words[comma + 1].norm in _WORDING.words("contrasts") or words[comma + 1].norm in AND_OR)
    if k + 1 >= n or any(word.tag not in ("word", "number") for word in words[k:n]):
        return False
    return words[k].norm in _WORDING.words("while") or words[k + 1].norm in _WORDING.words("of_case")


def _joins(word: Word) -> bool:
    return word.tag == "comma" or word.norm in AND_OR


def _behind_time(words: Sequence[Word], n: int) -> bool:
    """Whether only a phrase of time or place parts a verb from the "и" before it: "и в срок до 1 мая | посадить".

    Behind a comma adverbs do: ", бережно | поливать".
    """
    if all(is_adverb(word) for word in words[n - 1 : n]) and words[n - 2].tag == "comma":
        return True
    comma = next((k for k in range(n - 1, max(n - _TIME, 0), -1) if words[k].tag == "comma"), 0)
    if comma and words[comma + 1].tag == "not" and words[comma + 2].norm in _WORDING.words("bounds_term"):
        return all(
            word.tag in ("word", "number", "mark") for word in words[comma + 3 : n]
        )  # ", не реже раза в год | ..."
    if comma and comma + 1 < n and words[comma + 1].norm in _WORDING.words("how_often"):
        return all(word.tag in ("word", "number") for word in words[comma + 1 : n])  # ", еженедельно по средам | ..."
    if comma and words[n].tag in INFINITIVES and words[comma + 1].norm in _WORDING.words("opens_due_day"):
        days = any(word.tag == "number" for word in words[comma + 1 : n])
        return days and all(
            word.tag in ("word", "number", "mark") for word in words[comma + 1 : n]
        )  # ", до 1 мая | ..."
    joint = next((k for k in range(n - 1, max(n - _TIME, 0), -1) if words[k].norm in AND_OR), None)
    if joint is None or not (is_preposition(words[joint + 1]) or is_adverb(words[joint + 1])):
        return False
    return all(word.tag in ("word", "number", "mark") for word in words[joint:n])


def _has_subject(words: Sequence[Word], n: int) -> bool:
    """Whether the subject of a further participle stands right before it, behind ", а": ", а сады | оснащены"."""
    comma = next((k for k in range(n - 1, max(n - _TIME, 0), -1) if words[k].tag == "comma"), None)
    if words[n].tag != "participle" or comma is None or words[comma + 1].norm not in _WORDING.words("contrasts"):
        return False
    own = phrase_from(words, comma + 2, n - 1, "nomn")
    return own is not None and own == (comma + 2, n - 1) and agrees_with(words, own, n)


def _is_fit(word: Word) -> bool:
    """Whether an adjective has an infinitive of its own: "и морально | готовым | выполнять долг"."""
    found = readings(word.norm) if word.tag == "word" else ()
    return bool(found) and found[0][1] == "ADJF" and word.norm not in _ALSO


def _behind_partners(words: Sequence[Word], n: int) -> bool:
    """Whether only who takes part parts a verb from the comma before it: ", совместно с садами | открыть теплицы"."""
    comma = next((k for k in range(n - 1, max(n - _TIME, 0), -1) if words[k].tag == "comma"), n - 1)
    pair = f"{words[comma + 1].norm}-{words[min(comma + 2, n)].norm}"
    return pair in _WORDING.words("takes_part") and all(word.tag == "word" for word in words[comma + 1 : n])


def _behind_dash(words: Sequence[Word], n: int) -> bool:
    """Whether a dash parts a verb from what opens its clause behind ", а": ", а о пропусках – | сообщать"."""
    if words[n - 1].tag != "dash":
        return False
    comma = next((k for k in range(n - 2, max(n - _SPAN, 0), -1) if words[k].tag == "comma"), None)
    return comma is not None and words[comma + 1].norm in _WORDING.words("contrasts")


_SPAN = 16
"""Words of time that a dash may close: "а в период с 20 июня по 20 августа – | провести"."""


_TIME = 10
"""Words of time that may stand before a further verb."""


def _has_own(words: Sequence[Word], verb: int, end: int) -> bool:
    """Whether what a verb is done to stands right behind it."""
    reflexive = _WORDING.pattern("reflexive_infinitive").search(words[verb].norm) is not None
    acts = acts_by_itself(words[verb]) or _WORDING.pattern("without_object").match(words[verb].norm) is not None
    done = words[verb].tag == "participle" or (reflexive and not acts)
    case = "nomn" if done else "accs"
    if case == "accs" and has_complement(words, verb):
        return True
    if reflexive and words[verb].tag in INFINITIVES and _is_oblique(words[verb + 1 : verb + 2]):
        return True  # "интересоваться успехами"
    if not reflexive and is_intransitive(words[verb].norm) and words[verb + 1].tag in _ENDS_ROW | {"comma"}:
        return True  # "курить, | сорить"
    helps = words[verb].norm in _WORDING.words("helps_infinitive")
    if helps and verb + 1 < end and words[verb + 1].tag in INFINITIVES:
        return True  # "и уметь | пользоваться картой"
    verb += 2 * _is_joined_participle(words, verb, end)
    own = phrase_from(words, verb + 1, min(verb + 4, end - 1), case)
    if own is None or own[0] > verb + NEAR:
        return False
    return case == "accs" or agrees_with(words, own, verb)


def _is_joined_participle(words: Sequence[Word], verb: int, end: int) -> bool:
    """Whether a participle shares its thing with the one behind it: "разработан и | внедрен план"."""
    alike = verb + 2 < end and words[verb].tag == words[verb + 2].tag == "participle"
    return alike and words[verb + 1].norm in AND_OR


def _is_oblique(behind: Sequence[Word]) -> bool:
    """Whether the word behind a verb is a noun or an attribute in no case of a subject or of what is done to."""
    return any(is_case(word, "ablt") and not is_case(word, "nomn") and not is_case(word, "accs") for word in behind)


_SHARED = TO_DO | {"participle"}
_ENDS_ROW = frozenset({"semicolon", "colon", "stop", "relative"})
_ALSO = _WORDING.words("also")
_NOUN = frozenset({"NOUN"})
_REACH = 12
"""Words between a comma and a further infinitive."""
_ALONE = FINITE_VERBS | {"relative", "past", "may", "entitled", "allowed", "forbidden", "colon", "stop", "stative"}


def _bidding_behind_semicolon(words: Sequence[Word], mark: int, end: int) -> Iterator[int]:
    """The infinitive that a point goes on with behind a semicolon: "вести учет; | до мая мастеров направить в сад"."""
    for n in range(mark + 1, end - 1):
        word = words[n]
        if word.tag == "semicolon" or (word.tag in _ALONE and not word.subordinate):
            return
        if word.tag in INFINITIVES and not word.subordinate:
            own = _opens_with_bidden(words, mark + 1, n)
            if n == mark + 1 or not (own or _takes_infinitive(words[n - 1])):
                yield n  # "школам | провести конкурс" bids others
            return


def _opens_with_bidden(words: Sequence[Word], first: int, verb: int) -> bool:
    """Whether somebody in the dative stands before an infinitive, attributes before him: "школам | провести"."""
    n = first
    while n < verb and is_attribute(words[n]) and is_case(words[n], "datv"):
        n += 1
    return n < verb and is_case(words[n], "datv", _NOUN) and names_somebody(words[n])


def _takes_infinitive(word: Word) -> bool:
    """Whether an infinitive behind a noun may be of the noun: "возможность | открыть сад"."""
    return _WORDING.pattern("takes_infinitive").match(word.norm) is not None


def _behind_manner(words: Sequence[Word], n: int) -> bool:
    """Whether only words of manner part an infinitive from the comma before it: ", коренным образом | обновить"."""
    k = n - 1
    while k > 0 and words[k].tag != "comma":
        if words[k].norm in _WORDING.words("nouns_of_manner") and is_attribute(words[k - 1]):
            k -= 2 + is_preposition(words[k - 2])
        elif is_adverb(words[k]):
            k -= 1
        else:
            return False
    return 0 < k < n - 1


def _behind_object(words: Sequence[Word], n: int, before: int) -> bool:
    """Whether what an infinitive is done to parts it from the comma behind the verb before: ", заявки | рассмотреть".

    No comma, and no participle's clause, stands between that verb and this comma.
    """
    comma = next((k for k in range(n - 1, max(n - _REACH, before), -1) if words[k].tag == "comma"), 0)
    if not comma or comma + 1 >= n or any(word.tag == "comma" for word in words[before:comma]):
        return False
    if any(word.tag != "word" or is_preposition(word) or word.norm in AND_OR for word in words[comma + 1 : n]):
        return False
    own = phrase_before(words, n, "accs")
    starts = words[comma + 1]
    opens = is_case(starts, "accs", _NOUN) or (is_attribute(starts) and is_case(starts, "accs"))
    noun = any(is_case(word, "accs", _NOUN) for word in words[comma + 1 : n])
    return own is not None and opens and noun and not _takes_infinitive(words[n - 1])
