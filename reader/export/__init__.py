"""Pages and tables in the forms other programs read."""
