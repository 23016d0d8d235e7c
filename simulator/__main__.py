"""`python -m simulator` is the same as the command `simulator`."""

from simulator.cli import main

if __name__ == "__main__":
    main()
