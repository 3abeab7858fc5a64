"""What would come of a list, told before anything is written."""
