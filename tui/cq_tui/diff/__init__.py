"""Two editions of an archive set against each other: what came in, what went, what changed and by which field."""
