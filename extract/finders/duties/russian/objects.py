"""What a Russian duty is done to: the accusative of its verb, or the subject of a passive, with all that it governs."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.asked import is_preposition, names_somebody
from extract.finders.duties.russian.cases import is_case
from extract.finders.duties.russian.governed import (
    AND_OR,
    INFINITIVES,
    agrees,
    cases_of,
    is_adverb,
    is_any_noun,
    is_participle,
)
from extract.finders.duties.russian.phrases import NOMINAL, phrase_before, phrase_from
from extract.language.russian import may_be_said_of, may_be_subject
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_NOTHING = _WORDING.words("helps") | _WORDING.words("becoming")
"""Verbs that are done to nothing: "способствовать росту", "должны стать основой"."""
_NOUN = frozenset({"NOUN"})
_PASSIVES = frozenset({"participle", "passive", "proceed-future", "stative"})
_SAID_OF = frozenset({"forbidden", "allowed", "lays"})
"""Classes of predicates without a verb whose subject is what they are of: "Вынос книг запрещается"."""
_ACTIVES = frozenset({"present", "future", "effect"})


def find_object(words: Sequence[Word], first: int, last: int, end: int) -> tuple[int, int] | None:
    """The first and last place of the object around a decision's words; None where no noun stands as one.

    "необходимо обновить 220 профессиональных стандартов", "будет разработан стандарт", "форум проводится".
    """
    if words[last].tag == "exempt":
        return None
    if words[last].tag == "right" and last + 2 <= end and words[last + 1].norm in _WORDING.words("laid_on"):
        return phrase_from(words, last + 2, end, "accs")  # "имеет право на | отпуск"
    undergoes = words[last].norm in _WORDING.words("subject_to")
    found = (_undergoes if undergoes else _done_to)(words, first, last, end)
    return None if found is None else _whole(words, found, end)


def _whole(words: Sequence[Word], found: tuple[int, int], end: int) -> tuple[int, int]:
    """A phrase with the adverb of its first participle ("постоянно | действующую"), and with what one may do."""
    first, last = found
    named = _WORDING.pattern("so_called").match(f"{words[first - 1].norm} {words[first].norm}")  # "так | называемая"
    acting = is_adverb(words[first - 1]) and _WORDING.pattern("active_participle").search(words[first].norm) is not None
    behind = last + 1 + (last + 1 < end and is_adverb(words[last + 1]))
    chance = words[last].norm in _WORDING.words("chances") and behind <= end and words[behind].tag in INFINITIVES
    return first - bool(named or (acting and is_participle(words[first]))), end if chance else last


def _undergoes(words: Sequence[Word], first: int, last: int, end: int) -> tuple[int, int] | None:
    """What is subject to something, which stands in the dative: "План подлежит замене", "Замене подлежат планы"."""
    for found in (phrase_before(words, first, "nomn"), phrase_from(words, last + 1, end, "nomn")):
        if found is not None and not is_case(words[found[0]], "datv") and agrees_with(words, found, last):
            end = next(n for n in range(found[1], found[0] - 1, -1) if cases_of(words[n]) != {"datv"})
            return found[0], end  # "Планы без печати | рассмотрению не подлежат"
    return None


def _done_to(words: Sequence[Word], first: int, last: int, end: int) -> tuple[int, int] | None:
    """What the content verb of a decision is done to, by its voice."""
    verb = content_verb(words, first, last, end)
    if verb is None:
        before = phrase_before(words, first, "nomn", bare=True) if words[last].tag in _SAID_OF else None
        return before or _named(words, last, end)
    return _taken_up(words, verb, end) or _by_voice(words, first, verb, end)


def _by_voice(words: Sequence[Word], first: int, verb: int, end: int) -> tuple[int, int] | None:
    """What a verb is done to: the accusative of an active one, the subject of a passive one."""
    infinitive = words[verb].tag in _TO_DO
    reflexive = _WORDING.pattern("reflexive_infinitive").search(words[verb].norm) is not None
    entitled = infinitive and any(word.tag in ("have", "may", "entitled") for word in words[1:verb])
    nothing = _acts_by_itself(words[verb]) or words[verb].norm in _NOTHING
    nothing = nothing or _WORDING.pattern("without_object").match(words[verb].norm) is not None
    if _done_to_genitive(words, verb):
        return phrase_from(words, verb + 1, end, "gent")
    if nothing or (reflexive and entitled):
        return None if nothing else _subject(words, first, verb, end)
    if infinitive and not reflexive:
        around = (phrase_from(words, verb + 1, end, "accs"), phrase_before(words, verb, "accs"))
        governs = verb + 2 <= end and is_preposition(words[verb + 1])  # "программы привести в соответствие"
        governs = governs and words[verb + 2].norm not in _WORDING.words("oneself")
        return around[0] if entitled else next(filter(None, reversed(around) if governs else around), None)
    active = words[verb].tag in _ACTIVES or words[verb].norm in _WORDING.words("draws_up")
    active = active and words[verb].norm not in _WORDING.words("falls_to")
    if active or words[verb].norm in _WORDING.words("undergoes"):
        return phrase_from(words, verb + 1, end, "accs") or _accusative_before(words, verb)
    return _subject(words, first, verb, end)


def right_to(words: Sequence[Word]) -> tuple[int, int] | None:
    """What an item names that somebody has a right to: "имеют право: | на получение саженцев"."""
    if len(words) < _NEAR + 1 or words[1].norm not in _WORDING.words("laid_on"):
        return None
    return phrase_from(words, 2, len(words) - 1, "accs")


def _done_to_genitive(words: Sequence[Word], verb: int) -> bool:
    """Whether a verb is done to a genitive: "избегать сравнения", "не допускать сбора денег"."""
    if words[verb].tag not in _ACTIVES | INFINITIVES:
        return False
    denied = words[verb - 1].tag == "not" and words[verb].norm in _WORDING.words("allows")
    return denied or _WORDING.pattern("done_to_genitive").match(words[verb].norm) is not None


def _taken_up(words: Sequence[Word], verb: int, end: int) -> tuple[int, int] | None:
    """The pronoun right behind an active verb that is what it is done to: "направляет его в школу", not "их план"."""
    n = verb + 1
    if (
        words[verb].tag not in _ACTIVES | INFINITIVES
        or n > end
        or words[n].norm not in _WORDING.words("pronouns_done_to")
    ):
        return None
    behind = words[n + 1] if n + 1 <= end else words[n]
    if _WORDING.pattern("moves").match(words[verb].norm) and names_somebody(behind) and is_case(behind, "datv"):
        return n, n  # "представляет | их | администрации сада"
    owned = n + 1 <= end and behind.tag == "word" and not is_preposition(behind) and is_case(behind, "accs", NOMINAL)
    return None if owned else (n, n)


def _named(words: Sequence[Word], last: int, end: int) -> tuple[int, int] | None:
    """What a predicate without a verb names: the nearest noun behind it, and the longest list that it opens."""
    if words[last].norm in _WORDING.words("wishes") and is_preposition(words[min(last + 1, end)]):
        return None
    found = [phrase for case in ("nomn", "accs") if (phrase := phrase_from(words, last + 1, end, case))]
    return min(found, key=lambda one: (one[0], -one[1]), default=None) or phrase_from(words, 1, end, "nomn")


def _subject(words: Sequence[Word], first: int, verb: int, end: int) -> tuple[int, int] | None:
    """What something is done to in a passive: its subject, before it or, where that agrees better, behind."""
    opens = verb if words[first].tag == "word" else first  # "договор заключается" is one decision
    before, behind = phrase_before(words, opens, "nomn"), phrase_from(words, verb + 1, end, "nomn")
    if before and behind and not agrees_with(words, before, verb) and agrees_with(words, behind, verb):
        return behind  # "Для сел среднего и высшего образования предусмотрены нормы"
    return before or behind


def antecedent(words: Sequence[Word], predicate: int) -> tuple[int, int] | None:
    """What a relative clause tells of, before its comma: "сад ведет журнал, который подписывается директором"."""
    if not words[predicate].subordinate:
        return None
    opens = next((n for n in range(predicate, 1, -1) if words[n].tag == "relative"), 0)
    comma = next((n for n in range(opens, 1, -1) if words[n].tag == "comma"), 0)
    if comma + 1 < opens or is_preposition(words[opens - 1]):
        return None  # "день роз, сбором которых занимается школа"
    verb = next((n for n in range(comma, 0, -1) if words[n].tag in _PASSIVES | _ACTIVES | INFINITIVES), 0)
    found = [phrase_from(words, verb + 1, comma - 1, case) for case in ("accs", "nomn")] if comma else []
    return next(filter(None, found), None) or (_named_before(words, comma, words[opens]) if comma else None)


def _named_before(words: Sequence[Word], comma: int, relative: Word) -> tuple[int, int] | None:
    """The noun before a comma that a relative word agrees with, and what it owns: "на основе | плана сада, который"."""
    n, found = comma - 1, None
    while n > 0 and is_case(words[n], "gent") and not is_preposition(words[n]):
        if is_case(words[n], "gent", _NOUN) and may_be_said_of(words[n].norm, relative.norm):
            found = n
        n -= 1
    if n > 0 and is_any_noun(words[n]) and may_be_said_of(words[n].norm, relative.norm):
        found = n
    while found is not None and agrees(words[found - 1], words[found]):
        found -= 1
    return None if found is None else (found, comma - 1)


def must_be_done(words: Sequence[Word], must: int) -> bool:
    """Whether what must be is done to a subject: "должны проводиться", "должен быть открыт"; not "должны жить"."""
    verb = next((word for word in words[must + 1 : must + 4] if word.tag in INFINITIVES), None)
    reflexive = verb is not None and _WORDING.pattern("reflexive_infinitive").search(verb.norm) is not None
    return words[must].tag == "must" and verb is not None and (reflexive or verb.norm in _WORDING.words("be"))


def shared_subject(words: Sequence[Word], verb: int) -> tuple[int, int] | None:
    """The subject that a passive shares with the one before it: "План составляется садом и утверждается акимом"."""
    first = next((n for n in range(1, verb) if words[n].tag in _PASSIVES | {"must"}), None)
    return None if first is None else phrase_before(words, first, "nomn")


def object_behind(words: Sequence[Word], verb: int) -> bool:
    """Whether the subject of a passive stands right behind it: "и | выдается справка"."""
    found = phrase_from(words, verb + 1, min(verb + _NEAR + 2, len(words) - 1), "nomn")
    return found is not None and agrees_with(words, found, verb)


def agrees_with(words: Sequence[Word], phrase: tuple[int, int], verb: int) -> bool:
    """Whether a phrase's noun may be the subject of a passive by number and gender; a list agrees with any."""
    first, last = phrase
    if any(words[n].norm in AND_OR or words[n].tag in ("comma", "number", "title") for n in range(first, last + 1)):
        return True
    noun = next((n for n in range(first, last + 1) if is_case(words[n], "nomn", _NOUN)), None)
    return noun is not None and may_be_subject(words[noun].norm, words[verb].norm)


def _acts_by_itself(verb: Word) -> bool:
    """Whether a reflexive verb is of somebody who acts, to nothing: "руководствоваться", "расписываются"."""
    reflexive = _WORDING.pattern("reflexive").search(verb.norm) or _WORDING.pattern("reflexive_infinitive").search(
        verb.norm
    )
    return reflexive is not None and _WORDING.pattern("acting").match(verb.norm) is not None


def object_before(words: Sequence[Word], verb: int) -> tuple[int, int] | None:
    """What opens the clause of an active verb whose doer stands behind it: "Инструктаж проводит директор"."""
    return phrase_before(words, verb, "accs") if words[verb].tag in _ACTIVES | {"entitled"} else None


def _accusative_before(words: Sequence[Word], verb: int) -> tuple[int, int] | None:
    """What an active verb is done to, before it and by its form no subject: "Защиту объекта организует ..."."""
    found = phrase_before(words, verb, "accs")
    if found is None:
        return None
    opening = words[found[0]]
    return None if is_case(opening, "nomn", NOMINAL) or opening.tag != "word" else found


def content_verb(words: Sequence[Word], first: int, last: int, end: int) -> int | None:
    """The verb that says what is done: the infinitive behind a modal word, else the predicate itself."""
    begin = last if words[last].tag in ("right", "possibility") else first  # "предоставляется право | закрывать"
    reach = range(max(begin, 1), min(end, last + 25) + 1)
    for n in reach:
        forbids = words[n].norm in _WORDING.words("forbids") and any(w.tag in _TO_DO for w in words[n + 1 : n + 3])
        if words[n].tag in _TO_DO and words[n].norm not in _WORDING.words("be") and not forbids:
            return n
        reflexive = words[n].tag == "given" and _WORDING.pattern("reflexive_infinitive").search(words[n].norm)
        given = words[n].tag == "given" and n > 1 and words[n - 1].norm in _WORDING.words("be")
        if reflexive or given or words[n].tag in _PASSIVES | _ACTIVES:
            return n  # "будут предоставляться возможности освоить сад"
        if n > last and words[n].tag in ("semicolon", "colon", "comma"):
            break
    if words[last].tag == "planned":
        return None
    return next((n for n in range(1, min(end, len(words) - 1) + 1) if words[n].tag in INFINITIVES), None)


def further_verbs(words: Sequence[Word], first: int, last: int, end: int) -> list[int]:
    """The verbs behind a decision's own that share its modal word, each with a thing of its own behind it.

    "необходимо обновить планы и | провести учет", "будут созданы сады, | проведен учет"; none in "открыть и оснастить".
    """
    verb = content_verb(words, first, last, end - 1)
    if verb is None or verb < first or words[verb].tag not in _SHARED:
        return []
    found: list[int] = []
    brackets = 0
    for n in range(verb + 2, end - 1):
        before = found[-1] if found else verb
        brackets += (words[n].tag == "open") - (words[n - 1].tag == "close" and brackets > 0)
        if brackets:
            continue  # "при поливе (подкормке) роз и | сверять списки"
        if words[n].tag in _ENDS_ROW or words[n].subordinate:
            break
        joined = words[n - 1].tag == "comma" or words[n - 1].norm in AND_OR or words[n - 1].norm in _ALSO
        joined = joined or _behind_time(words, n) or _behind_dash(words, n) or _behind_partners(words, n)
        between = (word for word in words[before + 1 : n] if word.norm not in AND_OR and word.tag in ("word", "title"))
        apart = any(is_any_noun(word) for word in between)
        alike = words[n].tag == words[verb].tag or {words[n].tag, words[verb].tag} <= _TO_DO
        if words[n - 1].tag == "not":
            joined = words[n - 2].tag == "comma" or words[n - 2].norm in AND_OR  # "знать сад и не | рвать роз"
        if alike and ((joined and apart and _has_own(words, n, end)) or _has_subject(words, n)):
            found.append(n)
        elif words[n].tag in INFINITIVES and not joined and all(word.tag != "comma" for word in words[verb:n]):
            break  # of a noun: "возможность открыть зал или создать клуб"
    return found


def has_complement(words: Sequence[Word], verb: int) -> bool:
    """Whether words of its own stand right behind a verb: a noun, a pronoun or a phrase, behind its adverb."""
    n = verb + 1 + (verb + 1 < len(words) and is_adverb(words[verb + 1]))
    if n + 1 < len(words) and words[n].norm in AND_OR:  # "изучает и распространяет | опыт"
        return words[n + 1].tag == words[verb].tag and has_complement(words, n + 1)
    if n >= len(words) or words[n].norm in AND_OR:
        return False
    return words[n].tag in ("word", "title", "number") and not is_adverb(words[n])


def _behind_time(words: Sequence[Word], n: int) -> bool:
    """Whether only a phrase of time or place parts a verb from the "и" before it: "и в срок до 1 мая | посадить".

    Behind a comma adverbs do: ", бережно | поливать".
    """
    if all(is_adverb(word) for word in words[n - 1 : n]) and words[n - 2].tag == "comma":
        return True
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
    acts = _acts_by_itself(words[verb]) or _WORDING.pattern("without_object").match(words[verb].norm) is not None
    done = words[verb].tag == "participle" or (reflexive and not acts)
    case = "nomn" if done else "accs"
    if case == "accs" and has_complement(words, verb):
        return True
    own = phrase_from(words, verb + 1, min(verb + 4, end - 1), case)
    if own is None or own[0] > verb + _NEAR:
        return False
    return case == "accs" or agrees_with(words, own, verb)


_TO_DO = INFINITIVES | {"mind"}
"""Classes of infinitives: "знать" and its like are told apart for what they open."""
_SHARED = frozenset({"infinitive", "effect-infinitive", "mind", "participle"})
_ENDS_ROW = frozenset({"semicolon", "colon", "stop", "relative"})
_ALSO = _WORDING.words("also")
_NEAR = 2
"""Words from a verb to what it is done to."""
