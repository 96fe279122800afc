"""What statistical offices publish: readers by country, concepts, conversions and bounds."""
