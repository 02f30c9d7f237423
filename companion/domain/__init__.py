"""What the programme of a conference is: frozen dataclasses and pure functions, no I/O."""
