"""The tagger against a slow computation of the same network, and against files that are not what they should be."""

from __future__ import annotations

import itertools
import math
import shutil
import struct
from pathlib import Path

import numpy as np
import pytest

from reader.annotate.lac.faults import BadWeightsError
from reader.annotate.lac.network import Network
from reader.annotate.lac.tagging import as_learned, sentences, tag_texts
from reader.annotate.lac.weights import folder, load

SENTENCES = ["9月4日,省政府新闻办举行发布会.", "记者何宝国", "x", "从太原理工大学获悉,小店区排名第3", ""]


@pytest.fixture(scope="module")
def files() -> Path:
    found = folder()
    assert found is not None
    return found


@pytest.fixture(scope="module")
def network(files: Path) -> Network:
    return Network(load(files))


def _values(path: Path) -> list[float]:
    """The last values of a file, read without looking at what stands before them."""
    data = path.read_bytes()
    size = struct.unpack_from("<i", data, 16)[0]
    return list(struct.unpack(f"<{(len(data) - 20 - size) // 4}f", data[20 + size :]))


def _rows(values: list[float], width: int) -> list[list[float]]:
    return [values[at : at + width] for at in range(0, len(values), width)]


def _times(vector: list[float], matrix: list[list[float]]) -> list[float]:
    return [
        math.fsum(v * row[column] for v, row in zip(vector, matrix, strict=True)) for column in range(len(matrix[0]))
    ]


def _sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-value))


def _slow_scores(files: Path, sentence: str) -> list[list[float]]:
    """The network of `lac_small/nets.py`, one character and one number at a time."""
    model, size = files / "model_baseline", 128
    numbers = {
        text: int(number)
        for number, _, text in (line.partition("\t") for line in (files / "word.dic").read_text("utf-8").split("\n"))
        if text
    }
    embedding = _values(model / "word_emb")
    inputs = [
        embedding[size * number : size * (number + 1)]
        for number in (numbers.get(sign, numbers["OOV"]) for sign in sentence)
    ]
    for layer in range(2):
        ways = []
        for way in range(2):
            number = 2 * layer + way
            project = _rows(_values(model / f"fc_{number}.w_0"), 3 * size)
            project_bias, bias = _values(model / f"fc_{number}.b_0"), _values(model / f"gru_{number}.b_0")
            recurrent = _values(model / f"gru_{number}.w_0")
            gates = _rows(recurrent[: 2 * size * size], 2 * size)
            candidate = _rows(recurrent[2 * size * size :], size)
            state, states = [0.0] * size, []
            for vector in inputs if way == 0 else inputs[::-1]:
                given = [x + b + c for x, b, c in zip(_times(vector, project), project_bias, bias, strict=True)]
                both = _times(state, gates)
                update = [_sigmoid(given[i] + both[i]) for i in range(size)]
                reset = [_sigmoid(given[size + i] + both[size + i]) for i in range(size)]
                inner = _times([r * s for r, s in zip(reset, state, strict=True)], candidate)
                state = [
                    (1 - update[i]) * state[i] + update[i] * math.tanh(given[2 * size + i] + inner[i])
                    for i in range(size)
                ]
                states.append(state)
            ways.append(states if way == 0 else states[::-1])
        inputs = [a + b for a, b in zip(*ways, strict=True)]
    score, bias = _values(model / "fc_4.w_0"), _values(model / "fc_4.b_0")
    matrix = _rows(score, len(bias))
    return [[x + b for x, b in zip(_times(vector, matrix), bias, strict=True)] for vector in inputs]


def test_scores_are_those_of_the_network(files: Path, network: Network) -> None:
    for sentence, scores in zip(SENTENCES[:3], network.score(SENTENCES)[:3], strict=True):
        assert np.allclose(scores, np.array(_slow_scores(files, sentence)), atol=2e-3)


@pytest.mark.parametrize("side_by_side", [512, 2])
def test_sentences_read_side_by_side_are_read_as_by_themselves(
    network: Network, side_by_side: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.annotate.lac.network._SIDE_BY_SIDE", side_by_side)
    together = network.tag(SENTENCES)
    assert together == [network.tag([sentence])[0] for sentence in SENTENCES]
    assert [len(tags) for tags in together] == [len(sentence) for sentence in SENTENCES]


def test_chain_of_tags_is_the_best(files: Path, network: Network) -> None:
    """Of all chains over the five likeliest tags of each character."""
    chain = np.array(_values(files / "model_baseline" / "crfw")).reshape(-1, len(network.tags))
    scores = network.score(["何宝国说"])[0]

    def worth(tags: tuple[int, ...]) -> float:
        steps = sum(chain[2 + a, b] for a, b in itertools.pairwise(tags))
        return float(
            chain[0, tags[0]] + chain[1, tags[-1]] + steps + sum(scores[at, tag] for at, tag in enumerate(tags))
        )

    likeliest = [np.argsort(-row)[:5].tolist() for row in scores]
    found = tuple(network.tag(["何宝国说"])[0])
    assert worth(found) >= max(map(worth, itertools.product(*likeliest))) - 1e-3


def test_words_cover_the_text_whatever_its_signs() -> None:
    text = "（记者　何宝国）9月4日，省政府新闻办举行发布会。\n“好！”𠮷"
    words = tag_texts([text])[0]
    assert "".join(word.text for word in words) == text
    assert [word.start for word in words] == [0, *itertools.accumulate(len(word.text) for word in words)][:-1]
    assert ("何宝国", "PER") in [(word.text, word.tag) for word in words]


def test_text_is_put_to_the_network_as_it_learned_it() -> None:
    assert as_learned("，。“Ａ”（1）") == ',."a"(1)'


def test_sentences_cover_the_text_and_none_is_long() -> None:
    text = as_learned("一" * 500 + "。" + "二,三" * 100)
    spans = list(sentences(text))
    assert [start for start, _ in spans] == [0, *(end for _, end in spans[:-1])]
    assert spans[-1][1] == len(text)
    assert max(end - start for start, end in spans) <= 80


@pytest.fixture
def copied(files: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(files, tmp_path / "lac_small"))


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4])


def _other_shape(path: Path) -> None:
    path.write_bytes(path.with_name("fc_4.b_0").read_bytes())


def _not_a_number(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4] + struct.pack("<f", math.nan))


@pytest.mark.parametrize("name", ["word_emb", "crfw", "fc_2.w_0", "gru_3.b_0"])
@pytest.mark.parametrize("spoil", [_cut, _other_shape, _not_a_number, Path.unlink])
def test_spoilt_weights_are_refused(copied: Path, name: str, spoil: object) -> None:
    assert callable(spoil)
    spoil(copied / "model_baseline" / name)
    with pytest.raises(BadWeightsError, match=name):
        load(copied)


@pytest.mark.parametrize("name", ["word.dic", "tag.dic"])
def test_lists_that_are_not_whole_are_refused(copied: Path, name: str) -> None:
    lines = (copied / name).read_text("utf-8").split("\n")
    (copied / name).write_text("\n".join(line for line in lines if not line.endswith(("OOV", "nr-B"))), "utf-8")
    with pytest.raises(BadWeightsError):
        load(copied)
