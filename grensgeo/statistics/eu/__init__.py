"""What Eurostat publishes: employment by NUTS 3 region, and the census on a grid."""
