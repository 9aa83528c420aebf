"""What Python programs and notebooks use: a graph opened by folder or address, its tables as typed records.

`import kzedu_graph as kz` gives all of it and loads it when it is first asked for.
"""
