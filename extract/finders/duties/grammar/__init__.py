"""The words of a sentence, their classes, and the rules that decide on them."""
