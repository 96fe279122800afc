"""Where data come from: the catalogue of sources, and the doors to the internet."""
