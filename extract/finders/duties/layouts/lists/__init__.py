"""Lists that a text lays out without marks or with others, as the lead-ins and items that they are."""
