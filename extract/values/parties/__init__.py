"""Who answers: cells of bodies, persons, posts and units, and where runs of their names part."""
