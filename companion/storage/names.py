"""Names of the files in the data folder; `companion.paths` knows the first one too."""

DATABASE_NAME = "companion.sqlite3"
CHECKS_NAME = "checked.json"
BACKUPS_NAME = "backups"
RESCUE_NAME = "rescue"
