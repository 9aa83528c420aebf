"""What is said of the data wherever it is shown, printed or taken away: its licence, and that its texts are made up."""

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
DATA_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
DATA_LICENCE_NAME, DATA_LICENCE_TITLE = "CC-BY-4.0", "Creative Commons Attribution 4.0"
"""What is extracted, the registry and the ontology may be used by all who name the source; the texts themselves are
official documents, which nobody has a copyright in. The program has a licence of its own (`LICENSE`)."""
