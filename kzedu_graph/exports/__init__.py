"""What the graph gives to others: flat tables and the formats of other communities."""
