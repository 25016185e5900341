"""Marks on a page: figures with their values, and names."""
