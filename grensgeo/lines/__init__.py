"""Lines of public transport written by hand: at headways, with the hours in which they run."""
