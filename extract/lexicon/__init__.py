"""What words mean: YAML that a linguist can read and change, and what reads it."""
