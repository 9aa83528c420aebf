"""Which text is this? Its header, its identity, and the settings of single documents."""
