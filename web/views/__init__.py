"""What pages show: things read once a build, held in memory."""
