"""What a trip costs, apart from its time, and both as one: by group of people, on either side."""
