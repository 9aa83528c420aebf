"""Tables that go on below or to the right, put together."""
