"""Publishing into a calendar on a CalDAV server (RFC 4791); alone knows the caldav library.

The library is an optional extra, imported when a server is first asked.
"""
