"""Whether a Russian sentence goes on with whom the one before it binds, and says not whom: "Ведут учет роз."."""

from __future__ import annotations

from extract.finders.duties.grammar.words import Word, read_words
from extract.finders.duties.russian.cases import is_case
from extract.finders.duties.russian.governed import is_adverb
from extract.finders.duties.russian.parties.names.persons import NOUNS, is_in
from extract.lexicon.phrasing import phrasing

_PLURAL = phrasing("ru").pattern("plural_predicate")
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

    What it is done to may stand first, in a form of no subject: "Учеников | представляют мастерам".
    """
    own = read_words(text[:_LOOKED_AT], "ru")
    verb = next((n for n, word in enumerate(own) if word.tag == "present"), 0)
    if not 0 < verb <= _OPENS or own[verb].subordinate:
        return False
    said = next((word for word in read_words(before, "ru") if word.tag == "present" and not word.subordinate), None)
    if said is None or bool(_PLURAL.search(said.norm)) != bool(_PLURAL.search(own[verb].norm)):
        return False
    opening = own[1:verb]
    led = all(is_adverb(word) or (is_case(word, "accs") and not is_case(word, "nomn")) for word in opening)
    return led and not any(_may_be_subject(word) for word in own[verb + 1 : verb + _BEHIND])


def bids_by_infinitive(text: str) -> bool:
    """Whether an infinitive stands at the opening of a sentence: "Вести учет.", "При утрате вести поиск."."""
    words = read_words(text[:_LOOKED_AT], "ru")[1:_OPENS_BIDDING]
    return any(word.tag == "infinitive" and not word.subordinate for word in words)


def opens_with_verb(text: str) -> bool:
    """Whether a sentence opens with what somebody does who is not said: "Ведет учет роз.", not "Ведет учет мастер."."""
    words = read_words(text[:_LOOKED_AT], "ru")
    opens = len(words) > 1 and words[1].tag == "present" and not words[1].subordinate
    return opens and not any(_may_be_subject(word) for word in words[2 : 1 + _BEHIND])


def _may_be_subject(word: Word) -> bool:
    """Whether a word is a noun in the nominative that is no accusative or genitive."""
    return is_in(word, NOUNS, "nomn") and not is_in(word, NOUNS, "accs") and not is_in(word, NOUNS, "gent")
