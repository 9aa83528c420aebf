"""The texts that a graph is built from: their manifest, and how they are downloaded."""
