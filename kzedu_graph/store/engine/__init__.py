"""Questions answered by an engine in memory, in processes that can be stopped, each in its turn."""
