"""Tables of typed pages whose columns a conversion has run together: every line holds a piece of each cell."""
