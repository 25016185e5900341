"""What the terminal is asked before the app takes it over."""
