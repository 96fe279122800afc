"""grensgeo: what people on each side of a border can reach, how fast, and what the border costs."""
