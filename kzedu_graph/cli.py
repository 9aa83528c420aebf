"""The command `kzedu`."""
import click

@click.group()
def main() -> None:
    """stub replaced in a moment"""

