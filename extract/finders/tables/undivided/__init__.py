"""Tables that nothing divides into cells but what they say: titles of a plan, numbers that go on, times and names."""
