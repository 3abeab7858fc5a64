"""Where the user is, was, and how one gets to another place."""
