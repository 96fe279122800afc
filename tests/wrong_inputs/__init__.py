"""Known wrong inputs: each kind makes a wrong file of a right one, as people really make them."""
