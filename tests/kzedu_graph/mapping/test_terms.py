"""Terms that are made quickly equal those that rdflib makes, in all that it keeps of them."""

import pytest
from rdflib import Literal
from rdflib.namespace import XSD

from kzedu_graph.mapping.terms import literal, offset, quoted


def kept(term: Literal) -> tuple[object, ...]:
    told = term.language, term.datatype, term.value, term.ill_typed
    return type(term), str(term), hash(term), term.n3(), *told, *map(type, told)


@pytest.mark.parametrize("words", ["", "Бақ", 'he said "so"\n', "12", "\U0001f333"])
def test_words(words: str) -> None:
    assert kept(quoted(words)) == kept(Literal(words))
    assert kept(quoted(words, "kk")) == kept(Literal(words, lang="kk"))


@pytest.mark.parametrize("number", [0, 7, 1_203_500])
def test_offsets(number: int) -> None:
    assert kept(offset(number)) == kept(Literal(str(number), datatype=XSD.nonNegativeInteger, normalize=False))


def test_no_place_is_before_the_text() -> None:
    with pytest.raises(ValueError, match="no less than 0"):
        offset(-1)


def test_values_that_python_holds_for_equal_stay_apart() -> None:
    assert [kept(literal(value)) for value in (1, True, "1", 1.0)] == [
        kept(Literal(value)) for value in (1, True, "1", 1.0)
    ]
