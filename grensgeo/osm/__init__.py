"""OpenStreetMap: reading extracts, and what their tags mean for streets, rail and water."""
