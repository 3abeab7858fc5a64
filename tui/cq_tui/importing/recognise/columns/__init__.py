"""What the cells of a column are, and the draft of a mapping that is made of them."""
