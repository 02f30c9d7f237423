"""What the window knows and does, between widgets and services. No widget is named here."""
