"""The command line. stdout is data, stderr is narration; exit codes stand in `reader.cli.exits`."""
