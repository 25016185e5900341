"""The article view, one subject a file: the pane, its marks, finding, selecting."""
