"""The parts of the grid in which a ranking table is shown."""
