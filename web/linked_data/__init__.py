"""Every IRI opens: pages or RDF by what is accepted, and descriptions for machines."""
