"""Invented corpora of any size, in the corpus's layouts: written at run time for figures of growth, never committed."""

from __future__ import annotations

import random
from pathlib import Path

BODIES = ("МП", "МИО", "МФ", "МНЭ", "МЦРИАП", 'АО "Национальный центр повышения квалификации "Өрлеу" (по согласованию)')
DEEDS = ("Разработка", "Обновление", "Проведение", "Создание", "Анализ", "Мониторинг", "Пополнение", "Открытие")
THINGS = (
    "правил", "каталога", "фондов", "кружков", "методик", "программ", "кабинетов", "площадок", "конкурсов", "журналов",
)  # fmt: skip
PLACES = (
    "сельских школ", "читальных залов", "колледжей", "опорных школ", "детских садов", "мастерских", "районных центров",
)  # fmt: skip
FORMS = ("приказ", "отчет в МП", "методические рекомендации", "информация в МП", "учебная программа")
MONTHS = ("январь", "март", "июнь", "сентябрь", "декабрь")
PROSE = (
    "МП обеспечивает {thing} {place} до 1 {month} {year} года.",
    "Рекомендуется местным исполнительным органам поддержать {thing} {place}.",
    "В {year} году доля {place}, участвующих в обновлении {thing}, составит {share} %.",
)
GENITIVE = ("января", "марта", "июня", "сентября", "декабря")


SIZES = (20, 30, 40, 50, 60)
"""Measures of one act and of the next ones, in turn: every ten acts are as large as any other ten."""


def write_corpus(folder: Path, documents: int, seed: int = 1) -> list[Path]:
    """So many acts, each with prose, a plan of 40 measures on average and a key of abbreviations.

    Equal seeds give equal texts, and the first acts of a larger corpus are those of a smaller one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for number in range(1, documents + 1):
        path = folder / f"{number:05}.txt"
        path.write_text(_act(number, SIZES[number % len(SIZES)], random.Random(f"{seed}-{number}")), encoding="utf-8")
        files.append(path)
    return files


def _act(number: int, measures: int, chance: random.Random) -> str:
    stacked = number % 2 == 0
    lines = [
        f" О плане мероприятий по развитию чтения, очередь {number}",
        f"Постановление акимата области Самал от {chance.randint(1, 28)} января 2025 года № {number}",
        "[bookmark: z1]",
        "\u00a0 \u00a0 \u00a0 Акимат области Самал ПОСТАНОВЛЯЕТ:",
        "",
    ]
    for item in range(1, measures // 2):
        words = chance.choice(PROSE).format(
            thing=chance.choice(THINGS), place=chance.choice(PLACES), month=chance.choice(GENITIVE),
            year=chance.randint(2025, 2029), share=chance.randint(5, 95),
        )  # fmt: skip
        lines += [f"\u00a0 \u00a0 \u00a0 {item}. {words}", ""]
    lines += [" Глава 1. Чтение рядом с домом"]
    titles = ["№ п/п", "Наименование мероприятия", "Форма завершения", "Срок исполнения", "Ответственные исполнители"]
    lines += _row(titles, stacked)
    for measure in range(1, measures + 1):
        lines += _row(_cells(measure, chance), stacked)
    lines += ["", "", "\u00a0 \u00a0 \u00a0 Примечание: расшифровка аббревиатур:", ""]
    lines += ["МП – Министерство просвещения Республики Казахстан", "", "МИО – местные исполнительные органы", ""]
    return "\n".join(lines) + "\n"


def _cells(measure: int, chance: random.Random) -> list[str]:
    name = f"{chance.choice(DEEDS)} {chance.choice(THINGS)} для {chance.choice(PLACES)} ({chance.randint(1, 999)})"
    due = f"{chance.choice(MONTHS)} {chance.randint(2025, 2029)} года"
    return [f"{measure}.", name, chance.choice(FORMS), due, ", ".join(chance.sample(BODIES, chance.randint(1, 3)))]


def _row(cells: list[str], stacked: bool) -> list[str]:
    if stacked:
        return [line for cell in cells for line in ("\t", cell)] + [""]
    return [f"\t{cell}" for cell in cells] + [""]
