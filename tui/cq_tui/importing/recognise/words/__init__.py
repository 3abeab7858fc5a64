"""What words in headers and cells of lists mean, in the languages they come in."""
