def write_truth() -> None:
    pass
