"""Tables that were split in two for their width."""
