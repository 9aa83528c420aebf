"""What stands before an object and is of its deed, though a verb in the object's phrase could govern it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import (
    case_of,
    has_doer,
    has_no_object,
    is_converb,
    is_owned,
    is_participle,
    is_verbal,
    looks_like,
    names_actor,
    stem_of,
)
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_OWN_WILL = 2
"""Words of "өз қалауы бойынша" before its postposition."""
_OUTER = frozenset({"locative", "dative"})


def without_adjuncts(words: Sequence[Word], first: int, head: int) -> int:
    """Where an object begins behind the places and receivers that open its phrase: "бақтарда [гүлдерді күту ісін]".

    They are of the deed where an accusative stands between them and the verb in the phrase, or where that verb only
    tells what a thing is about: "мектепке [есеп беру туралы хат]".
    """
    while (end := _outer(words, first, head)) is not None:
        first = end + 1
    to_it = words[first].norm in _WORDING.words("to_it") and first < head
    return first + (to_it and not any(map(is_verbal, words[first + 1 : head])))  # "оған [ата-ана бағасы] қосылады"


def behind_receiver(words: Sequence[Word], first: int, head: int, verb: int) -> int:
    """Where an object begins behind whom its verb gives it to or tells it: "комиссияға | осы құқықтың құжатын".

    The verb has no other dative, and nothing right behind the receiver asks for him ("балаға келтірілген зиянды").
    """
    place = next((n for n in range(first, head) if _parts(words, n)), head)
    own = words[place + 1].norm in _WORDING.words("own") if place < head else False
    if own and case_of(words[place]) == "locative":
        return place + 1  # "өтінімде | өзі таңдаған бағдарламаны көрсетеді"
    if not looks_like(words[verb].norm, "gives_or_tells") or any(
        case_of(word) == "dative" and not is_verbal(word) for word in words[head + 1 : verb]
    ):
        return first
    datives = (n for n in range(first, head) if case_of(words[n]) == "dative" and not is_verbal(words[n]))
    end = next((n for n in datives if phrase_start(words, n, first) == first), head)
    if end == head or _goes_on(words[end + 1]):
        return first
    behind = words[end + 1]
    asks = looks_like(behind.norm, "done_to_somebody") or behind.norm in _WORDING.words("bound_to_dative")
    asks = asks or behind.tag == "postposition" or stem_of(behind) in _WORDING.words("of_what_in_dative")
    asks = asks or (
        is_verbal(behind) and not names_actor(words[end]) and behind.norm not in _WORDING.words("heavy_words")
    )
    return first if asks else end + 1


def _outer(words: Sequence[Word], first: int, head: int) -> int | None:
    """The last word of a place or a receiver that opens a phrase and is not of the verb in it."""
    told = _with_others(words, first, head) or _told_to(words, first, head) or _asked_of(words, first, head)
    told = told or _proposed_by(words, first, head) or _while_doing(words, first, head) or _by_what(words, first, head)
    if told is not None:
        return told
    end = next((n for n in range(first, head) if _parts(words, n)), None)
    if end is not None and (placed := _end_of_system(words, end, head)) is not None:
        return placed
    if end is not None and words[end].tag == "postposition":
        return end if _is_ground(words, first, end, head) else None
    if end is None or case_of(words[end]) not in _OUTER or is_verbal(words[end]):
        return None
    verb = next((n for n in range(end + 1, head) if is_verbal(words[n])), None)
    if verb is None or _goes_on(words[end + 1]):
        return end if _is_beside_dative(words, end, head) else None
    return end if _is_outside(words, first, end, verb, head) else None


def _is_ground(words: Sequence[Word], first: int, end: int, head: int) -> bool:
    """Whether an object's phrase opens with by whose will or on what ground: "сұрау бойынша [бақ туралы ақпарат]"."""
    if words[end].norm == "бойынша" and words[first].norm in _WORDING.words("own"):
        return end - first <= _OWN_WILL
    if words[end].norm not in _WORDING.words("on_what"):
        return False
    own = phrase_start(words, end - 1, first) > first and words[first].tag == "word"
    return any(map(_is_told_apart, words[end + 1 : head])) and not own


def _by_what(words: Sequence[Word], first: int, head: int) -> int | None:
    """The last word of by what means or on whose word something is done: "портал арқылы | қызмет нәтижесін".

    It is of the object where a verb in it stands right behind ("сынақ нәтижелері бойынша анықталған кемшіліктер"), and
    where the object is how something is to be done ("портал арқылы өтініш беру тәртібі").
    """
    if stem_of(words[head]) in _WORDING.words("of_how") | _WORDING.words("of_what_in_dative"):
        return None
    end = next((n for n in range(first + 1, head) if _is_by_what(words, n)), None)
    if end is None or is_verbal(words[end + 1]) or is_converb(words[end + 1]):
        return None
    return end if phrase_start(words, end - 1, first) == first else None


def _is_by_what(words: Sequence[Word], n: int) -> bool:
    """Whether a postposition closes by what means or on whose word something is done: "портал арқылы"."""
    if words[n].norm in _WORDING.words("closes_means"):
        return True
    return words[n].norm in _WORDING.words("on_what") and stem_of(words[n - 1]) in _WORDING.words("words_of_others")


def _is_outside(words: Sequence[Word], first: int, end: int, verb: int, head: int) -> bool:
    """Whether a place or a receiver that ends before the verb in an object's phrase is none of that verb's."""
    if verb == end + 1 and case_of(words[end]) == "locative" and is_participle(words[verb]) and end > first:
        return False  # "осы тармақта көзделген шаралар туралы есеп"
    if verb == end + 1 and looks_like(words[verb].norm, "done_to_somebody") and not names_actor(words[end]):
        return False  # "қамқорлыққа алынған баланың мүлкі туралы есеп"
    if stem_of(words[end + 1]) in _WORDING.words("of_what_in_dative"):
        return False  # "мүшелікке кандидаттарды іріктеу тәртібі"
    about = words[verb + 1].norm == "туралы"
    if has_no_object(words, verb) and case_of(words[verb]) == "":
        about = any(word.norm == "туралы" for word in words[verb:head])  # "әкімдікке [атқарылған жұмыс туралы есеп]"
    about = about or _is_place_of_named(words, end, verb, head)
    if verb == end + 2 and words[verb].norm in _WORDING.words("takes_dative"):
        about = about or case_of(words[end]) == "locative"  # "бақта [балаларға арналған жер]"
    done_to = any(case_of(word) == "accusative" for word in words[end + 1 : verb])
    return about or (done_to and not _is_put_into(words, end, verb, head))


def _while_doing(words: Sequence[Word], first: int, head: int) -> int | None:
    """The last word of in what something is done, before a receiver: "білімді дамытуда | мектептерге көмек беруді"."""
    if not is_verbal(words[head]):
        return None
    doing = next((n for n in range(first, head) if case_of(words[n]) == "locative" and is_verbal(words[n])), None)
    if doing is None or phrase_start(words, doing, first) > first:
        return None
    given = any(case_of(word) == "dative" and not is_verbal(word) for word in words[doing + 1 : head])
    thing = any(case_of(word) == "accusative" for word in words[doing + 1 : head])
    return doing if given and not thing else None


def _end_of_system(words: Sequence[Word], end: int, head: int) -> int | None:
    """The last word of a place named for what is done in it, a receiver behind it: "бақты күту жүйесінде | ұстазға"."""
    place = end + 2
    if place + 2 > head or case_of(words[end]) != "accusative" or words[end + 1].tag != "to-do":
        return None
    placed = case_of(words[place]) == "locative" and is_owned(words[place])
    return place if placed and case_of(words[place + 1]) == "dative" and not is_verbal(words[place + 1]) else None


def _is_place_of_named(words: Sequence[Word], end: int, verb: int, head: int) -> bool:
    """Whether a place opens before a name that a verb's noun is an attribute of: "бақта [жаңа бағалау жүйесі]"."""
    between = words[end + 1 : verb]
    bare = all(case_of(word) == "" and word.norm not in _WORDING.words("heavy_words") for word in between)
    if case_of(words[end]) != "locative" or words[end].norm in _WORDING.words("relates") or not bare:
        return False
    named = words[verb].tag == "to-do" and is_owned(words[verb + 1])
    further = end == 1 and any(word.tag == "future-participle" for word in words[verb + 1 : head])
    return named and (bool(between) or further or case_of(words[head]) == "accusative")


def _is_beside_dative(words: Sequence[Word], end: int, head: int) -> bool:
    """Whether an attribute has a dative of its own behind one that opens: "журналға [оқушыға қатысты мәлімет]"."""
    if case_of(words[end]) != "dative" or _goes_on(words[end + 1]):
        return False
    bound = (n for n in range(end + 2, head) if words[n].norm in _WORDING.words("bound_to_dative"))
    return any(phrase_start(words, n - 1, end + 1) > end for n in bound)


def _goes_on(behind: Word) -> bool:
    """Whether a word takes up the noun before it: "әкелерге немесе аналарға", "бақшаға дейінгі", "жұмысқа ие"."""
    wanted = any(behind.norm in _WORDING.words(name) for name in ("for_what", "takes_dative", "of_a_time"))
    return (
        wanted or behind.tag in ("conjunction", "comma") or _WORDING.pattern("fitness").match(behind.norm) is not None
    )


def _is_put_into(words: Sequence[Word], end: int, verb: int, head: int) -> bool:
    """Whether a dative is of the verb in a phrase, not of the deed: "бау тізіміне гүлдерді енгізу мәселесі"."""
    puts = _WORDING.pattern("puts_into")
    deed = any(puts.match(word.norm) for word in words[head + 1 : head + 3])  # "тізімге ... өзгерістер енгізіледі"
    return case_of(words[end]) == "dative" and puts.match(words[verb].norm) is not None and not deed


def _with_others(words: Sequence[Word], first: int, head: int) -> int | None:
    """The last word of those with whom something is done: "басқармамен бірлесіп [көше салу мәселесін]"."""
    for n in range(first + 1, head):
        if words[n].norm in _WORDING.words("together") and case_of(words[n - 1]) == "instrumental":
            participle = has_doer(words[n + 1]) or words[n + 1].norm in _WORDING.words("heavy_words")
            return None if participle else n
    return None


def _proposed_by(words: Sequence[Word], first: int, head: int) -> int | None:
    """The last word of on whose proposal something is done: "кеңестің ұсынуымен [өткізілетін сайыстың кестесін]"."""
    asked = next((n for n in range(first, head) if words[n].norm in _WORDING.words("proposed")), None)
    past = asked is not None and _WORDING.pattern("past_participle").search(words[asked + 1].norm) is not None
    return None if past else asked


def _told_to(words: Sequence[Word], first: int, head: int) -> int | None:
    """The last word of whom something is told: "иесіне [бақты күту қажеттігі туралы хабарлама]"."""
    about = next((n for n in range(head - 1, first, -1) if words[n].norm == "туралы"), None)
    if about is None or stem_of(words[head]) not in _WORDING.words("letters"):
        return None
    told = None
    for n in range(about - 1, first - 1, -1):
        if words[n].norm == "арқылы":
            return n if told is None else told
        if _is_actor(words[n]) and words[n].tag == "word" and case_of(words[n]) == "dative":
            bound = words[n + 1].norm in _WORDING.words("takes_dative") or has_no_object(words, n + 1)
            if bound:
                break
            told = n  # the first of several: "төрағаға [мектептерге атақ беру туралы ұсыныс]"
    return told


def _is_actor(word: Word) -> bool:
    """Whether a noun names who can act, by its stem: no service, which may be an activity as well."""
    stem = stem_of(word)
    return stem in duty_words("kk").actors.heads and stem not in _WORDING.words("services")


def _asked_of(words: Sequence[Word], first: int, head: int) -> int | None:
    """The last word of whom something is asked of: "иелерінен [заңда көзделмеген есептерді] талап етпейді"."""
    for n in range(first, head - 1):
        if case_of(words[n]) not in ("", "genitive"):
            joint = words[n + 1].tag == "conjunction"
            if joint and case_of(words[n]) == "ablative" and _is_asked(words, n, head):
                continue  # "органдардан және адамдардан"
            person = words[n].tag == "word" and case_of(words[n]) == "ablative"
            person = person and (is_person(words[n]) or _is_asked(words, n, head))
            parted = not is_verbal(words[n + 1]) and words[n + 1].tag != "conjunction"
            return n if person and parted else None
    return None


def _is_asked(words: Sequence[Word], n: int, head: int) -> bool:
    """Whether a body is asked for what stands at `head`: "ұйымдардан [бақ туралы мәліметті] сұрау"."""
    behind = words[head + 1 : head + 2]
    return names_actor(words[n]) and bool(behind) and looks_like(behind[0].norm, "asks_for")


def _is_told_apart(word: Word) -> bool:
    """Whether a word tells whose or about what an object is, so that a ground before it is of the deed."""
    owner = case_of(word) == "genitive" and not is_verbal(word)
    return owner or word.norm == "туралы" or word.norm in _WORDING.words("it")


def _parts(words: Sequence[Word], n: int) -> bool:
    """Whether a word ends the first part of a phrase: a noun in a case, a verb, a mark."""
    attribute = words[n].norm in _WORDING.words("relating") | _WORDING.words("holds")
    if attribute or (is_verbal(words[n]) and words[n + 1].tag == "postposition"):
        return False
    return case_of(words[n]) not in ("", "genitive") or is_verbal(words[n]) or words[n].tag in ("comma", "postposition")
