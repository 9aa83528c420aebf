"""Which text is this: decoding, language, header, settings."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.inputs.parts import UnusableInput
from extract.sources.headers import read_header
from extract.sources.recognise import decode, recognise, recognise_file, sniff_lang
from kzedu_graph.registry.resolving import Registry


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "the file is empty"),
        (b" \n\t", "the file is empty"),
        ("План".encode("utf-16")[:-1], "not UTF-16"),
        (b"PK\x03\x04\x00\x00binary", "binary"),
        ("План читальных залов".encode("koi8-r"), "not UTF-8"),
    ],
    ids=["empty", "blank", "half a letter of utf-16", "binary", "koi8-r"],
)
def test_unusable_input_is_refused_in_one_sentence(tmp_path: Path, data: bytes, sentence: str) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(data)
    with pytest.raises(UnusableInput, match=sentence):
        decode(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "windows-1251"])
def test_the_encoding_is_told_by_the_bytes(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes("План читальных залов № 12".encode(encoding))
    assert decode(path) == "План читальных залов № 12"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="cannot be read"):
        decode(tmp_path / "no.txt")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Открытие читальных залов", "ru"),
        ("Ауылдық оқу залдарын ашу", "kk"),
        ("Құрмет", "kk"),
        ("No letters: 12", "ru"),
        ("О плане области Тораңғы\n\n1. Акиму области Тораңғы открыть залы.", "ru"),
    ],
)
def test_language(text: str, lang: str) -> None:
    assert sniff_lang(text) == lang


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


RULES_RU = "Правила\nорганизации работы сельского читального зала\n\n1. Общие положения"

HEADERS = [
    # text, lang, kind, number, day, issuer, work, title
    ("Об утверждении Правил работы читальных залов\nПриказ Министра просвещения Республики Казахстан от 5 мая 2031 года № 77. Зарегистрирован в Министерстве юстиции Республики Казахстан 9 мая 2031 года № 99001\n\n      ПРИКАЗЫВАЮ:",
     "order", "77", date(2031, 5, 5), "kz-moe", "act-2031-05-05-77-kz-moe", "Об утверждении Правил работы читальных залов"),
    ("Оқу залдары жұмысының қағидаларын бекіту туралы\nҚазақстан Республикасы Оқу-ағарту министрінің 2031 жылғы 5 мамырдағы № 77 бұйрығы. Қазақстан Республикасының Әділет министрлігінде 2031 жылғы 9 мамырда № 99001 болып тіркелді\n\n      БҰЙЫРАМЫН:",
     "order", "77", date(2031, 5, 5), "kz-moe", "act-2031-05-05-77-kz-moe", "Оқу залдары жұмысының қағидаларын бекіту туралы"),
    ("ПРИКАЗ\n\nМинистра просвещения\nРеспублики Казахстан\n\n5 мая 2031 года № 77-ө\n\nг. Астана\n\nО мерах по открытию\nчитальных залов\n\nВ соответствии со статьей 5",
     "order", "77-ө", date(2031, 5, 5), "kz-moe", "act-2031-05-05-77-kz-moe", "О мерах по открытию читальных залов"),
    ("ПРАВИТЕЛЬСТВО РЕСПУБЛИКИ КАЗАХСТАН\n\nПОСТАНОВЛЕНИЕ\n\nот «5» мая 2031 года № 77\n\nАстана\n\nО сельских читальных залах\n\nПравительство ПОСТАНОВЛЯЕТ:",
     "resolution", "77", date(2031, 5, 5), "kz-government", "P3100000077", "О сельских читальных залах"),
    ("БҰЙРЫҚ\n\n2031 жылғы «5» мамыр\n\n№ 77\n\nАстана қаласы\n\nОқу залдарын ашу туралы\n\nБҰЙЫРАМЫН:",
     "order", "77", date(2031, 5, 5), None, "act-2031-05-05-77", "Оқу залдарын ашу туралы"),
    ("О чтении\nЗакон Республики Казахстан от 7 июня 2031 года № 12-IX ЗРК.\n\n      Настоящий Закон регулирует",
     "law", "12-IX", date(2031, 6, 7), None, "act-2031-06-07-12-ix", "О чтении"),
    ("Оқу туралы\nҚазақстан Республикасының Заңы 2031 жылғы 7 маусым № 12-IX ҚРЗ.\n\n      Осы Заң",
     "law", "12-IX", date(2031, 6, 7), None, "act-2031-06-07-12-ix", "Оқу туралы"),
    ("Закон Республики Казахстан от 7 июня 2031 года № 12-IX\n«О чтении и читальных залах»\n(с изменениями и дополнениями по состоянию на 01.02.2032 г.)\n\nСтатья 1. Понятия",
     "law", "12-IX", date(2031, 6, 7), None, "act-2031-06-07-12-ix", "О чтении и читальных залах"),
    ("О Стратегии чтения\nУказ Президента Республики Казахстан от 15 января 2031 года № 636.",
     "decree", "636", date(2031, 1, 15), "kz-president", "U3100000636", "О Стратегии чтения"),
    ("Оқу стратегиясы туралы\nҚазақстан Республикасы Президентінің 2031 жылғы 15 қаңтардағы № 636 Жарлығы.",
     "decree", "636", date(2031, 1, 15), "kz-president", "U3100000636", "Оқу стратегиясы туралы"),
    ("Утверждены\nприказом Министра просвещения\nРеспублики Казахстан\nот 5 мая 2031 года № 77\n\n" + RULES_RU,
     "rules", "77", date(2031, 5, 5), "kz-moe", "act-2031-05-05-77-kz-moe", "Правила организации работы сельского читального зала"),
    ("Приложение 2\nк приказу Министра просвещения\nРеспублики Казахстан\nот 5 мая 2031 года № 77\n\n" + RULES_RU,
     "rules", "77", date(2031, 5, 5), "kz-moe", "act-2031-05-05-77-kz-moe-annex-2", "Правила организации работы сельского читального зала"),
    ("Қазақстан Республикасы\nОқу-ағарту министрінің\n2031 жылғы 5 мамырдағы\n№ 77 бұйрығына\n2-қосымша\n\nАуылдық оқу залы жұмысының\nқағидалары\n\n1-тарау. Жалпы ережелер",
     "rules", "77", date(2031, 5, 5), "kz-moe", "act-2031-05-05-77-kz-moe-annex-2", "Ауылдық оқу залы жұмысының қағидалары"),
    ("Қазақстан Республикасы Үкіметінің\n2031 жылғы 5 мамырдағы\n№ 77 қаулысымен\nбекітілген\n\nАуылда оқуды дамыту тұжырымдамасы\n\n1-бөлім. Паспорт",
     "concept", "77", date(2031, 5, 5), "kz-government", "P3100000077", "Ауылда оқуды дамыту тұжырымдамасы"),
    ("УТВЕРЖДАЮ\nПредседатель правления\n«5» мая 2031 года\n\nПлан мероприятий по развитию чтения\n\n1. Открытие залов",
     "plan", None, date(2031, 5, 5), None, "letter", "План мероприятий по развитию чтения"),
    ("УТВЕРЖДАЮ\nЗаведующая детским садом № 44 города Сад\nА. Садова\n5 мая 2031 года\n\nПлан мероприятий по развитию чтения\n\n1. Открытие залов",
     "plan", None, date(2031, 5, 5), None, "letter", "План мероприятий по развитию чтения"),
    ("«Бекітемін»\n№ 44 балабақша меңгерушісі А. Бақова\n«5» мамыр 2031 жыл\n\n№ 44 балабақшаның 2031-2032 оқу жылына арналған жоспары\n\n1. Зал ашу",
     "plan", None, date(2031, 5, 5), None, "letter", "№ 44 балабақшаның 2031-2032 оқу жылына арналған жоспары"),
    ("СОГЛАСОВАНО\nПредседатель совета\nА. Садов\n5 мая 2031 года\n\nУТВЕРЖДАЮ\nДиректор лицея № 44\n_________ Б. Лесов\n«___» __________ 2031 г.\n\nПлан мероприятий по развитию чтения\n\n1. Открытие залов",
     "plan", None, None, None, "letter", "План мероприятий по развитию чтения"),
    ("Утверждена\nприказом директора\nКГУ «Школа-гимназия № 44»\nот 5 мая 2031 года № 77\n\nДорожная карта развития чтения\n\n1. Открытие залов",
     "plan", "77", date(2031, 5, 5), None, "act-2031-05-05-77-44-director-kg-school", "Дорожная карта развития чтения"),
    ("№ 44 орта мектеп директорының\n2031 жылғы 5 мамырдағы\n№ 77 бұйрығымен\nбекітілген\n\nОқуды дамыту жөніндегі іс-шаралар жоспары\n\n1. Зал ашу",
     "plan", "77", date(2031, 5, 5), None, "act-2031-05-05-77-44-director-ort-school", "Оқуды дамыту жөніндегі іс-шаралар жоспары"),
    ("Правовая система\n\nВход\n\nО читальных залах\n\nКонституционный закон Республики Казахстан от 7 июня 2031 года № 12-IX ЗРК.",
     "law", "12-IX", date(2031, 6, 7), None, "act-2031-06-07-12-ix", "О читальных залах"),
    ("Приказ и.о. Министра просвещения РК от 05.05.2031 г. №77\n«О залах»",
     "order", "77", date(2031, 5, 5), "kz-moe", "act-2031-05-05-77-kz-moe", "О залах"),
    ("Залдар туралы\nҚазақстан Республикасы Оқу-ағарту министрiнiң м.а. 2031 жылғы 5 мамырдағы N 77 бұйрығы.",
     "order", "77", date(2031, 5, 5), "kz-moe", "act-2031-05-05-77-kz-moe", "Залдар туралы"),
    ("ҚАЗАҚСТАН РЕСПУБЛИКАСЫ ҮКІМЕТІНІҢ\nҚАУЛЫСЫ\n2031 ЖЫЛҒЫ 5 МАМЫР № 77\n\nОқу залдары туралы\n\nҮкімет ҚАУЛЫ ЕТЕДІ:",
     "resolution", "77", date(2031, 5, 5), "kz-government", "P3100000077", "Оқу залдары туралы"),
    ("Трудовой кодекс читальных залов\nКодекс Республики Казахстан от 5 мая 2031 года № 77-IX ЗРК.",
     "code", "77-IX", date(2031, 5, 5), None, "act-2031-05-05-77-ix", "Трудовой кодекс читальных залов"),
    ("Одобрено\nпротоколом заседания совета\nот 5 мая 2031 года № 3\n\nДорожная карта развития чтения\n\n1. Общее",
     "plan", "3", date(2031, 5, 5), None, "act-2031-05-05-3-council", "Дорожная карта развития чтения"),
    ("БЕКІТЕМІН\nБасқарма төрағасы\n2031 жылғы «5» мамыр\n\nОқуды дамыту жөніндегі іс-шаралар жоспары\n\n1. Зал ашу",
     "plan", None, date(2031, 5, 5), None, "letter", "Оқуды дамыту жөніндегі іс-шаралар жоспары"),
    ("Ауылда оқуды дамыту жөніндегі іс-қимыл жоспары\nДиректорлар кеңесінің 2031 жылғы 5 мамырдағы № 3 шешімімен бекітілген\n\t№ р/с\n\tЖауаптылар\n\tМерзімі",
     "plan", "3", date(2031, 5, 5), None, "act-2031-05-05-3-council-director", "Ауылда оқуды дамыту жөніндегі іс-қимыл жоспары"),
    ("# 2031 жылға арналған оқу залының жоспары\n\n| р/с | Іс-шара |\n|---|---|\n| 1 | Зал ашу |",
     "plan", None, None, None, "letter", "2031 жылға арналған оқу залының жоспары"),
    ("План работы отдела чтения на 2031 год\n\tМероприятие\n\tСрок\n\tИсполнители",
     "plan", None, None, None, "letter", "План работы отдела чтения на 2031 год"),
    ("О бюджете читальных залов\nРешение Самалского городского маслихата от 12.12.2031 № 7/25",
     "decision", "7/25", date(2031, 12, 12), None, "act-2031-12-12-7-25-city-maslikhat-sml", "О бюджете читальных залов"),
    ("О совместных проверках\nСовместный приказ Министра просвещения Республики Казахстан от 5 мая 2031 года № 77 и Министра финансов Республики Казахстан от 6 мая 2031 года № 88.",
     "order", "77", date(2031, 5, 5), "kz-moe", "act-2031-05-05-77-kz-moe", "О совместных проверках"),
    ("Бірлескен тексерулер туралы\nҚазақстан Республикасы Оқу-ағарту министрінің 2031 жылғы 5 мамырдағы № 77 және Қазақстан Республикасы Қаржы министрінің 2031 жылғы 6 мамырдағы № 88 бірлескен бұйрығы",
     "order", "77", date(2031, 5, 5), "kz-moe", "act-2031-05-05-77-kz-moe", "Бірлескен тексерулер туралы"),
    ("О совместных проверках\nСовместный приказ Министра просвещения Республики Казахстан и Министра финансов Республики Казахстан от 5 мая 2031 года № 77",
     "order", "77", date(2031, 5, 5), "kz-moe", "act-2031-05-05-77-kz-moe", "О совместных проверках"),
    ("Бірлескен тексерулер туралы\nҚазақстан Республикасы Оқу-ағарту министрінің және Қазақстан Республикасы Қаржы министрінің 2031 жылғы 5 мамырдағы № 77 бірлескен бұйрығы",
     "order", "77", date(2031, 5, 5), "kz-moe", "act-2031-05-05-77-kz-moe", "Бірлескен тексерулер туралы"),
    ("О проверках\nПриказ Министра просвещения, Министра финансов и и.о. Министра здравоохранения Республики Казахстан от 5 мая 2031 года № 77",
     "order", "77", date(2031, 5, 5), "kz-moe", "act-2031-05-05-77-kz-moe", "О проверках"),
    ("О границах\nСовместное постановление акимата области Абай от 5 мая 2031 года № 77 и решение маслихата области Абай от 5 мая 2031 года № 7/3-VIII",
     "resolution", "77", date(2031, 5, 5), "kz-abai-akimat", "act-2031-05-05-77-kz-abai-akimat", "О границах"),
    ("Шекаралар туралы\nАбай облысы әкімдігінің 2031 жылғы 5 мамырдағы № 77 қаулысы және Абай облысы мәслихатының 2031 жылғы 5 мамырдағы № 7/3-VIII шешімі",
     "resolution", "77", date(2031, 5, 5), "kz-abai-akimat", "act-2031-05-05-77-kz-abai-akimat", "Шекаралар туралы"),
    ("О гараже\nПриказ Управляющего Делами Президента Республики Казахстан от 5 мая 2031 года № 05/77",
     "order", "05/77", date(2031, 5, 5), "kz-ap-affairs", "act-2031-05-05-05-77-kz-ap-affairs", "О гараже"),
    ("Об утверждении норм питания\nПриказ Министра просвещения Республики Казахстан от 5 мая 2031 года № ҚР ДСМ-17/2031.",
     "order", "ҚР ДСМ-17/2031", date(2031, 5, 5), "kz-moe", "act-2031-05-05-17-2031-kz-moe", "Об утверждении норм питания"),
    ("# **О читальных залах**\n\n**Распоряжение Премьер-Министра Республики Казахстан от 5 мая 2031 года № 7-р**",
     "instruction", "7-р", date(2031, 5, 5), "kz-prime-minister", "R3100000007", "О читальных залах"),
    ("О внесении изменений в\nпостановление Правительства Республики Казахстан от 1 января 2030 года № 1\nПостановление Правительства Республики Казахстан\nот 5 мая 2031 года № 77.",
     "resolution", "77", date(2031, 5, 5), "kz-government", "P3100000077", "О внесении изменений в постановление Правительства Республики Казахстан от 1 января 2030 года № 1"),
    ("Toggle Dropdown\n31\nО садах\n\nОбновленный\n\nПостановление Правительства Республики Казахстан от 5 мая 2031 года № 77\nПечать\nПравительство Республики Казахстан ПОСТАНОВЛЯЕТ:",
     "resolution", "77", date(2031, 5, 5), "kz-government", "P3100000077", "О садах"),
    ("Об утверждении Правил полива садов Приказ Министра просвещения Республики Казахстан от 5 мая 2031 года № 77\n\nПРИКАЗЫВАЮ:",
     "order", "77", date(2031, 5, 5), "kz-moe", "act-2031-05-05-77-kz-moe", "Об утверждении Правил полива садов"),
    ("Бақтар туралы Қазақстан Республикасы Оқу-ағарту министрінің 2031 жылғы 5 мамырдағы № 77 бұйрығы\n\nБҰЙЫРАМЫН:",
     "order", "77", date(2031, 5, 5), "kz-moe", "act-2031-05-05-77-kz-moe", "Бақтар туралы"),
    ("АДМИНИСТРАЦИЯ САДОВОЙ ОБЛАСТИ\n\nП О С Т А Н О В Л Е Н И Е\n\nот «5» мая 2031 г. № 77-па\n\nг. Сад\n\nО садах\n\nадминистрация п о с т а н о в л я е т:",
     "resolution", "77-па", date(2031, 5, 5), None, "act-2031-05-05-77-administration-region-sdv", "О садах"),
    ("УТВЕРЖДЁН\nраспоряжением Правительства\nРеспублики Казахстан\nот 5 мая 2031 года N 77-р\n\nКомплекс мер по садам\n\n1. Посадить.",
     "instruction", "77-р", date(2031, 5, 5), "kz-government", "act-2031-05-05-77-kz-government", "Комплекс мер по садам"),
    ("О садах\n\nПриказ Заместителя Премьер-Министра – Министра национальной экономики Республики Казахстан от 5 мая 2031 года № 77",
     "order", "77", date(2031, 5, 5), "kz-mne", "act-2031-05-05-77-kz-mne", "О садах"),
    ("О садах\n\nВ соответствии с Законом ПРИКАЗЫВАЮ:\n\n1. Утвердить Правила.\n\n> *Утверждены приказом*  \n> *Министр просвещения*  \n> *Республики Казахстан*  \n> *от 5 мая 2031 года*  \n> *№ 77*\n\nПравила посадки",
     "order", "77", date(2031, 5, 5), "kz-moe", "act-2031-05-05-77-kz-moe", "О садах"),
    ("Бақтар туралы\n\nҚазақстан Республикасы Үкіметінің 2031 жылғы 9 маусымдағы № 37 қаулысымен бекітілген ережеге сәйкес ҚАУЛЫ ЕТЕДІ:\n\n1. Бақ ашылсын.",
     "act", None, None, None, "letter", "Бақтар туралы"),
    ("БҰЙЫРАМЫН:\n1. Қазақстан Республикасы Оқу-ағарту министрінің 2030 жылғы 1 қаңтардағы № 9 бұйрығына өзгеріс енгізілсін:\n2. Бақ ашылсын.",
     "act", None, None, None, "letter", "Letter"),
    ("Бақ қаласы Білім басқармасының\n2031-2033 жылдарға арналған жоспары\n1-бөлім. Миссия\nМиссия: бақ.",
     "plan", None, None, None, "letter", "Бақ қаласы Білім басқармасының 2031-2033 жылдарға арналған жоспары"),
    ("Рекомендации\nпо устройству читальных залов\n\n1. Общее. Приказ Министра от 5 мая 2031 года № 77 действует.",
     "recommendations", None, None, None, "letter", "Рекомендации по устройству читальных залов"),
    ("АО «Национальная компания «Сад»\n\nПРОТОКОЛ № 7\n\nзаседания Штаба по реализации проекта «Двор»\n\nг. Сад      5 мая 2031 года\n\nПредседательствовал: Садов А.Б.",
     "minutes", "7", date(2031, 5, 5), None, "act-2031-05-05-7", "ПРОТОКОЛ № 7 заседания Штаба по реализации проекта «Двор»"),
    ("ПРОТОКОЛ\nзаседания педагогического совета КГУ «Школа № 5»\n№ 3\n«5» мая 2031 года\n\nПрисутствовали: 12 человек",
     "minutes", "3", date(2031, 5, 5), None, "act-2031-05-05-3-5-council-kg-pdggch-school", "ПРОТОКОЛ заседания педагогического совета КГУ «Школа № 5»"),
    ("Акимат области Абай\n\nПРОТОКОЛ\nсовещания у акима области\n05.05.2031 г.   № 12   г. Сад\n\nПовестка дня:\n1. О садах",
     "minutes", "12", date(2031, 5, 5), "kz-abai-akimat", "act-2031-05-05-12-kz-abai-akimat", "ПРОТОКОЛ совещания у акима области"),
    ("Протокол № 4 заседания комиссии\nДата проведения: 5 мая 2031 года\nМесто проведения: школа",
     "minutes", "4", date(2031, 5, 5), None, "act-2031-05-05-4-commission", "Протокол № 4 заседания комиссии"),
    ("«Бақ» АҚ\n\nДиректорлар кеңесі отырысының\nХАТТАМАСЫ\n\nАстана қаласы    2031 жылғы 5 мамыр    № 7\n\nТөраға: Бақов Е.",
     "minutes", "7", date(2031, 5, 5), None, "act-2031-05-05-7", "Директорлар кеңесі отырысының ХАТТАМАСЫ"),
    ("ХАТТАМА № 7\nПедагогикалық кеңестің отырысы\n2031 жылғы 5 мамыр\n\nКүн тәртібі:\n1. Бақ туралы",
     "minutes", "7", date(2031, 5, 5), None, "act-2031-05-05-7-council-pdggklk", "ХАТТАМА № 7 Педагогикалық кеңестің отырысы"),
    ("Протокол\nо внесении изменений в Соглашение о садах от 5 мая 2031 года\n\nСтороны договорились:",
     "act", None, None, None, "letter", "Протокол о внесении изменений в Соглашение о садах от 5 мая 2031 года"),
    ("«Бекітемін»\n«№ 44 орта мектеп» КММ директоры\n____________ А. Бақова\n2031 жылғы 5 мамыр № 77 бұйрық\n\n2031-2032 ОҚУ ЖЫЛЫНА АРНАЛҒАН МЕКТЕПІШІЛІК БАҚЫЛАУ ЖОСПАРЫ\n\n1. Зал ашу",
     "plan", "77", date(2031, 5, 5), None, "act-2031-05-05-77-44-director-kmm-ort-school", "2031-2032 ОҚУ ЖЫЛЫНА АРНАЛҒАН МЕКТЕПІШІЛІК БАҚЫЛАУ ЖОСПАРЫ"),
    ("УТВЕРЖДАЮ\nДиректор колледжа «Сад»\nприказ № 77 от 5 мая 2031 года\n\nПЛАН ВНУТРЕННЕГО КОНТРОЛЯ\nна 2031-2032 учебный год\n\n1. Открытие залов",
     "plan", "77", date(2031, 5, 5), None, "act-2031-05-05-77-director-school-sd", "ПЛАН ВНУТРЕННЕГО КОНТРОЛЯ на 2031-2032 учебный год"),
    ("УТВЕРЖДАЮ\nДиректор колледжа «Сад»\n______________ А.Б. Садов\n«5» мая 2031 года ПЛАН ВНУТРЕННЕГО КОНТРОЛЯ\nна 2031-2032 учебный год\n\n1. Открытие залов",
     "plan", None, date(2031, 5, 5), None, "letter", "ПЛАН ВНУТРЕННЕГО КОНТРОЛЯ на 2031-2032 учебный год"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "number", "day", "issuer", "work", "title"), HEADERS, ids=[str(n) for n in range(len(HEADERS))]
)
def test_unknown_documents_say_what_they_are(
    text: str, kind: str, number: str | None, day: date | None, issuer: str | None, work: str, title: str
) -> None:
    source, _ = recognise("Letter", text, Registry.load())
    found = (source.kind, source.number, source.act_date, source.issuer, source.work, source.title)
    assert found == (kind, number, day, issuer, work, title)


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


def as_html(lines: list[str]) -> bytes:
    """A page as the register shows an act: the title as its heading, the header under it, a menu around both."""
    body = f"<h1>{lines[0]}</h1>" + "".join(f"<p>{line}</p>" for line in lines[1:])
    return f"<!DOCTYPE html><html><body><nav><p>Вход</p></nav><article>{body}</article></body></html>".encode()


def as_docx(lines: list[str]) -> bytes:
    word, stream = docx.Document(), io.BytesIO()
    for line in lines:
        word.add_paragraph(line)
    word.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(("ending", "made"), [(".html", as_html), (".docx", as_docx)])
@pytest.mark.parametrize(
    ("text", "kind", "number", "day", "issuer", "work", "title"), HEADERS, ids=[str(n) for n in range(len(HEADERS))]
)
def test_a_header_is_the_same_in_every_format(
    text: str, kind: str, number: str | None, day: date | None, issuer: str | None, work: str, title: str,
    ending: str, made: Callable[[list[str]], bytes], tmp_path: Path,
) -> None:  # fmt: skip
    path = tmp_path / f"Letter{ending}"
    path.write_bytes(made([line.strip("#* ") for line in text.splitlines() if line.strip()]))
    source = recognise_file(path)
    assert (source.kind, source.number, source.act_date, source.issuer, source.work) == (
        kind,
        number,
        day,
        issuer,
        work,
    )
    assert source.title == title


@pytest.mark.parametrize(
    ("note", "edition"),
    [
        ("", date(2031, 5, 5)),
        ("Сноска. Приказ с изменениями, внесенными приказом Министра от 13.06.2032 № 465; от 25.04.2033 № 271 (вводится в действие с 01.01.2040).", date(2033, 4, 25)),
        ("Сноска. Утратил силу приказом Министра от 01.02.2034 № 3.", date(2031, 5, 5)),
        ("2. Исключен приказом Министра просвещения от 13.06.2032 № 465.", date(2032, 6, 13)),
        ("2. Проверить приказ от 13.06.2032 № 465.", date(2031, 5, 5)),
        ("(с изменениями и дополнениями по состоянию на 01.02.2032 г.)", date(2032, 2, 1)),
    ],
    ids=["as signed", "two notes", "repealed", "removed point", "another act", "a line under the title"],
)  # fmt: skip
def test_a_consolidated_text_is_the_edition_of_its_last_amendment(note: str, edition: date) -> None:
    head = "О залах\nПриказ Министра просвещения Республики Казахстан от 5 мая 2031 года № 77."
    source, _ = recognise("text", f"{head}\n\n{note}\n\n      1. Открыть залы.\n", Registry.load())
    assert (source.work, source.act_date, source.version_date) == (
        "act-2031-05-05-77-kz-moe",
        date(2031, 5, 5),
        edition,
    )


def test_notes_of_a_kazakh_text_tell_its_edition() -> None:
    head = "Залдар туралы\nҚазақстан Республикасы Үкіметінің 2031 жылғы 5 мамырдағы № 77 қаулысы."
    note = (
        "Ескерту. 1-тармаққа өзгерістер енгізілді - ҚР Үкіметінің 13.06.2032 ; 25.04.2033№ 465 № 271 қаулыларымен "
        "(01.01.2040 бастап қолданысқа енгізіледі)."
    )
    source, _ = recognise("text", f"{head}\n      {note}\n      1. Залдар ашылсын.\n")
    assert source.version_date == date(2033, 4, 25)


@pytest.mark.parametrize(
    ("days", "edition"),
    [
        ("approved_on: 2031-05-31\nversion_date: {rus: 2031-05-31, kaz: 2031-05-31}", date(2031, 6, 1)),
        ("approval_date: 2031-05-31\nversion_date: 2031-05-31", date(2031, 6, 1)),
        ("approved_on: 2031-05-31\nversion_date: {rus: 2032-07-01}", date(2032, 7, 1)),
    ],
)
def test_a_banks_day_before_that_of_the_requisite_is_the_act_s_own(days: str, edition: date) -> None:
    """A day of summer time stands in the bank of acts as the evening before."""
    requisite = "Приказ Министра просвещения Республики Казахстан от 1 июня 2031 года № 77"
    said = f"---\nact_code: '1'\nrequisite: {requisite}\nlanguage: rus\n{days}\n---\n\n# О садах\n\nПРИКАЗЫВАЮ:\n"
    source, _ = recognise("1.rus", said)
    assert (source.act_date, source.version_date) == (date(2031, 6, 1), edition)


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


def test_counts_are_expected_of_the_edition_they_were_made_on(corpus: Path) -> None:
    text = decode(next(corpus.glob("002*")))
    of_the_yml, settings = recognise("002", text)
    assert (of_the_yml.version_date, settings.expect["measures"]) == (date(2025, 4, 25), 185)
    later, settings = recognise("002", text.replace("25.04.2025", "25.04.2027"))
    assert (later.work, later.version_date, settings.expect) == (of_the_yml.work, date(2027, 4, 25), {})


def test_what_the_texts_say_agrees_with_what_was_written_down_of_them(corpus: Path) -> None:
    """The day of each edition in `sources/*.yml` is the one that the text tells, where it tells one."""
    for path in sorted(corpus.glob("*.txt")):
        text = decode(path)
        header = read_header(text, sniff_lang(text))
        told = header.amended or header.act_date
        source, _ = recognise(path.stem, text)
        assert told in (None, source.version_date), path.name


@given(st.text(alphabet='Приказ от 5 мая2031года№77\n\t«"(Утвержден)қаулысыЖжылғы-', max_size=400))
def test_any_text_has_a_header_or_none(text: str) -> None:
    for lang in ("ru", "kk"):
        header = read_header(text, lang)
        assert (header.number is None) or header.act_date


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
