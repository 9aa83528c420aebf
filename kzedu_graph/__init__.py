"""Records, graph and answers: everything that knows neither a document's format nor HTML."""
