"""The explorer: pages and an endpoint over the store."""
