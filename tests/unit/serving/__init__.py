"""The server of browser windows, asked over the network as a browser asks it, without one."""
