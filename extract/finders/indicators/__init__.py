"""Indicators of plans and of programmes, with their yearly values."""
