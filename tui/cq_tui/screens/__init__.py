"""The screens wire widgets to the store; the app wires screens."""
