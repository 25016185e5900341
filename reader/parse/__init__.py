"""From a page's text to its articles."""
