"""Text to question: parsing that never fails, the vocabulary of the kinds, Chinese widening, SQL."""
