"""Reading any file of a feed: its archive, rows and cells, and the declaration of columns."""
