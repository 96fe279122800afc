"""How pages of one file are put together; pages of text and tables in three languages."""
