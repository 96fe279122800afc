"""Reading any file of a feed: the archive, its rows and cells, and what is declared of them."""
