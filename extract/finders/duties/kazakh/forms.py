"""What the form of a Kazakh word tells: its case, whether it is owned, a verb's, an attribute or an adverb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extract.finders.duties.grammar.words import Word
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_WORDING = phrasing("kk")
NOMINAL = frozenset({"word", "to-do", "towards-doing", "its-doing", "past", "state", "imperative", "effect", "can"})
"""Classes of words that may be a noun or an attribute; endings alone cannot always tell them from verbs."""
_VERBAL = frozenset({"to-do", "towards-doing", "its-doing", "future-participle"})
_NOUNS_OF_VERBS = ("past_participle", "verbal_noun", "done_noun")
_ADJECTIVES = ("bare_adjective", "verbal_adjective")
CACHED_FORMS = 1 << 15


def case_of(word: Word) -> str:
    """The case of a noun ("" for the nominative)."""
    return _case(word.text, word.norm) if word.tag in NOMINAL else ""


@lru_cache(maxsize=CACHED_FORMS)
def _case(form: str, norm: str) -> str:
    if looks_like(norm, *_ADJECTIVES):
        return ""
    if norm in _WORDING.words("it"):
        return "accusative"
    if norm in _WORDING.words("to_it"):
        return "dative"
    endings = analyse(form)[0].endings
    last = endings[-1].kind if endings else ""
    return "" if last in ("plural", "possessive 3", "attributive", "") else last


def is_adjective(word: Word) -> bool:
    """Whether a word is an attribute that only looks like a noun in a case: "мобильді", "тиісті"."""
    return looks_like(word.norm, *_ADJECTIVES)


def is_bare_attribute(word: Word) -> bool:
    """Whether a word is an attribute that no noun before it belongs to: "көшпелі", not "жанындағы", "мектептегі"."""
    endings = analyse(word.text)[0].endings
    return is_adjective(word) and not (endings and endings[-1].kind == "attributive")


@lru_cache(maxsize=CACHED_FORMS)
def looks_like(norm: str, *shapes: str) -> bool:
    """Whether a word has the form of one of some kinds, by their names in the lexicon of phrasing."""
    return any(pattern.search(norm) for pattern in _patterns_of(norm[-2:], shapes))


@lru_cache(maxsize=CACHED_FORMS)
def _patterns_of(last: str, shapes: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """The patterns of some shapes, those alone that a word with these two last letters can have."""
    return tuple(_WORDING.pattern(name) for name in shapes if last.endswith(_WORDING.wordings[name].closes))


def is_owned(word: Word) -> bool:
    """Whether a noun has the ending of what belongs to the noun before it: "оқу орындары"; no "салыстырмалы"."""
    return not looks_like(word.norm, "verbal_adjective", "loan_in_i") and any(
        ending.kind == "possessive 3" for ending in analyse(word.text)[0].endings
    )


def is_adverb(word: Word) -> bool:
    """Whether a word says how or when by itself ("қайта", "кеңінен"), though it has the shape of a noun."""
    return word.norm in _WORDING.words("adverbs")


def is_bond(words: Sequence[Word], n: int) -> bool:
    """Whether a word that looks like a postposition is the noun "байланыс": "пайдалы байланысты қолдайды"."""
    return words[n].norm == "байланысты" and words[n - 1].tag == "word" and case_of(words[n - 1]) == ""


def relates(words: Sequence[Word], n: int) -> bool:
    """Whether "байланысты" at a place is the attribute of a noun right behind it: "егуге байланысты мәселелер"."""
    behind = words[n + 1 : n + 2]
    return words[n].norm == "байланысты" and bool(behind) and stem_of(behind[0]) in _WORDING.words("related_things")


def is_for_whom(words: Sequence[Word], n: int) -> bool:
    """Whether "үшін" stands behind for whom or on what account, no purpose: "балалар үшін", not "ашу үшін"."""
    before = words[n - 1]
    if words[n].norm == "үшін" and looks_like(before.norm, "having_done"):
        return True  # "бақты күткені үшін ақы"
    if words[n].norm != "үшін" or before.tag not in ("word", "title", "close") or is_verbal(before):
        return False
    taken_up = before.norm in _WORDING.words("takes_up") and before.norm not in _WORDING.words("they")
    return not taken_up and before.norm not in _WORDING.words("aims")


def is_converb(word: Word) -> bool:
    """Whether a word is a verb that another verb follows: "кеңейтіп", "алмай"."""
    return word.tag in NOMINAL and word.text[:1].islower() and looks_like(word.norm, "converb", "converb_of_vowel")


def is_verbal(word: Word) -> bool:
    """Whether a word is a verb's noun or participle, before which its complements stand: "жетілдіру", "оқытатын"."""
    return _is_verbal(word.norm, word.tag)


@lru_cache(maxsize=CACHED_FORMS)
def _is_verbal(norm: str, tag: str) -> bool:
    if norm in _WORDING.words("nouns_of_doing"):
        return False
    if tag == "planned":
        return looks_like(norm, "past_participle")
    return tag in _VERBAL or (tag in NOMINAL and looks_like(norm, *_NOUNS_OF_VERBS))


def has_no_object(words: Sequence[Word], n: int) -> bool:
    """Whether a participle is of what is done to its noun or goes on by itself: "бекітілген", no "тоқтата тұрған"."""
    helps = _WORDING.pattern("present_converb").search(words[n - 1].norm) is not None
    return looks_like(words[n].norm, "done_participle") or (looks_like(words[n].norm, "done_by_itself") and not helps)


def makes_one_with(words: Sequence[Word], n: int) -> bool:
    """Whether a verb has no object of its own and makes one verb with the bare noun before it: "жария етеді"."""
    before = words[n - 1]
    bare = before.tag == "word" and case_of(before) == "" and not analyse(before.text)[0].endings
    return bare and looks_like(words[n].norm, "makes_one_verb") and not (is_adverb(before) or is_converb(before))


def takes_object(words: Sequence[Word], n: int) -> bool:
    """Whether a verb in any form takes a thing in the accusative that does not stand bare right before it."""
    word, before = words[n], words[n - 1]
    if not (is_verbal(word) or word.tag in ("present", "imperative")) or looks_like(word.norm, "done_to_nothing"):
        return False
    own = before.tag == "word" and case_of(before) == "" and not analyse(before.text)[0].endings
    own = own and not (is_adverb(before) or is_adjective(before) or before.norm in _WORDING.words("heavy_words"))
    joined = before.tag in ("conjunction", "comma") and is_verbal(words[n - 2])
    return not (own or joined or has_no_object(words, n) or looks_like(word.norm, "done_doing"))


def is_noun_alone(word: Word) -> bool:
    """Whether a word is a noun without a case, no attribute: before "осы" it is a subject of its own."""
    plain = word.tag == "word" and not is_verbal(word) and not is_adverb(word) and not is_adjective(word)
    return plain and case_of(word) == "" and not looks_like(word.norm, "opens_attribute", "past_participle")


def is_thing(word: Word) -> bool:
    """Whether a bare noun is of what was made or done, which no noun without an owner has as attribute: "нұсқама"."""
    return is_noun_alone(word) and not analyse(word.text)[0].endings and looks_like(word.norm, "thing")


def is_of_compound(words: Sequence[Word], n: int) -> bool:
    """Whether a verb's noun is part of a name and governs nothing: "білім беру жүйесі"."""
    compound = f"{words[n - 1].norm}-{words[n].norm}" in _WORDING.words("compounds")
    return (compound and is_owned(words[n + 1])) or is_term(words, n)


def is_term(words: Sequence[Word], n: int) -> bool:
    """Whether a verb's noun closes the name of a procedure, and governs nothing: "мемлекеттік сатып алу"."""
    return "-".join(word.norm for word in words[max(n - 2, 0) : n + 1]) in _WORDING.words("named_procedures")


def works(words: Sequence[Word], n: int) -> bool:
    """Whether a participle, or one with what it says before it, stands at a place: "жұмыс істейтін педагогтер"."""
    heavy = words[n].norm in _WORDING.words("heavy_words")
    return any(word.tag == "future-participle" for word in words[n : n + 1 + heavy])


def ends_span(words: Sequence[Word], n: int) -> bool:
    """Whether a word is "дейінгі" behind a measure; "мектепке дейінгі" is a kind of its own."""
    return words[n].norm in _WORDING.words("of_a_time") and words[n - 1].norm not in _WORDING.words("stages")


def has_doer(word: Word) -> bool:
    """Whether a verb's form has a subject of its own before it: "педагогтер қолданатын", "балалар келуі"."""
    return word.tag in ("future-participle", "its-doing") or (
        word.tag in NOMINAL and looks_like(word.norm, "past_participle")
    )


def is_participle(word: Word) -> bool:
    """Whether a word is a participle, of what will be or of what was: "берілетін", "берілген"."""
    return word.tag == "future-participle" or looks_like(word.norm, "past_participle")


def is_told_of_participle(words: Sequence[Word], n: int, verb: int) -> bool:
    """Whether a postposition says when, by what or for what is done what the participle right behind it tells.

    Written for "тексеру кезінде анықталған кемшіліктер" and "мәміле жасау үшін ұсынылған құжаттар"; what an act has set
    ("белгіленген") is set at no time of the clause.
    """
    norm, behind = words[n].norm, words[verb]
    if words[min(verb + 1, len(words) - 1)].tag == "becomes":
        return False  # "күту үшін қолданылатын болады"
    if not is_participle(behind) or looks_like(behind.norm, "set_by_act"):
        return norm == "сәйкес" and is_participle(behind)
    return norm in _WORDING.words("closes_time") or (
        norm in _WORDING.words("closes_aside") and (norm != "үшін" or looks_like(behind.norm, "given_for"))
    )


def is_done(word: Word) -> bool:
    """Whether a participle tells what is done to its noun: "қойылған"."""
    return looks_like(word.norm, "done_participle")


def stands_beside(word: Word, behind: Word, *, governs: bool) -> bool:
    """Whether a converb or an adverb goes with the word behind it, or with a verb further on that `governs` it."""
    verb = is_converb(word)
    if is_verbal(behind) or (verb and is_agent(behind)) or word.norm in _WORDING.words("adverbs_of_nouns"):
        return True  # "асырап алушы", "тегін тамақ"
    heavy = behind.norm in _WORDING.words("heavy_words")  # "бірігіп жұмыс істейтін"
    without = _WORDING.pattern("not_doing_so").search(word.norm) is not None
    return governs and (heavy or without or is_adverb(word))


def is_agent(word: Word) -> bool:
    """Whether a noun names who does something, and takes an accusative: "қызметті алушылар"."""
    return looks_like(word.norm, "agent")


def is_conditional(word: Word) -> bool:
    """Whether a word closes a clause of a condition: "туындаса"."""
    return word.tag in NOMINAL and looks_like(word.norm, "conditional")


def closes_condition(words: Sequence[Word], n: int) -> bool:
    """Whether a comma closes a clause of a condition: "Егер мүше келмесе, кеңес ..."."""
    return words[n].tag == "comma" and is_conditional(words[n - 1])


def is_letter(word: Word) -> bool:
    """Whether a word is one letter: an initial."""
    return word.text.isalpha() and len(word.text) == 1


def is_attribute_of(word: Word, behind: Word) -> bool:
    """Whether an accusative is but an attribute in "-ті": two do not stand side by side, "сәтті тәжірибелерді"."""
    if (
        word.tag not in NOMINAL
        or is_verbal(word)
        or behind.tag not in NOMINAL
        or _WORDING.pattern("of_what").search(word.norm) is None
    ):
        return False
    return not is_plural(word) and case_of(word) == case_of(behind) == "accusative"


def is_plural(word: Word) -> bool:
    """Whether a noun is of several: "науқастар"."""
    return any(ending.kind == "plural" for ending in analyse(word.text)[0].endings)


def takes_plural(verb: Word) -> bool:
    """Whether a verbal noun has a bare plural as its object: "кадрлар даярлау", but no kind of it ("оқыту сапасы")."""
    return (
        verb.tag in ("to-do", "towards-doing", "word")
        and is_verbal(verb)
        and verb.norm not in _WORDING.words("doing_as_attribute")
    )


def is_whole(word: Word) -> bool:
    """Whether a word before a number closes a phrase: the name of an action or of an actor, "мектеп 12 орталыққа"."""
    return word.tag == "to-do" or stem_of(word) in duty_words("kk").actors.heads


def is_doer(word: Word) -> bool:
    """Whether a bare noun names who can act: "орган", "министрлік"."""
    bare = case_of(word) == "" and not analyse(word.text)[0].endings
    return bare and word.norm in duty_words("kk").actors.heads


def names_actor(word: Word) -> bool:
    """Whether a noun in any form names who can act: "қызметшіге", "комиссияда"."""
    stem = stem_of(word)
    return stem in duty_words("kk").actors.heads or stem in _WORDING.words("persons")


def stem_of(word: Word) -> str:
    """The stem of a noun in small letters."""
    return analyse(word.text)[0].stem.lower()


def takes_dative(words: Sequence[Word], n: int) -> bool:
    """Whether a noun asks for what it is of in the dative: "гүлдерге мониторинг жүргізу", no letter that is given."""
    behind = words[n + 1] if n + 1 < len(words) else words[n]
    given = _WORDING.pattern("giving").search(behind.norm) is not None
    return stem_of(words[n]) in _WORDING.words("of_what_in_dative") and not given


def sets_against(words: Sequence[Word], n: int) -> bool:
    """Whether who acts in somebody's stead is named behind a place: "төраға, | ал ол болмаған кезде хатшы"."""
    absent = words[n].norm in _WORDING.words("he") and words[n + 1].norm in _WORDING.words("absent")
    return words[n - 1].tag == "comma" and (absent or words[n].norm in _WORDING.words("contrasts"))
