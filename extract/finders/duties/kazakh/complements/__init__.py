"""What a Kazakh deed is done to: an object, a passive's subject, what its verb governs in another case."""
