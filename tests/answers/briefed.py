"""A register for briefs: dealings of Portugal and Norway as both sides tell them, and those of others."""

from __future__ import annotations

from pathlib import Path

from dragoman import Readout, read
from dragoman.register import Register, open_register

READOUTS = (
    Readout(
        ref="oslo-pt",
        title="Minister Sousa in Oslo",
        published="2024-03-05",
        publisher="Ministry of Education of Portugal",
        language="en",
        text="On 4 March 2024, Minister Ana Sousa of Portugal met Minister Kari Lund of Norway in Oslo. They agreed to "
        "open a joint laboratory for ocean science. They also discussed teacher training.",
    ),
    Readout(
        ref="oslo-no",
        title="A visitor from Portugal",
        published="2024-03-05",
        publisher="Government of Norway",
        language="en",
        text="On 4 March 2024, Minister Kari Lund of Norway received Minister Ana Sousa of Portugal in Oslo. They "
        "discussed ocean science and student mobility.",
    ),
    Readout(
        ref="lisbon",
        title="Talks in Lisbon",
        published="2025-06-11",
        language="en",
        text="On 10 June 2025, Minister Ana Sousa of Portugal met Minister Kari Lund of Norway in Lisbon to implement "
        "the results of their meeting in Oslo on 4 March 2024. The two ministers agreed to set up a Portugal-Norway "
        "Ocean Forum.",
    ),
    Readout(
        ref="appel",
        title="Entretien téléphonique",
        published="2022-05-13",
        language="fr",
        text="Le 12 mai 2022, la ministre portugaise de l'Éducation, Ana Sousa, s'est entretenue par téléphone avec la "
        "ministre norvégienne de la Recherche, Kari Lund. Elles ont évoqué la mobilité des étudiants.",
    ),
    Readout(
        ref="beijing",
        title="会见",
        published="2023-09-02",
        language="zh",
        text="9月1日，教育部部长李伟在北京会见葡萄牙教育部长安娜·索萨。双方同意扩大学生交流。",
    ),
    Readout(
        ref="paris",
        title="Ghana at UNESCO",
        published="2024-05-03",
        language="en",
        text="On 2 May 2024, Minister Kofi Mensah of Ghana met Audrey Azoulay, Director-General of UNESCO, in Paris. "
        "They discussed girls' education.",
    ),
)


def filled(path: Path) -> Register:
    """A register in a file, filled; the caller closes it."""
    register = open_register(path, create=True)
    for readout in READOUTS:
        register.add(readout, read(readout))
    return register
