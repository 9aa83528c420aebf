"""Text to value: one small grammar a file. Each returns None for what it does not understand."""
