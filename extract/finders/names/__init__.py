"""Bodies, systems and initiatives that prose names, and the terms that it defines."""
