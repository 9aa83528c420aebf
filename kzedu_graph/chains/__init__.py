"""Chains of responsibility: the graph of who answers for what, its rows, its traces."""
