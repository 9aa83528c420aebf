"""The moods that a text and its parts may have."""

ENACTING = "enacting"
INSTRUCTION = "instruction"
REPORT = "report"
PLAN = "plan"
