"""A brief: an event, or what a filter leaves of a list, as a paper of one to three pages to be handed over."""
