"""What each part of a text does, told by its title, its headings and how its points open: its mood."""
