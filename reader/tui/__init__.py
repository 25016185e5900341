"""The Textual app. It holds no rule about newspapers."""
