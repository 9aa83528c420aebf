"""How everyday papers lay out who does what: lines of their own, labels, days, questions and answers, calls by name."""
