"""What the screens that write a file or a folder share."""
