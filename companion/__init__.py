"""QTML Companion: the programme of the QTML conference series on your desktop."""

__version__ = "0.1.0"
APP_NAME = "QTML Companion"
APP_ID = "org.qtml_companion.Companion"
