"""Who acts in a Kazakh sentence though no list has him: told by the place and the form of his noun."""
