"""Letters, sounds and endings of Kazakh and Russian: what extraction and comparison share."""
