"""The dataset behind every answer: builds on disk, servers by address, the gallery of questions."""
