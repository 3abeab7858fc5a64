"""What can be answered to a question, and the mapping after it."""
