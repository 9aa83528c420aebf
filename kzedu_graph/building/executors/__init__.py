"""Where parts are made: in processes of this machine that can be stopped, or on a cluster."""
