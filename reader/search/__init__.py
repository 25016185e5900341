"""Finding things in the whole corpus."""
