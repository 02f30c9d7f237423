from tests.support.fixtures import replay

__all__ = ["replay"]
