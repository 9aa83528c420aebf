"""How everyday papers lay out who does what: lines of their own, pictures, labels, days, questions and answers."""
