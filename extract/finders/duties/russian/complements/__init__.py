"""What a Russian duty is done to: where the phrase of its verb stands, and how far it reaches."""
