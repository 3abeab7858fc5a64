"""The packages as others get them: built, compared, installed with every Python there is, and used."""
