"""What may stand as somebody who is bound in a Kazakh sentence, and how far his name goes; all text is invented."""

from __future__ import annotations

from functools import partial

import pytest
from read_duties import read_duties

read = partial(read_duties, "kk")

NOBODY = [
    # An attribute made of a place is nobody, whatever noun it is made of.
    ("plan", "Осы орайда ауыл кітапханасындағы әрбір кітаптың сапасын арттыру маңызды."),
    ("plan", "Балалардағы еңбек дағдылары ойын негізінде қалыптастырылуы керек."),
    ("plan", "Кеңестерді, мемлекеттік кітапханалардағы қамқоршылар алқаларын дамыту жалғастырылады."),
    # With whom something is done that has two sides.
    ("plan", "Жинақтар танылуы үшін халықаралық ұйымдармен (ИКОМ, ИФЛА) келісім жасалады."),
    ("plan", "Театрдың балабақшалармен және мектептермен тығыз өзара іс-қимылы жолға қойылады."),
    # Whose children, in what is told of somebody else.
    ("plan", "Бақты күту және балалары бақшаға бармайтын тұрғындарға кітап жинау қажет."),
    # What only describes a thing.
    ("plan", "Дамытушы орта балалардың таңдауын кеңінен қамтамасыз етуі тиіс."),
    # Who is given what nobody may give him; what is given.
    ("instruction", "Кіші топ оқушыларына үй тапсырмасын беруге болмайды."),
    ("instruction", "Мұғалімдерге жылына бір рет сыйлық төлеу қажет."),
    ("instruction", "Бағбандарға гүл түрлерін түсіндіру қажет."),
    # With whom a place is agreed on, and what a place is for or where something goes, before a ban.
    ("instruction", "Аудандық атқарушы органдармен бекітілмеген жерлерге қоқыс төгуге жол берілмейді."),
    ("instruction", "Тұрғындарға арналған алаңдарға көлік қоюға тыйым салынады."),
    ("instruction", "Гүл белдеулеріне тас төгуге жол берілмейді."),
]  # fmt: skip


@pytest.mark.parametrize(("mood", "text"), NOBODY)
def test_what_names_nobody_is_no_bearer(mood: str, text: str) -> None:
    told = read(text, mood)
    assert told
    assert {bearer for bearer, *_ in told} == {None}


NAMED = [
    # A doer's noun before another is its attribute.
    ("instruction", "Кезекші мұғалім сыныпты тексеруге тиіс.", "Кезекші мұғалім"),
    ("instruction", "Кезекші тәрбиешілер журналды алып жүреді.", "Кезекші тәрбиешілер"),
    ("instruction", "Тізімді жергілікті атқарушы орган (бұдан әрі – орган) жариялайды.", "жергілікті атқарушы орган"),
    # The name of whom a body is called after belongs to it, whole, and is nobody of its list.
    (
        "plan",
        "Барлық ауданда О. Иманов атындағы гүл мектептері, Абай атындағы ән мектептері жұмыс істейтін болады.",
        "О. Иманов атындағы гүл мектептері, Абай атындағы ән мектептері",
    ),
    (
        "plan",
        "Әдістемелік орталықтар М. Омаров атындағы академияның жетекшілігімен жұмыс істейтін болады.",
        "Әдістемелік орталықтар",
    ),
    # How many they are, in two words.
    ("plan", "2 мыңнан астам кітапханашы балаларды кітаптармен қамтамасыз етеді.", "2 мыңнан астам кітапханашы"),
    # Persons who are told to do something to a thing, at the opening or behind a time.
    ("instruction", "Мұғалімдерге жоспарларды бақтың жасына қарай түзету ұсынылады.", "Мұғалімдерге"),
    ("instruction", "Тасымал кезінде жүргізушілерге жылдамдықты төмендету қажет.", "жүргізушілерге"),
    ("instruction", "Жорық кезінде мұғалімдерге мыналарды басшылыққа алу қажет: картаны, тізімді.", "мұғалімдерге"),
    # Behind an object that gives something itself.
    ("instruction", "Тұрғындарға кеңес беруді мектептің бағбандары жүргізеді.", "мектептің бағбандары"),
    ("instruction", "Мектептің психологы қауіп тобындағы балалармен жоспар құрғаны жөн.", "Мектептің психологы"),
    ("instruction", "Егілген гүлдердің тапсырыс беруші тарапынан суарылуы ұсынылады.", "тапсырыс беруші"),
    ("instruction", "Бақ басшыларына босаған орындарды қайта бөлу ұсынылады.", "Бақ басшыларына"),
    # A body that is bound by its place, whatever opens behind it.
    ("instruction", "Интернат оқушы келген күннен бастап бір күн ішінде төсек беруге міндетті.", "Интернат"),
    ("instruction", "Аудандардың бақ басқармалары жыл сайын есепті ұсынып тұрады.", "Аудандардың бақ басқармалары"),
    # What somebody does or uses, with "осы" of it, behind or before what is done.
    ("instruction", "Гүлдерді суаруды осы саладағы жұмысты жүргізетін ұйымдар жүзеге асырады.", "осы саладағы жұмысты жүргізетін ұйымдар"),
    ("instruction", "Бұтақтарды осы ағаштарды кескен кәсіпорындар әкетеді.", "осы ағаштарды кескен кәсіпорындар"),
    ("instruction", "Су құбырларын пайдаланушы мекемелер мен иелер құдықтардың жабылуын қамтамасыз етеді.", "Су құбырларын пайдаланушы мекемелер мен иелер"),
    ("instruction", "Бақтарды және (немесе) ескі саябақтарды күтуді жүзеге асыратын заңды тұлғалар шарт жасасуы қажет.", "Бақтарды және (немесе) ескі саябақтарды күтуді жүзеге асыратын заңды тұлғалар"),
    ("instruction", "Жолдағы жапырақтарды жинауды бақты сыпыруға және суаруға жауапты мекемелер жүргізеді.", "бақты сыпыруға және суаруға жауапты мекемелер"),
    # Of whose number or part it is; who is only one's owner, or in whose name one acts.
    ("instruction", "Бақ басшысын мүшелер жалпы санының басым даусымен мәслихат сайлайды.", "мәслихат"),
    ("instruction", "Оның міндетін мәслихат тұрақты комиссияларының бірінің төрағасы уақытша атқарады.", "мәслихат тұрақты комиссияларының бірінің төрағасы"),
    ("instruction", "Кеңсе мемлекеттің атынан шарт жасауға құқығы бар.", "Кеңсе"),
    ("instruction", "Кітапхананың қоры, сыйға алынған кітаптарды сатуға құқығы жоқ.", "Кітапхананың қоры"),
    ("instruction", "Мектеп директорының қаражатты бөлуге құқығы бар.", "Мектеп директорының"),
    # An adverb is nobody; the lead-in says who does it.
    ("instruction", "Бақ иелері мыналарды: дербес өз қаражаты есебінен ағаштарды суаруды ұйымдастырады;", "Бақ иелері"),
    ("instruction", "Хатшы: ұйымдармен қарым-қатынаста кеңес атынан өкіл болады;", "Хатшы"),
]  # fmt: skip


@pytest.mark.parametrize(("mood", "text", "bearer"), NAMED)
def test_who_is_named_is_named_whole(mood: str, text: str, bearer: str) -> None:
    assert [found for found, *_ in read(text, mood)] == [bearer]
