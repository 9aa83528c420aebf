"""What a Russian clause says beside its deed: openings, asides, and what closes it."""
