"""The words of the audit report in Kazakh, Russian and English; facts come from the graph."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WORDS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "title": ("Аудит есебі", "Аудиторский отчёт", "Audit report"),
        "dossier": ("Іс парағы", "Досье", "Dossier"),
        "day": ("Күніне", "На день", "As of"),
        "years": ("Жылдар", "Годы", "Years"),
        "role": ("Рөлі", "Роль", "Role"),
        "all": ("барлығы", "все", "all"),
        "agreed": ("келісу бойынша", "по согласованию", "by agreement"),
        "ended-too": ("Күші жойылғандары да", "Вместе с утратившим силу", "What has ended too"),
        "left-out": (
            "Көрсетілмеген міндеттер: мерзімі өткен не күші жойылған",
            "Не показано обязанностей: срок истёк или утратили силу",
            "Duties not shown, no longer in force",
        ),
        "yes": ("иә", "да", "yes"),
        "no": ("жоқ", "нет", "no"),
        "named-as": ("Ұяшықта аталуы", "Как названо в ячейке", "As the cell names it"),
        "indicators": ("Индикаторлар", "Индикаторы", "Indicators"),
        "unit": ("Бірлігі", "Единица", "Unit"),
        "year": ("Жылы", "Год", "Year"),
        "series": ("Қатары", "Разрез", "Series"),
        "method": ("Әдісі және ескертпе", "Метод и оговорка", "Method and disclaimer"),
        "status": ("Күші", "Действие", "Status"),
        "recipient": ("Кімге тапсырылады", "Кому", "Recipient"),
        "official": ("Ресми мекенжай", "Официальный адрес", "Official address"),
        "changed": ("Не өзгерді", "Что изменилось", "What changed"),
        "was": ("Бұрын", "Было", "Was"),
        "now": ("Енді", "Стало", "Now"),
        "cause": ("Себебі", "Причина", "Cause"),
        "act": ("Акт", "Акт", "Act"),
        "key": ("Қысқартулар", "Сокращения", "Key of abbreviations"),
        "abbreviation": ("Қысқарту", "Сокращение", "Abbreviation"),
        "stands-for": ("Толық атауы", "Полное название", "Stands for"),
        "in-force": ("күшінде", "действует", "in force"),
        "lapsed": ("мерзімі өткен", "срок истёк", "lapsed"),
        "not-yet": ("әлі күшіне енбеген", "ещё не действует", "not yet in force"),
        "suspended": ("тоқтатыла тұрған", "приостановлено", "suspended"),
        "unknown": ("белгісіз", "неизвестно", "unknown"),
        "page": ("бет", "стр.", "page"),
        "overview": ("Жалпы мәлімет", "Обзор", "Overview"),
        "duties": ("Міндеттер", "Обязанности", "Duties"),
        "dates": ("Мерзімдер", "Сроки", "Dates"),
        "load": ("Органдардың жүктемесі", "Нагрузка органов", "Load of bodies"),
        "chains": ("Тізбектер", "Цепи", "Chains"),
        "checks": ("Аудитор нені сұрайды", "О чём спросит аудитор", "What an auditor would ask"),
        "appendix": ("Қосымша", "Приложение", "Appendix"),
        "indicator": ("индикатор", "индикатор", "indicator"),
        "where": ("Қайда", "Где", "Where"),
        "by-lead": ("Бас орындаушы: іс-шаралар", "Головной исполнитель: мероприятия", "Lead: measures"),
        "findings": ("Ескертулер", "Замечания", "Findings"),
        "counting": ("Санау ережелері", "Правила счёта", "Counting rules"),
        "accuracy": ("Дәлдік", "Точность", "Accuracy"),
        "reported": (
            "Адамдардың есептері (жоспардан бөлек)",
            "Что сообщают люди (отдельно от плана)",
            "What people report (beside the plan)",
        ),
        "state": ("Сатысы", "Степень исполнения", "State"),
        "reported-on": ("Есеп күні", "День отчёта", "Day of the report"),
        "reporter": ("Кім айтты", "Кто сообщает", "Who says so"),
        "proof-given": ("Дәлел", "Подтверждение", "Proof given"),
        "what": ("Мәлімет", "Сведение", "What"),
        "value": ("Мәні", "Значение", "Value"),
        "number": ("№", "№", "No."),
        "programme": ("Бағдарлама", "Программа", "Programme"),
        "period": ("Кезеңі", "Период", "Period"),
        "school-year": ("{} оқу жылы", "{} учебный год", "{} school year"),
        "controller": ("Бақылаушы", "Контроль", "Controller"),
        "edition": ("Редакциялар", "Редакции", "Editions"),
        "build": ("Граф нұсқасы", "Версия графа", "Build of the graph"),
        "repealed": ("Күші жойылған", "Утратила силу", "Repealed"),
        "measures": ("Іс-шаралар", "Мероприятия", "Measures"),
        "of-these-in-force": ("оның ішінде күшінде", "из них действуют", "of these in force"),
        "measure": ("Іс-шара", "Мероприятие", "Measure"),
        "provisions": ("Мәтіндегі міндеттер", "Обязанности из текста", "Duties in prose"),
        "bodies": ("Орындаушылар", "Исполнители", "Executors"),
        "not-understood": (
            "Мәтінмен салыстырыңыз: оқығанда бұл жер түсініксіз болды.",
            "Сверьте с текстом: при чтении это место не понято.",
            "Compare with the text: reading did not understand this place.",
        ),
        "party": ("Орындаушы", "Исполнитель", "Executor"),
        "nobody": ("көрсетілмеген", "не указан", "not stated"),
        "body": ("Орган", "Орган", "Body"),
        "LeadExecutor": ("бас орындаушы", "головной исполнитель", "lead executor"),
        "CoExecutor": ("бірлескен орындаушы", "соисполнитель", "co-executor"),
        "ByAgreement": ("келісу бойынша", "по согласованию", "by agreement"),
        "deadline": ("Мерзімі", "Срок", "Deadline"),
        "due": ("Соңғы күні", "Последний день", "Due by"),
        "proof": ("Аяқталу нысаны", "Форма завершения", "Proof"),
        "quote": ("Дәйексөз", "Цитата", "Quote"),
        "since": ("басталған күні: {}", "с {}", "since {}"),
        "mended": ("Бүтін сөздер", "Слова целиком", "Words whole"),
        "place": ("Орны", "Место", "Place"),
        "named": ("аталған", "назван", "named"),
        "bound": ("міндетті", "обязан", "bound"),
        "led": ("жетекшілік етеді", "возглавляет", "leads"),
        "alone": ("жалғыз міндетті", "обязан один", "alone bound"),
        "concentration": (
            "Жетекшіліктің шоғырлануы (0–1)",
            "Концентрация руководства (0–1)",
            "Concentration of leading (0–1)",
        ),
        "articulation": (
            "Онсыз тізбектер үзілетін орган (бөлініп қалатын іс-шаралар)",
            "Орган, без которого цепи распадаются (отрезано мероприятий)",
            "Body without which the chains fall apart (measures cut off)",
        ),
        "held-by-one": (
            "Бір ғана органға байланған іс-шаралар",
            "Мероприятия, которые держатся на одном органе",
            "Measures that hang on one body alone",
        ),
        "together": (
            "Әрдайым бірге аталатын органдар (іс-шаралар)",
            "Органы, всегда названные вместе (мероприятий)",
            "Bodies always named together (measures)",
        ),
        "self-control": (
            "Бақылаушының өзі жетекшілік ететін іс-шаралар",
            "Мероприятия под руководством контролёра",
            "Measures led by their controller",
        ),
        "own-report": (
            "Есебі өз иесіне берілетін іс-шаралар",
            "Мероприятия с отчётом перед своим исполнителем",
            "Measures whose report goes to their own lead",
        ),
        "alike": (
            "Атауы ұқсас, жетекшісі бөлек іс-шаралар",
            "Похожие мероприятия с разными головными",
            "Measures of like names and different leads",
        ),
        "reports-to": ("Кімге есеп береді", "Отчитывается перед", "Reports to"),
        "reported-by": ("Есепті кімнен алады", "Получает отчёты от", "Gets reports from"),
        "heirs": ("Құқықтық мирасқорлары", "Правопреемники", "Successors"),
        "rule": ("Ереже", "Правило", "Rule"),
        "severity": ("Дәрежесі", "Степень", "Severity"),
        "warning": ("назар аударыңыз", "внимание", "warning"),
        "info": ("мәлімет үшін", "к сведению", "note"),
        "fine": ("дұрысы", "в порядке", "in order"),
        "questioned": ("ескертулер", "замечаний", "findings"),
        "message": ("Ескерту", "Замечание", "Finding"),
        "advice": ("Аудитор не істейді", "Что делает аудитор", "What an auditor does"),
        "document": ("Құжат", "Документ", "Document"),
        "table": ("Кесте", "Таблица", "Table"),
        "field": ("Өріс", "Поле", "Field"),
        "precision": ("дәлдігі", "точность", "precision"),
        "recall": ("толықтығы", "полнота", "recall"),
        "right": ("дұрыс", "верно", "right"),
        "none": ("жоқ", "нет", "none"),
        "not-measured": (
            "Бұл құжаттар үшін өлшенген сандар жоқ.",
            "Для этих документов измеренных чисел нет.",
            "No measured figures for these documents.",
        ),
        "note": (
            "Есеп тек құжаттарда жазылғанды айтады; орындалған-орындалмағаны туралы ештеңе айтпайды.",
            "Отчёт говорит лишь о том, что написано в документах; об исполнении он не говорит ничего.",
            "The report tells what the documents say; it says nothing about whether it was done.",
        ),
    }
)

COUNTING: tuple[tuple[str, str, str], ...] = (
    (
        "Іс-шара басылған нөмірімен бір рет есептеледі; қолданыстағы редакция алынады.",
        "Мероприятие считается один раз, по напечатанному номеру; берётся действующая редакция.",
        "A measure counts once, by its printed number; the current edition is taken.",
    ),
    (
        "Ортақ іс-шара оның әр органында бір реттен есептеледі, сондықтан органдар бойынша сандар қосылмайды.",
        "Общее мероприятие считается у каждого органа по разу, поэтому числа по органам не складываются.",
        "A shared measure counts once for each of its bodies, so numbers of bodies do not add up.",
    ),
    (
        "Ұяшықтағы бірінші міндетті орган бас орындаушы деп болжанады.",
        "Первый обязанный орган ячейки предполагается головным исполнителем.",
        "The first bound body of a cell is presumed to lead.",
    ),
    (
        "«Келісу бойынша» аталған орган міндетті емес деп есептеледі.",
        "Орган, названный «по согласованию», не считается обязанным.",
        "A body named by agreement does not count as bound.",
    ),
    (
        "Мерзім кезеңнің соңғы күнімен салыстырылады.",
        "Срок сравнивается по последнему дню периода.",
        "Dates are compared by the last day of the period.",
    ),
    (
        "«Дұрысы» — ереже қараған және ескерту тудырмаған нәрселер саны.",
        "«В порядке» — сколько из проверенного правилом не вызвало замечаний.",
        "Fine counts what a rule looked at and did not question.",
    ),
    (
        "Шоғырлану — жетекшілік үлестері квадраттарының қосындысы; барлығын бір орган жетектесе, 1.",
        "Концентрация — сумма квадратов долей руководства; 1, если всё возглавляет один орган.",
        "Concentration is the sum of squared shares of leading; 1 where one body leads all.",
    ),
)

METHOD: tuple[tuple[str, str, str], ...] = (
    (
        "Мәтіндерді ережелер оқыды; әр жол өз мәтінінен дәйексөзбен және оның орнымен беріледі: мәтіннің атауы, тілі,"
        " күні және таңба нөмірі.",
        "Тексты прочитаны правилами; каждая строка дана с цитатой из своего текста и её местом: текст, его день, язык"
        " и номер знака.",
        "The texts were read by rules; each row stands with a quote from its text and its place: the text, its day, its"
        " language and the number of the sign.",
    ),
    (
        "Дәйексөз мәтінде қалай басылса, солай беріледі, бос орындары ғана жинақталған; бүлінген әріптері атауында"
        " түзетіледі. Кейінгі редакция өзгерткен жол қолданыстағы мәтіннен, басқа тілде болса да, дәйексөзделеді.",
        "Цитата дана так, как она напечатана, лишь пробелы сведены; повреждённые буквы исправлены в названии."
        " Строка, которую изменила позднейшая редакция, цитируется по действующему тексту, хотя бы и на другом языке.",
        "A quote stands as it is printed, white space folded; damaged letters are mended in the name. A row that a"
        " later edition changed is quoted from the text in force, be it in the other language.",
    ),
    (
        "Бұл құжат ресми мәтін де, заң қорытындысы да емес: шешім қабылдау үшін ресми мекенжайдағы мәтінді қараңыз."
        " Қате табылса, ол жобаға хабарлауға тұрарлық.",
        "Это не официальный текст и не правовое заключение: для решения смотрите текст по официальному адресу. Об"
        " ошибке стоит сообщить проекту.",
        "This is neither an official text nor a legal opinion: to decide, look at the text at its official address. An"
        " error is worth telling the project.",
    ),
    (
        "Өлшенген дәлдік жобаның docs/method-and-accuracy.md бетінде берілген.",
        "Измеренная точность приведена на странице docs/method-and-accuracy.md проекта.",
        "Measured accuracy stands on the project's page docs/method-and-accuracy.md.",
    ),
)

ORDER = ("kk", "ru", "en")


def word(key: str, lang: str) -> str:
    """The word for a key in a language; raises KeyError and ValueError for unknown ones."""
    return WORDS[key][ORDER.index(lang)]


def counting(lang: str) -> list[str]:
    """How things are counted, a sentence each."""
    return [sentence[ORDER.index(lang)] for sentence in COUNTING]


def method(lang: str) -> list[str]:
    """How the texts were read, and what the document is not, a sentence or two each."""
    return [sentence[ORDER.index(lang)] for sentence in METHOD]
