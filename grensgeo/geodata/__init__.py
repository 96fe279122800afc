"""Points, areas, rasters and roads from files, held to what can be true of places."""
