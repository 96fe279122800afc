"""Times over streets: chains, a hierarchy and sweeps down it; arrays in, arrays out."""
