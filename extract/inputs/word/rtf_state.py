"""What a group of rich text says of its letters and paragraphs: taken over from the one around it, gone at its end."""

from __future__ import annotations

from dataclasses import dataclass

_SWITCHES = {"b": "bold", "v": "hidden", "deleted": "deleted", "super": "raised", "intbl": "in_table"}
"""Words that set something, and with 0 behind them end it."""
_FIXED = {
    **{"nosupersub": ("raised", False), "sub": ("raised", False), "qc": ("centred", True)},
    **dict.fromkeys(("ql", "qr", "qj", "qd"), ("centred", False)),
}


@dataclass(slots=True)
class GroupState:
    """The settings of a group.

    `role` is what its words are ("body", "note", "marker"), `ends` the role that ends with it; `left_out` says that
    nobody reads them, but for a destination inside that `holds` names. `fallback` is how many letters stand behind
    `\\u` for programs that do not know it; `level` is that of a heading, 1 the outermost.
    """

    role: str = "body"
    ends: str = ""
    left_out: bool = False
    holds: str = ""
    font: int = -1
    fallback: int = 1
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    raised: bool = False
    style: int = 0
    level: int | None = None
    centred: bool = False
    in_table: bool = False

    def set(self, word: str, number: int | None) -> bool:
        """Takes a control word that sets something; says whether it was one."""
        if word in _SWITCHES:
            setattr(self, _SWITCHES[word], number != 0)
        elif word in _FIXED:
            setattr(self, *_FIXED[word])
        else:
            return self._set_number(word, number)
        return True

    def _set_number(self, word: str, number: int | None) -> bool:
        match word:
            case "f":
                self.font = number or 0
            case "uc":
                self.fallback = 1 if number is None else max(0, number)
            case "s":
                self.style = number or 0
            case "outlinelevel":
                self.level = number + 1 if number is not None and 0 <= number < 9 else None
            case "itap":
                self.in_table = bool(number)
            case "plain":
                self.font = -1
                self.bold = self.hidden = self.deleted = self.raised = False
            case "pard":
                self.style, self.level, self.centred, self.in_table = 0, None, False, False
            case _:
                return False
        return True
