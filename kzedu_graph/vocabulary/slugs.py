"""Printed numbers and keys as segments of a path: kebab-case ASCII."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Letters only where a printed number holds one ("2-а"); names of things are never slugged.
_LATIN = dict(zip("абвгдезийклмнопрстуфхыэ", "abvgdezijklmnoprstufxye", strict=True)) | {
    **{"ё": "yo", "ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "hs", "ь": "ss", "ю": "yu", "я": "ya"},
    **{"ә": "ae", "ғ": "gh", "қ": "q", "ң": "ng", "ө": "oe", "ұ": "uu", "ү": "ue", "һ": "h", "і": "ii"},
}


@cache
def slug(text: str) -> str:
    """A printed number or key as a safe path segment: "63-1" and "1.2" as they are, "4)" -> "4", "2-а" -> "2-a".

    Brackets and dots that only close a number are dropped; any other sign becomes its hexadecimal code point.
    Raises ValueError where nothing is left.
    """
    folded = unicodedata.normalize("NFKC", text).strip().rstrip(").").strip().lower()
    folded = re.sub(r"[\s_‐‑–—-]+", "-", folded)
    made = "".join(
        _LATIN.get(sign) or (sign if re.match(r"[a-z0-9.-]", sign) else f"u{ord(sign):04x}") for sign in folded
    )
    if not made.strip("-."):
        raise ValueError(f"no IRI can be made of {text!r}: a number or key needs a letter or a digit")
    return made
