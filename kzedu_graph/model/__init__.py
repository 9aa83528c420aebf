"""Records, findings, periods and errors: what every floor above speaks of. It stands on nothing."""
