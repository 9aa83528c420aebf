"""Questions answered: an engine in memory, in processes that can be stopped, each in its turn."""
