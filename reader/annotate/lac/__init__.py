"""The tagger that comes inside jieba, `lac_small`, run with numpy: its files, its network, its tags."""
