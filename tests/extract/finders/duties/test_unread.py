"""A sentence at which the rules fail is told with its place and the fault, and costs no other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.document.blocks import Document, Paragraph, passage_of
from extract.finders.duties import decided, enacting, prose, provisions
from extract.finders.duties.enacting import find_act_roles
from extract.finders.duties.prose import read_prose
from extract.finders.duties.provisions import find_provisions
from extract.finders.duties.sentences.unit import Unit
from extract.lexicon.loading import LexiconError
from extract.readers.tabbed import read_tabbed
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.prose import Provision
from kzedu_graph.model.records import Source
from kzedu_graph.registry.resolving import Registry

TEXT = "Школы обязаны вести журнал. Садовник обязан полоть грядки. Сторож обязан закрывать ворота."
STRANGE = "грядки"


def found(lang: str = "ru") -> tuple[tuple[Provision, ...], tuple[Finding, ...]]:
    document = Document("garden.ru", lang, TEXT, (Paragraph(passage_of(TEXT)),))
    return find_provisions(Source("garden.ru", "plain", lang, None, ""), read_prose(document), Registry.load(), {})


def failing(error: Exception, real: Callable[..., object]) -> Callable[..., object]:
    """A function as it is, but for units with a strange word."""

    def tried(unit: Unit, *rest: object, **named: object) -> object:
        if STRANGE in unit.passage.text:
            raise error
        return real(unit, *rest, **named)

    return tried


@pytest.mark.parametrize(
    ("room", "name"), [(prose, "decide"), (prose, "of_each_clause"), (provisions, "deed_and_object")]
)
def test_it_costs_no_other_sentence(monkeypatch: pytest.MonkeyPatch, room: object, name: str) -> None:
    monkeypatch.setattr(room, name, failing(IndexError("list index out of range"), getattr(room, name)))
    duties, findings = found()
    assert [duty.bearer_text for duty in duties] == ["Школы", "Сторож"]
    [told] = [finding for finding in findings if finding.code == "sentence-not-read"]
    assert told.words == "Садовник обязан полоть грядки."
    assert TEXT[told.spans[0].start : told.spans[0].end] == told.words
    assert "IndexError, tests/extract/finders/duties/test_unread.py:" in told.message["en"]


def test_who_enacts_and_controls_is_looked_for_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    strange = failing(IndexError("list index out of range"), decided.decide)
    monkeypatch.setattr(prose, "decide", strange)
    monkeypatch.setattr(enacting, "decide", strange)
    text = "Постановление\n\nАкимат ПОСТАНОВЛЯЕТ:\n\n1. Школам открыть кружки. Садовникам полоть грядки.\n"
    document = read_tabbed("garden.ru", text, "ru")
    read = read_prose(document)
    assert len(read.unread) == 1
    roles = find_act_roles(Source("garden.ru", "tabbed", "ru", None, ""), read, Registry.load(), {})
    assert [role.text for role in roles] == ["Акимат"]


def test_what_is_wrong_with_our_own_lexicon_stops_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prose, "decide", failing(LexiconError("duties.ru.yml, line 1"), decided.decide))
    with pytest.raises(LexiconError):
        found()
