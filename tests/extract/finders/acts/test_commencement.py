"""When acts and their parts begin to work, by invented sentences."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extract.flow import extract_file
from extract.lexicon.loading import read_lexicon
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

RU = "О залах\n\nПриказ Министра просвещения Республики Казахстан от 5 мая 2031 года № 77\n\nПРИКАЗЫВАЮ:\n1. Утвердить план залов.\n2. {point}\n"
KK = "Залдар туралы\n\nҚазақстан Республикасы Оқу-ағарту министрінің 2031 жылғы 5 мамырдағы № 77 бұйрығы\n\nБҰЙЫРАМЫН:\n1. Залдар жоспары бекітілсін.\n2. {point}\n"
LATER = "по истечении десяти календарных дней после дня его первого официального опубликования"
LATER_KK = "алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң"


def extraction(tmp_path: Path, form: str, point: str) -> Extraction:
    file = tmp_path / "act.txt"
    file.write_text(form.format(point=point), "utf-8")
    return extract_file(file, Registry.load())


@pytest.mark.parametrize(
    ("form", "point", "days"),
    [
        (RU, f"Настоящий приказ вводится в действие {LATER}.", {(): None}),
        (RU, "Настоящий приказ вводится в действие с 1 января 2032 года.", {(): date(2032, 1, 1)}),
        (RU, f"Настоящий приказ вводится в действие {LATER}, за исключением пункта 1, который вводится в действие с 1 января 2033 года.", {(): None, ("пункт 1",): date(2033, 1, 1)}),
        (RU, f"Настоящий приказ вводится в действие {LATER}, за исключением подпункта 2) пункта 1 и пункта 4 настоящего приказа, которые вводятся в действие с 01.07.2033 года.", {(): None, ("пункт 1", "подпункт 2)"): date(2033, 7, 1), ("пункт 4",): date(2033, 7, 1)}),
        (RU, f"Настоящий приказ вводится в действие {LATER}, кроме пункта 1, который вступает в силу со дня его подписания, и пункта 3, который вводится в действие с 1 марта 2034 года.", {(): None, ("пункт 1",): date(2031, 5, 5), ("пункт 3",): date(2034, 3, 1)}),
        (RU, f"Настоящий приказ вводится в действие {LATER}, за исключением:\n1) абзацев второго и третьего пункта 1, которые вводятся в действие с 1 января 2033 года;\n2) пункта 2, который вводится в действие с 1 января 2034 года.", {(): None, ("пункт 1", "абзац второй и третий"): date(2033, 1, 1), ("пункт 2",): date(2034, 1, 1)}),
        (RU, "Пункт 1 настоящего приказа вводится в действие с 1 января 2033 года.", {("пункт 1",): date(2033, 1, 1)}),
        (KK, f"Осы бұйрық {LATER_KK} қолданысқа енгізіледі.", {(): None}),
        (KK, "Осы бұйрық 2032 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.", {(): date(2032, 1, 1)}),
        (KK, f"Осы бұйрық, 2033 жылғы 1 қаңтардан бастап қолданысқа енгізілетін 1-тармақты қоспағанда, {LATER_KK} қолданысқа енгізіледі.", {(): None, ("1-тармақ",): date(2033, 1, 1)}),
        (KK, f"Осы бұйрық 2033 жылғы 1 қаңтардан бастап қолданысқа енгізілетін 1-тармақтың 2) тармақшасын, 4-тармақты қоспағанда, {LATER_KK} қолданысқа енгізіледі.", {(): None, ("1-тармақ", "2) тармақша"): date(2033, 1, 1), ("4-тармақ",): date(2033, 1, 1)}),
        (KK, f"Осы бұйрық:\n1) 2033 жылғы 1 қаңтардан бастап қолданысқа енгізілетін осы бұйрықтың 1-тармағын;\n2) 2034 жылғы 1 шілдеден бастап қолданысқа енгізілетін 4-тармағын қоспағанда, {LATER_KK} қолданысқа енгізіледі.", {("1-тармақ",): date(2033, 1, 1), ("4-тармақ",): date(2034, 7, 1), (): None}),
        (KK, "Осы бұйрықтың 1-тармағы 2033 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.", {("1-тармақ",): date(2033, 1, 1)}),
    ],
)  # fmt: skip
def test_the_act_and_its_parts_have_days_of_their_own(
    tmp_path: Path, form: str, point: str, days: dict[tuple[str, ...], date | None]
) -> None:
    found = extraction(tmp_path, form, point)
    assert {one.part: one.begins for one in found.commencements} == days
    assert [one.order for one in found.commencements] == list(range(1, len(days) + 1))
    assert not [one for one in found.provisions if "действие" in one.sentence or "қолданысқа" in one.sentence]


@pytest.mark.parametrize(
    ("form", "point", "day"),
    [
        (RU, f"Настоящий приказ вводится в действие {LATER} и действует до 31 декабря 2033 года.", None),
        (RU, "Настоящий приказ вводится в действие с 1 января 2032 года и действует до 31 декабря 2033 года.", date(2032, 1, 1)),
        (KK, f"Осы бұйрық {LATER_KK} қолданысқа енгізіледі және 2033 жылғы 31 желтоқсанға дейін қолданыста болады.", None),
    ],
)  # fmt: skip
def test_the_day_until_which_an_act_works_begins_nothing(
    tmp_path: Path, form: str, point: str, day: date | None
) -> None:
    found = extraction(tmp_path, form, point)
    assert [(one.part, one.begins) for one in found.commencements] == [((), day)]
    assert found.source.in_force_from == day


@pytest.mark.parametrize(
    ("form", "point"),
    [
        (RU, f"Настоящий приказ вводится в действие {LATER} и распространяется на отношения, возникшие с 1 января 2031 года."),
        (KK, f"Осы бұйрық {LATER_KK} қолданысқа енгізіледі және 2031 жылғы 1 қаңтардан бастап туындаған құқықтық қатынастарға қолданылады."),
    ],
)  # fmt: skip
def test_an_act_may_apply_to_what_was_before_it(tmp_path: Path, form: str, point: str) -> None:
    [one] = extraction(tmp_path, form, point).commencements
    assert (one.part, one.begins, one.applies_from) == ((), None, date(2031, 1, 1))


@pytest.mark.parametrize(
    ("form", "point", "part"),
    [
        (RU, "Сноска. Действие пункта 1 приостановлено до 01.01.2034 приказом Министра просвещения РК от 05.09.2032 № 721.", ("пункт 1",)),
        (KK, "Ескерту. 1-тармақтың қолданылуы ҚР Оқу-ағарту министрінің 05.09.2032 № 721 бұйрығымен 01.01.2034 дейін тоқтатыла тұрды.", ("1-тармақ",)),
    ],
)  # fmt: skip
def test_a_part_that_does_not_work_for_a_time(tmp_path: Path, form: str, point: str, part: tuple[str, ...]) -> None:
    found = extraction(tmp_path, form, point)
    [one] = found.commencements
    assert (one.part, one.begins, one.suspended) == (part, None, (None, date(2034, 1, 1)))


def test_another_act_that_is_suspended_is_not_this_one(tmp_path: Path) -> None:
    told = "Қазақстан Республикасы Оқу-ағарту министрінің 2030 жылғы 8 қазандағы № 81 бұйрығының қолданылуы 2032 жылғы 1 сәуірге дейін тоқтатыла тұрсын."
    assert extraction(tmp_path, KK, told).source.suspended is None


def test_both_languages_know_the_same_words() -> None:
    data = read_lexicon("force").data
    assert set(data["ru"]) == set(data["kk"])
