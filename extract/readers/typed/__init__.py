"""Tables of typed pages, in fences of Markdown and in plain texts: framed by bars and strokes, or by blanks alone."""
