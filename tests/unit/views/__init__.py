"""Views: their files, what they held, and the commands that open them."""
