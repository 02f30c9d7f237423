"""Files and addresses that come into the window, and files that leave it."""
