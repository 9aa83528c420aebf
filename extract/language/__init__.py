"""Kazakh for spaCy, Russian word forms, sentences, and names found in any inflection."""
