"""What a Kazakh clause says beside its deed: why, on what ground, on what condition, in what frame."""
