"""What was done: people's reports beside the plan, never mixed with it."""
