"""Which act a text is: by its header, its requisite, the name of its file or its settings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extract.sources.recognise import decode, recognise
from kzedu_graph.registry.resolving import Registry


@pytest.mark.parametrize(
    ("head", "work", "number", "day"),
    [
        ("О мерах\nПостановление Правительства Республики Казахстан от 5 мая 2031 года № 77.", "P3100000077", "77", date(2031, 5, 5)),
        ("О плане\nПостановление акимата области Самал от 3 марта 2025 года № 12.", "act-2025-03-03-12-akimat-region-sml", "12", date(2025, 3, 3)),
        ("Жоспар туралы\nҚазақстан Республикасы Үкіметінің 2031 жылғы 5 мамырдағы № 77 қаулысы", "P3100000077", "77", date(2031, 5, 5)),
        ("Жоспар\nСамал облысы әкімдігінің 2025 жылғы 3 наурыздағы\u00a0№\u00a012 қаулысы.", "act-2025-03-03-12-akimat-region-sml", "12", date(2025, 3, 3)),
        ("Письмо\nпо приказу от 3 августа 2022 года № 348", "letter", None, None),
    ],
)  # fmt: skip
def test_an_act_is_known_by_its_own_header(head: str, work: str, number: str | None, day: date | None) -> None:
    source, _ = recognise("Letter", head)
    assert (source.work, source.number, source.version_date) == (work, number, day)


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("УТВЕРЖДАЮ\nДиректор лицея «Сад»\n______ А.Б. Садов\n«5» мая 2031 года", "Директор лицея «Сад»"),
        ("УТВЕРЖДАЮ:\nДиректор лицея «Сад»\nСадов А.Б. 5 мая 2031 года", "Директор лицея «Сад»"),
        ("«Бекітемін»\n«Бақ» лицейінің директоры\n______ А. Бақова\n2031 жылғы 5 мамыр № 7 бұйрық", "«Бақ» лицейінің директоры"),
        ("БЕКІТЕМІН\n«Бақ» лицейінің директоры Бақова А.Б.\n\n", "«Бақ» лицейінің директоры"),
        ("СОГЛАСОВАНО\nДиректор архива\n5 мая 2031 года\n\nУТВЕРЖДАЮ\nДиректор лицея «Сад»\n6 мая 2031 года", "Директор лицея «Сад»"),
        ("АО «Сад»\nПРОТОКОЛ № 7\nзаседания совета\n5 мая 2031 года", "АО «Сад»"),
        ("ПРОТОКОЛ № 7\nзаседания совета детского сада № 44\n5 мая 2031 года", "совета детского сада № 44"),
        ("Совет кеңесі отырысының № 7 хаттамасы\nБақ қаласы, 2031 жылғы 5 мамыр", "Совет кеңесі"),
    ],
)  # fmt: skip
def test_who_approves_or_meets_is_told_without_a_persons_name(head: str, issuer: str) -> None:
    assert recognise("letter", f"{head}\n\n1.")[0].issuer_text == issuer


@pytest.mark.parametrize("signature", [(), ("Қазақстан Республикасының", "Премьер-Министрі Б. Садов")])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_requisite_is_the_same_whatever_parts_its_lines(between: str, signature: tuple[str, ...]) -> None:
    act = "Бақтар туралы\n\nҮкімет ҚАУЛЫ ЕТЕДІ:\n\n1. Қоса беріліп отырған жоспар бекітілсін.\n\n"
    lines = ("Қазақстан Республикасы", "Үкіметінің", "2031 жылғы 10 ақпандағы", "№ 81 қаулысымен", "бекітілген")
    signed = between.join(signature) + "\n\n" if signature else ""
    text = f"{act}{signed}{between.join(lines)}\n\nБақтарды дамыту жоспары\n\nБақтар көп."
    source, _ = recognise("act", text, Registry.load(), "kk")
    assert (source.work, source.issuer_text) == ("P3100000081", "Қазақстан Республикасы Үкіметінің")


def test_a_requisite_without_a_number_tells_who_approved() -> None:
    said = (
        "---\nact_code: '345'\nrequisite: Утверждено Министром юстиции Республики Казахстан от 27 ноября 2031 г.\n"
        "form: ПРИК\nlanguage: rus\napproved_on: 2031-11-27\n---\n\n# Положение о садах\n"
    )
    source, _ = recognise("1.rus", said, Registry.load())
    assert (source.issuer, source.act_date, source.number, source.kind) == ("kz-moj", date(2031, 11, 27), None, "order")


def test_files_without_a_header_are_told_apart_by_their_names() -> None:
    works = [recognise(stem, "О чтении.")[0].work for stem in ("my plan_2", "План", "Жоспар")]
    assert works[0] == "my-plan-2"
    assert len(set(works)) == 3
    assert all(work.isascii() for work in works)


def test_settings_complete_what_the_header_says(corpus: Path) -> None:
    text = decode(next(corpus.glob("000*")))
    source, settings = recognise("000", text)
    assert (source.work, source.programme, source.version_date) == ("P2400000465", "P2300000249", date(2024, 6, 13))
    assert settings.expect["measures"] == 180


@pytest.mark.parametrize(
    ("stem", "head", "work", "address"),
    [
        ("P030001389_", "О мерах\nПостановление Правительства Республики Казахстан от 5 мая 2003 года № 1389.", "P0300001389", None),
        ("R3100000007", "О мерах\n\n1. Открыть читальные залы.", "R3100000007", None),
        ("P030001389_", "О мерах\n\n1. Открыть читальные залы.", "P0300001389", None),
        ("V3100032456", "О мерах\nПриказ Министра просвещения Республики Казахстан от 5 мая 2031 года № 77.", "act-2031-05-05-77-kz-moe", "https://adilet.zan.kz/rus/docs/V3100032456"),
        ("V3200032456", "О мерах\nПриказ Министра просвещения Республики Казахстан от 25 декабря 2031 года № 77.", "act-2031-12-25-77-kz-moe", "https://adilet.zan.kz/rus/docs/V3200032456"),
        ("V2500032456", "О мерах\nПриказ Министра просвещения Республики Казахстан от 5 мая 2031 года № 77.", "act-2031-05-05-77-kz-moe", None),
    ],
)  # fmt: skip
def test_a_file_named_by_a_number_of_the_register_is_that_act(
    stem: str, head: str, work: str, address: str | None
) -> None:
    source, _ = recognise(stem, head, Registry.load())
    assert (source.work, source.address) == (work, address)


@pytest.mark.parametrize(
    ("title", "registered"),
    [
        (
            "Об утверждении Плана мероприятий по уходу за садами",
            "Зарегистрирован в Министерстве юстиции Республики Казахстан 5 мая 2031 года № 12345",
        ),
        (
            "Бақтарды күту жөніндегі іс-шаралар жоспарын бекіту туралы",
            "Қазақстан Республикасының Әділет министрлігінде 2031 жылғы 5 мамырда № 12345 болып тіркелді",
        ),
    ],
)
def test_a_title_ends_before_what_tells_of_its_register(title: str, registered: str) -> None:
    source, _ = recognise("garden", f"# {title} {registered}\n\n1. Полить сад. Бақ суарылсын.\n")
    assert source.title == title
