"""Where duties are looked for: sentences and items, with the lead-ins that govern them."""
