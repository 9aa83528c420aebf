"""What a Russian duty is done to: the accusative of its verb, a passive's subject, or what it has in another case."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import NOUNS, is_case
from extract.finders.duties.russian.complements.before import phrase_before
from extract.finders.duties.russian.complements.extents import end_of
from extract.finders.duties.russian.complements.phrases import phrase_from
from extract.finders.duties.russian.complements.subjects import SAID_OF, agrees_with, subject
from extract.finders.duties.russian.complements.verbs import (
    ACTIVES,
    NEAR,
    PASSIVES,
    TO_DO,
    acts_by_itself,
    content_verb,
    puts_into_effect,
)
from extract.finders.duties.russian.complements.wholes import end_of_whole
from extract.finders.duties.russian.governed import (
    AND_OR,
    ATTRIBUTES,
    INFINITIVES,
    behind_governed,
    cases_of,
    is_adverb,
    is_participle,
)
from extract.finders.duties.russian.kinds import is_preposition, names_somebody
from extract.language.russian import is_intransitive, readings
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_NOTHING = _WORDING.words("helps") | _WORDING.words("becoming")
"""Verbs that are done to nothing: "способствовать росту", "должны стать основой"."""
_NOMINAL = frozenset({"NOUN", "ADJF", "PRTF"})


def find_object(words: Sequence[Word], first: int, last: int, end: int) -> tuple[int, int] | None:
    """The first and last place of the object around a decision's words; None where no noun stands as one.

    "необходимо обновить 220 профессиональных стандартов", "будет разработан стандарт", "форум проводится".
    """
    if words[last].tag == "exempt":
        return _freed_of(words, last, end)
    rights = words[last].norm in _WORDING.words("no_rights")  # "рвать розы дети не имеют | права"
    if first < last and words[last - 1].tag == "have" and words[last].tag in ("word", "number") and not rights:
        return phrase_from(words, last, end, "accs")  # "Здания имеют | ограду"
    limits = words[first].norm in _WORDING.words("amounts_to") and any(word.tag == "not" for word in words[first:last])
    if limits or words[first].tag == "short-adjective":  # "Ширина составляет не менее метра", "Решения обязательны"
        return phrase_before(words, first, "nomn")
    if words[last].tag == "right" and last + 2 <= end and words[last + 1].norm in _WORDING.words("laid_on"):
        return phrase_from(words, last + 2, end, "accs")  # "имеет право на | отпуск"
    undergoes = words[last].norm in _WORDING.words("subject_to")
    found = (_undergoes if undergoes else _done_to)(words, first, last, end)
    if found is None:
        return None if undergoes else _in_another_case(words, first, last, end)
    first_word, last_word = _whole(words, found, end)
    return first_word, end_of_whole(words, (first_word, last_word), (first, last), end)


def _freed_of(words: Sequence[Word], last: int, end: int) -> tuple[int, int] | None:
    """What somebody is freed of: "освобождаются от | платы за обучение", "от | осмотра освобождены"."""
    from_what = [n for n in range(1, end) if words[n].norm == "от" and words[n].subordinate == words[last].subordinate]
    behind = next((n for n in from_what if n > last), 0)
    opens = behind or next((n for n in reversed(from_what) if n < last), 0)
    limit = end if behind else last - 1
    return phrase_from(words, opens + 1, limit, "gent") if 0 < opens < limit else None


def _whole(words: Sequence[Word], found: tuple[int, int], end: int) -> tuple[int, int]:
    """A phrase with the adverb of its first participle ("постоянно | действующую"), and with what one may do."""
    first, last = found
    named = _WORDING.pattern("so_called").match(f"{words[first - 1].norm} {words[first].norm}")  # "так | называемая"
    acting = is_adverb(words[first - 1]) and _WORDING.pattern("active_participle").search(words[first].norm) is not None
    behind = last + 1 + (last + 1 < end and is_adverb(words[last + 1]))
    chance = words[last].norm in _WORDING.words("chances") and behind <= end and words[behind].tag in INFINITIVES
    first -= bool(named or (acting and is_participle(words[first])))
    return with_respect(words, first), end if chance else last


def with_respect(words: Sequence[Word], first: int) -> int:
    """Where a phrase begins whose attribute has an adverb of respect: "экономически | обоснованные предложения"."""
    respect = is_adverb(words[first - 1]) and _WORDING.pattern("in_respect").search(words[first - 1].norm)
    return first - bool(respect and words[first].tag == "word" and is_case(words[first], "accs", ATTRIBUTES))


def _undergoes(words: Sequence[Word], first: int, last: int, end: int) -> tuple[int, int] | None:
    """What is subject to something, which stands in the dative: "План подлежит замене", "Замене подлежат планы"."""
    for found in (phrase_before(words, first, "nomn"), phrase_from(words, last + 1, end, "nomn")):
        if found is not None and not is_case(words[found[0]], "datv") and agrees_with(words, found, last):
            if last < end and is_case(words[last + 1], "datv", NOUNS):
                return found  # "Убытки, причиненные садам, | подлежат возмещению"
            end = next(n for n in range(found[1], found[0] - 1, -1) if cases_of(words[n]) != {"datv"})
            return found[0], end  # "Планы без печати | рассмотрению не подлежат"
    return None


def _done_to(words: Sequence[Word], first: int, last: int, end: int) -> tuple[int, int] | None:
    """What the content verb of a decision is done to, by its voice."""
    verb = content_verb(words, first, last, end)
    if verb is None:
        if words[last].tag == "lays" and words[last].norm in _WORDING.words("laying") and last > 1:
            return phrase_from(words, 1, last - 1, "accs") or _named(words, last, end)  # "Контроль и учет возложить"
        if words[first].tag == "not" and words[last].tag == "need" and (found := phrase_before(words, first, "nomn")):
            return found  # "| Справка не требуется при входе"
        before = phrase_before(words, first, "nomn", bare=True) if words[last].tag in SAID_OF else None
        return before or _named(words, first if words[first].tag == "planned" else last, end)
    if first <= verb < end and words[verb + 1].tag == "colon" and (listed := phrase_from(words, verb + 2, end, "accs")):
        return listed  # "должен знать: | план сада"
    if puts_into_effect(words, verb):
        return subject(words, first, verb, end)
    found = _taken_up(words, verb, end) or _one_of(words, verb, end) or _by_voice(words, first, verb, end)
    return found or (_one_before(words, verb) if words[verb].tag in INFINITIVES else None)


def _by_voice(words: Sequence[Word], first: int, verb: int, end: int) -> tuple[int, int] | None:
    """What a verb is done to: the accusative of an active one, the subject of a passive one."""
    infinitive = words[verb].tag in TO_DO
    reflexive = _WORDING.pattern("reflexive_infinitive").search(words[verb].norm) is not None
    entitled = infinitive and any(word.tag in ("have", "may", "entitled") for word in words[1:verb])
    nothing = acts_by_itself(words[verb]) or words[verb].norm in _NOTHING
    governing = words[_last_of_two(words, verb, end)].norm
    nothing = nothing or _WORDING.pattern("without_object").match(governing) is not None
    alone = words[verb].tag in ACTIVES | TO_DO and not words[verb].norm.endswith(("ся", "сь"))
    alone = alone and not any(word.tag == "will" or word.norm in _WORDING.words("be") for word in words[1 : verb + 1])
    nothing = nothing or (alone and is_intransitive(words[verb].norm))  # "работать в перчатках"
    if _done_to_genitive(words, verb) or _filled_genitive(words, verb, end):
        return phrase_from(words, verb + 1, end, "gent")
    told_of = any(word.norm in _WORDING.words("about") for word in words[1 : end + 1])
    told_of = told_of and _WORDING.pattern("reports").match(words[verb].norm) is not None
    before = told_of and any(word.norm in _WORDING.words("about") for word in words[1:verb])
    nothing = nothing or before or (told_of and words[verb].tag == "passive")  # "о поливе сообщается директору"
    if infinitive or words[verb].tag in ACTIVES:
        end = _before_topic(words, verb, end)
        nothing = nothing or (told_of and any(is_preposition(word) for word in words[verb + 1 : end + 1]))
    if nothing or (reflexive and entitled):
        return None if nothing else subject(words, first, verb, end)
    if infinitive and not reflexive:
        behind = phrase_from(words, verb + 1, end, "accs") or _behind_row(words, verb, end)
        around = (behind, phrase_before(words, verb, "accs"))
        governs = verb + 2 <= end and is_preposition(words[verb + 1])  # "программы привести в соответствие"
        governs = governs and words[verb + 2].norm not in _WORDING.words("oneself")
        anybody = words[first].norm in _WORDING.words("may_anybody")
        if entitled and around[1] and (anybody or not is_case(words[around[1][0]], "nomn", _NOMINAL)):
            return around[0] or around[1]  # "Ульи можно перевозить", "Кошек можно оставлять"
        return around[0] if entitled else next(filter(None, reversed(around) if governs else around), None)
    active = words[verb].tag in ACTIVES or words[verb].norm in _WORDING.words("draws_up")
    active = active and words[verb].norm not in _WORDING.words("falls_to")
    if active or words[verb].norm in _WORDING.words("undergoes"):
        return phrase_from(words, verb + 1, end, "accs") or _accusative_before(words, verb)
    return subject(words, first, verb, end)


def _behind_row(words: Sequence[Word], verb: int, end: int) -> tuple[int, int] | None:
    """What infinitives with one more in brackets are done to: "срезать (снимать), менять или ставить | знаки"."""
    n = verb + 1
    if n + 2 > end or (words[n].tag, words[n + 2].tag) != ("open", "close") or words[n + 1].tag not in INFINITIVES:
        return None
    n += 3
    while n < end and (words[n].tag == "comma" or words[n].norm in AND_OR) and words[n + 1].tag in INFINITIVES:
        n += 2
    return phrase_from(words, n, end, "accs")


def _before_topic(words: Sequence[Word], verb: int, end: int) -> int:
    """The last word before what a verb of telling tells of: "сообщать в школу | о пропаже кошек"; else the `end`."""
    if not _WORDING.pattern("reports").match(words[verb].norm):
        return end
    about = next((n for n in range(verb + 1, end + 1) if words[n].norm in _WORDING.words("about")), None)
    if about is None:
        return end
    return next((n for n in range(verb + 1, about) if words[n].tag == "comma"), about) - 1  # "органам, школам | о"


def right_to(words: Sequence[Word]) -> tuple[int, int] | None:
    """What an item names that somebody has a right to: "имеют право: | на получение саженцев"."""
    if len(words) < NEAR + 1 or words[1].norm not in _WORDING.words("laid_on"):
        return None
    return phrase_from(words, 2, len(words) - 1, "accs")


def _in_another_case(words: Sequence[Word], first: int, last: int, end: int) -> tuple[int, int] | None:
    """What an active verb without an accusative governs: "пользоваться | картой", "объявляет | о сроках полива"."""
    verb = content_verb(words, first, last, end)
    if verb is None or words[verb].tag in PASSIVES - {"stative"}:
        return None
    verb = _last_of_two(words, verb, end)
    if _WORDING.pattern("done_with").match(words[verb].norm):
        return _with_it(words, verb, end) or phrase_from(words, verb + 1, end, "ablt")
    if words[verb].norm in _WORDING.words("answers_for") and verb < end and words[verb + 1].norm == "за":
        return phrase_from(words, verb + 2, end, "accs")  # "отвечает за | сохранность шлангов"
    if not any(_WORDING.pattern(name).match(words[verb].norm) for name in ("tells", "reports")):
        return None
    about = next((n for n in range(verb + 1, end) if words[n].norm in _WORDING.words("about")), None)
    if about is None:  # "о результатах | доложить директору"
        before = next((n for n in range(verb - 1, 0, -1) if words[n].tag in ("comma", "semicolon", "colon")), 0) + 1
        led = words[before].norm in _WORDING.words("about") and all(w.tag == "word" for w in words[before:verb])
        return (before, end_of(words, before + 1, verb - 1, "loct")) if led and before + 1 < verb else None
    return about, end_of(words, about + 1, end, "loct")


def _last_of_two(words: Sequence[Word], verb: int, end: int) -> int:
    """The second of two verbs side by side, which says in which case both are done: "организует и | руководит"."""
    two = verb + 2 <= end and words[verb + 1].norm in AND_OR and words[verb + 2].tag == words[verb].tag
    return verb + 2 * two


def _with_it(words: Sequence[Word], verb: int, end: int) -> tuple[int, int] | None:
    """The pronoun of what a verb is done with, right behind it: "пользуется | ею"."""
    pronouns = _WORDING.words("done_by_one") | _WORDING.words("done_by_several")
    return (verb + 1, verb + 1) if verb < end and words[verb + 1].norm in pronouns else None


def _done_to_genitive(words: Sequence[Word], verb: int) -> bool:
    """Whether a verb is done to a genitive: "избегать сравнения", "не допускать сбора денег"."""
    if words[verb].tag not in ACTIVES | INFINITIVES:
        return False
    behind = words[min(verb + 1, len(words) - 1)]  # "не причинять | вреда"
    genitive = is_case(behind, "gent", NOUNS) and not is_case(behind, "accs")
    denied = words[verb - 1].tag == "not" and (genitive or words[verb].norm in _WORDING.words("allows"))
    return denied or _WORDING.pattern("done_to_genitive").match(words[verb].norm) is not None


def _filled_genitive(words: Sequence[Word], verb: int, end: int) -> bool:
    """Whether what gets something is named as persons are, in the genitive: "обеспечить организаций книгами"."""
    behind = words[min(verb + 1, end)]
    filled = _WORDING.pattern("gives_something").match(words[verb].norm) is not None
    several = {(case, number) for _, _, case, number in readings(behind.norm)}
    return filled and ("gent", "plur") in several and not is_case(behind, "accs") and cases_of(behind) == {"gent"}


def _taken_up(words: Sequence[Word], verb: int, end: int) -> tuple[int, int] | None:
    """The pronoun right behind an active verb that is what it is done to: "направляет его в школу", not "их план"."""
    n = verb + 1
    if (
        words[verb].tag not in ACTIVES | INFINITIVES
        or _WORDING.pattern("without_object").match(words[verb].norm) is not None  # "руководит | ее работой"
        or n > end
        or words[n].norm not in _WORDING.words("pronouns_done_to")
    ):
        return None
    behind = words[n + 1] if n + 1 <= end else words[n]
    if _WORDING.pattern("moves").match(words[verb].norm) and names_somebody(behind) and is_case(behind, "datv"):
        return n, n  # "представляет | их | администрации сада"
    owned = n + 1 <= end and behind.tag == "word" and not is_preposition(behind) and is_case(behind, "accs", _NOMINAL)
    return None if owned else (n, n)


def _one_of(words: Sequence[Word], verb: int, end: int) -> tuple[int, int] | None:
    """One of several right behind an active verb: "принимает | одно из решений"."""
    n = verb + 1
    one = n + 1 < end and words[n].norm in _WORDING.words("one_of") and words[n + 1].norm in _WORDING.words("out_of")
    active = words[verb].tag in ACTIVES | INFINITIVES
    return (n, behind_governed(words, n + 2, end) - 1) if one and active else None


def _one_before(words: Sequence[Word], verb: int) -> tuple[int, int] | None:
    """One of several that opens the clause of an infinitive: "| Один из садов желательно открыть"."""
    n = next((n for n in range(1, verb - 1) if words[n].norm in _WORDING.words("one_of")), 0)
    one = n > 0 and words[n - 1].tag in ("start", "comma", "stop") and words[n + 1].norm in _WORDING.words("out_of")
    return (n, behind_governed(words, n + 2, verb - 1) - 1) if one else None


def _named(words: Sequence[Word], last: int, end: int) -> tuple[int, int] | None:
    """What a predicate without a verb names: the nearest noun behind it, and the longest list that it opens."""
    if words[last].norm in _WORDING.words("wishes") and is_preposition(words[min(last + 1, end)]):
        return None
    listed = words[last].tag in SAID_OF and last < end and words[last + 1].tag == "colon"
    opens = last + 1 + listed  # "Не допускаются: | вынос роз, порча скамей"
    found = [phrase for case in ("nomn", "accs") if (phrase := phrase_from(words, opens, end, case))]
    return min(found, key=lambda one: (one[0], -one[1]), default=None) or phrase_from(words, 1, end, "nomn")


def object_before(words: Sequence[Word], verb: int) -> tuple[int, int] | None:
    """What opens the clause of an active verb whose doer stands behind it: "Инструктаж проводит директор".

    Or of what somebody may do: "Отчет мастер может | сдать утром".
    """
    acts = words[verb].tag in ACTIVES | {"entitled"} or words[verb].norm in _WORDING.words("draws_up")
    may = words[verb].tag in INFINITIVES and any(word.tag == "may" for word in words[max(1, verb - NEAR) : verb])
    acts = acts or (may and not words[verb].norm.endswith(("ся", "сь")) and not is_intransitive(words[verb].norm))
    return phrase_before(words, verb, "accs") if acts else None


def _accusative_before(words: Sequence[Word], verb: int) -> tuple[int, int] | None:
    """What an active verb is done to, before it and by its form no subject: "Защиту объекта организует ..."."""
    found = phrase_before(words, verb, "accs")
    if found is None:
        return None
    opening = words[found[0]]
    return None if is_case(opening, "nomn", _NOMINAL) or opening.tag != "word" else found
