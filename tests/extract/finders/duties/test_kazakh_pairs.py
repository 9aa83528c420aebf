"""Either of two persons of a Kazakh sentence, and who is bound behind an exception; all text is invented."""

from __future__ import annotations

import pytest
from read_acts import provisions_of

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
    assert [(one.modality, one.bearer_text) for one in provisions_of(f"{RULES}{sentence}\n")] == [wanted]


def test_an_exception_behind_whoever_is_bound_leaves_him_bound() -> None:
    [provision] = provisions_of(f"{RULES}Бағбандар, мереке күндерін қоспағанда, көшетті суаруға міндетті.\n")
    assert provision.bearer_text == "Бағбандар"
