"""Golden pictures of every screen: ``tour.py`` says which, ``making.py`` makes them, ``golden.py`` keeps them."""
