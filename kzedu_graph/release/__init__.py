"""A dataset to cite, made of the graph in service."""
