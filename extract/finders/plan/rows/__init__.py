"""The rows of a plan: measures, indicators, headings, groups and sums, as items in printed order."""
