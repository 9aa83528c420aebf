"""The door for assistants: the Model Context Protocol over the same read models as the pages."""
