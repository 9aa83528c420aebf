"""The same data in the words of other standards: CSV on the Web, data packages, JSON-LD, ODRL, StratML; releases."""
