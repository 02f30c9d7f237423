"""Indico's export API: addresses, its answers, and how they become a programme."""
