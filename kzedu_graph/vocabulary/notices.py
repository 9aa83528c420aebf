"""What is said of a graph whose texts were made up, wherever it is shown, printed or taken away."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

INVENTED: Mapping[str, str] = MappingProxyType(
    {
        "kk": "Мұндағының бәрі ойдан шығарылған: актілер, олардың нөмірлері, органдар мен ақша. "
        "Бұл — көрсетілім, ресми мәтін емес.",
        "ru": "Всё здесь вымышлено: акты, их номера, органы и деньги. Это демонстрация, а не официальный текст.",
        "en": "Everything here is invented: the acts, their numbers, the bodies and the money. "
        "This is a demonstration and no official text.",
    }
)
"""The sentence, by language."""
INVENTED_SHORT: Mapping[str, str] = MappingProxyType({"kk": "Ойдан шығарылған", "ru": "Вымышлено", "en": "Invented"})
"""The word before a title, by language."""
