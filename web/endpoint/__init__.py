"""The SPARQL endpoint for machines, and its errors."""
