"""An archive: any number of pages, parsed once, kept in a cache, and read from it as they are wanted."""
