"""What the form of a Kazakh word tells: its case, whether it is owned, a verb's, an attribute or an adverb."""

from __future__ import annotations

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
    return any(_WORDING.pattern(name).search(norm) for name in shapes)


def is_owned(word: Word) -> bool:
    """Whether a noun has the ending of what belongs to the noun before it: "оқу орындары"; no "салыстырмалы"."""
    return _WORDING.pattern("verbal_adjective").search(word.norm) is None and any(
        ending.kind == "possessive 3" for ending in analyse(word.text)[0].endings
    )


def is_adverb(word: Word) -> bool:
    """Whether a word says how or when by itself ("қайта", "кеңінен"), though it has the shape of a noun."""
    return word.norm in _WORDING.words("adverbs")


def is_for_whom(words: Sequence[Word], n: int) -> bool:
    """Whether "үшін" stands behind for whom or on what account, no purpose: "балалар үшін", not "ашу үшін"."""
    before = words[n - 1]
    if words[n].norm != "үшін" or before.tag not in ("word", "title", "close") or is_verbal(before):
        return False
    return before.norm not in _WORDING.words("takes_up") and before.norm not in _WORDING.words("aims")


def is_converb(word: Word) -> bool:
    """Whether a word is a verb that another verb follows: "кеңейтіп", "алмай"."""
    return word.tag in NOMINAL and word.text[:1].islower() and looks_like(word.norm, "converb", "converb_of_vowel")


def is_verbal(word: Word) -> bool:
    """Whether a word is a verb's noun or participle, before which its complements stand: "жетілдіру", "оқытатын"."""
    if word.norm in _WORDING.words("nouns_of_doing"):
        return False
    return word.tag in _VERBAL or (word.tag in NOMINAL and looks_like(word.norm, *_NOUNS_OF_VERBS))


def has_no_object(words: Sequence[Word], n: int) -> bool:
    """Whether a participle is of what is done to its noun or goes on by itself: "бекітілген", no "тоқтата тұрған"."""
    helps = _WORDING.pattern("present_converb").search(words[n - 1].norm) is not None
    return looks_like(words[n].norm, "done_participle") or (looks_like(words[n].norm, "done_by_itself") and not helps)


def has_doer(word: Word) -> bool:
    """Whether a verb's form has a subject of its own before it: "педагогтер қолданатын", "балалар келуі"."""
    return word.tag in ("future-participle", "its-doing") or (
        word.tag in NOMINAL and _WORDING.pattern("past_participle").search(word.norm) is not None
    )


def is_participle(word: Word) -> bool:
    """Whether a word is a participle, of what will be or of what was: "берілетін", "берілген"."""
    return word.tag == "future-participle" or _WORDING.pattern("past_participle").search(word.norm) is not None


def is_agent(word: Word) -> bool:
    """Whether a noun names who does something, and takes an accusative: "қызметті алушылар"."""
    return _WORDING.pattern("agent").search(word.norm) is not None


def is_conditional(word: Word) -> bool:
    """Whether a word closes a clause of a condition: "туындаса"."""
    return word.tag in NOMINAL and _WORDING.pattern("conditional").search(word.norm) is not None


def is_attribute_of(word: Word, behind: Word) -> bool:
    """Whether an accusative is but an attribute in "-ті": two do not stand side by side, "сәтті тәжірибелерді"."""
    if (
        word.tag not in NOMINAL
        or is_verbal(word)
        or behind.tag not in NOMINAL
        or _WORDING.pattern("of_what").search(word.norm) is None
    ):
        return False
    plural = any(ending.kind == "plural" for ending in analyse(word.text)[0].endings)
    return not plural and case_of(word) == case_of(behind) == "accusative"


def takes_plural(verb: Word) -> bool:
    """Whether a verbal noun has a bare plural as its object: "кадрлар даярлау", but no kind of it ("оқыту сапасы")."""
    return verb.tag in ("to-do", "word") and is_verbal(verb) and verb.norm not in _WORDING.words("doing_as_attribute")


def is_whole(word: Word) -> bool:
    """Whether a word before a number closes a phrase: the name of an action or of an actor, "мектеп 12 орталыққа"."""
    return word.tag == "to-do" or analyse(word.text)[0].stem.lower() in duty_words("kk").actors.heads


def sets_against(words: Sequence[Word], n: int) -> bool:
    """Whether who acts in somebody's stead is named behind a place: "төраға, | ал ол болмаған кезде хатшы"."""
    absent = words[n].norm in _WORDING.words("he") and words[n + 1].norm in _WORDING.words("absent")
    return words[n - 1].tag == "comma" and (absent or words[n].norm in _WORDING.words("contrasts"))
