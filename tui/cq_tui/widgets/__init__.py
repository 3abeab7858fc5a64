"""Selection to screen: widgets know data and messages, never the app."""
