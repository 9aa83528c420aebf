"""What must hold and what is questionable: shapes, their rules, and what they say."""
