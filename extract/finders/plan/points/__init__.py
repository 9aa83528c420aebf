"""Plans without a table: points with notes beneath or behind them."""
