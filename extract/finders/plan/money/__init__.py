"""The money of a plan: amounts of cells, the funding of a row, the totals of the whole."""
