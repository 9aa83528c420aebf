"""Plans of action: their columns, rows, measures, money and headings."""
