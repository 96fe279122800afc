"""Reading the outside world: each module reads one kind of source into verified tables."""
