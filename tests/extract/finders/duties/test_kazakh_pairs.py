"""Either of two persons of a Kazakh sentence, and who is bound behind an exception; all text is invented."""

from __future__ import annotations

import pytest

from extract.flow import extract_document
from extract.readers.layout import READERS
from extract.sources.recognise import recognise
from kzedu_graph.registry.resolving import Registry

RULES = "# Бақты күту қағидалары\n\n3. "
SENTENCES = {
    "Бағбан немесе қамқоршы көшетті суаруға міндетті.": ("requirement", "Бағбан немесе қамқоршы"),
    "Бағбан немесе қамқоршы көшетті суаруға міндетті емес.": ("permission", "Бағбан немесе қамқоршы"),
    "Бағбан немесе қамқоршы баланың үйірмесін таңдауға құқығы бар.": ("permission", "Бағбан немесе қамқоршы"),
    "Бағбандар немесе қамқоршылар өздерінің көшеттерін суаруға міндетті.": (
        "requirement",
        "Бағбандар немесе қамқоршылар",
    ),
    "Қамқоршы кемінде айына бір рет бақ бөліміне есеп беруге міндетті.": ("requirement", "Қамқоршы"),
    "Қамқоршылар бақта жұмыс істеген жағдайларды қоспағанда, бағбандар көшетті суаруға міндетті.": (
        "requirement",
        "бағбандар",
    ),
    "Бірінші байқауды бағбан Қазақстан бақтарымен бірлесіп өткізеді.": ("requirement", "бағбан"),
    "Көрсетілген міндеттер жас бағбандарға жүктелмейді.": ("permission", "жас бағбандарға"),
}


@pytest.mark.parametrize(("sentence", "wanted"), SENTENCES.items())
def test_whom_a_sentence_binds(sentence: str, wanted: tuple[str, str]) -> None:
    registry = Registry.load()
    text = f"{RULES}{sentence}\n"
    source, settings = recognise("act", text, registry)
    document = READERS[source.reader](source.stem, text, source.lang)
    provisions = extract_document(source, settings, document, registry).provisions
    assert [(one.modality, one.bearer_text) for one in provisions] == [wanted]


def test_an_exception_behind_whoever_is_bound_leaves_him_bound() -> None:
    registry = Registry.load()
    text = f"{RULES}Бағбандар, мереке күндерін қоспағанда, көшетті суаруға міндетті.\n"
    source, settings = recognise("act", text, registry)
    document = READERS[source.reader](source.stem, text, source.lang)
    [provision] = extract_document(source, settings, document, registry).provisions
    assert provision.bearer_text == "Бағбандар"
