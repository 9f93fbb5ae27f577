"""Topics, points and speakers of constructions that ministries, universities and news agencies use in French."""

from __future__ import annotations

import pytest

from dragoman import Reading, Readout, read

FRAME = "Le ministre de l'Éducation du Pérou, Luis Quispe, a reçu mardi l'ambassadrice de Norvège, Anna Berg. "
PE, NO = "PE", "NO"
BOTH = (PE, NO)


def said(sentence: str) -> Reading:
    """The reading of a sentence told after a meeting of the Minister of Peru (PE) and the Ambassador of Norway (NO)."""
    return read(Readout(FRAME + sentence, published="2024-06-18", publisher="ministry of education", language="fr"))


TOPICS = [
    ("L'entretien avait pour objet la pêche.", ["pêche"]),
    ("Ils ont discuté de manière approfondie de la pêche.", ["pêche"]),
    ("La pêche et la tourbe ont figuré parmi les sujets abordés.", ["pêche", "tourbe"]),
    ("Plusieurs sujets ont été abordés, dont la tourbe et la pêche.", ["tourbe", "pêche"]),
    ("L'accent a été mis sur la formation des plongeurs.", ["formation des plongeurs"]),
    ("Ils ont eu un échange approfondi sur le sort des plongeurs étrangers.", ["sort des plongeurs étrangers"]),
    ("Au menu des échanges figuraient la tourbe et la pêche.", ["tourbe", "pêche"]),
    (
        "Il a été question de la pêche en mer du Nord et du prix de la tourbe.",
        ["pêche en mer du Nord", "prix de la tourbe"],
    ),
    ("Ils ont évoqué la paix au Tchad et en Libye.", ["paix au Tchad et en Libye"]),
    ("Ils ont évoqué la formation des plongeurs et des pilotes.", ["formation des plongeurs et des pilotes"]),
    ("Ils ont discuté de la formation des plongeurs et de la pêche.", ["formation des plongeurs", "pêche"]),
    ("Ont ensuite été débattus la pêche, la tourbe et le port.", ["pêche", "tourbe", "port"]),
    ("Les échanges se sont en outre concentrés sur la pêche.", ["pêche"]),
    ("La pêche a aussi figuré au menu des échanges.", ["pêche"]),
    ("Ils ont évoqué la Foire de la pêche (Lima, mai 2019) et la tourbe.", ["Foire de la pêche", "tourbe"]),
    ("Au cœur des échanges : la pêche, que la banque pourrait financer.", ["pêche"]),
    ("La diplomate a confié avoir évoqué avec le ministre la pêche et la tourbe.", ["pêche", "tourbe"]),
    ("Il a eu avec elle une séance de travail portant sur la pêche.", ["pêche"]),
    (
        "Ont été évoqués le projet de port commun et la place de la pêche.",
        ["projet de port commun", "place de la pêche"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), TOPICS, ids=[sentence for sentence, _ in TOPICS])
def test_subjects_are_told_in_many_ways(sentence: str, expected: list[str]) -> None:
    assert [topic.text for account in said(sentence).engagements for topic in account.topics] == expected


POINTS = [
    (
        "La diplomate s'est engagée, au nom de son gouvernement, à financer dix bourses.",
        [("pledged", (NO,), "financer dix bourses")],
    ),
    (
        "M. Quispe a, par la même occasion, souhaité que la tourbe soit protégée.",
        [("proposed", (PE,), "la tourbe soit protégée")],
    ),
    (
        "Ils ont souligné, à cet égard, la convergence de leurs vues.",
        [("stated", BOTH, "la convergence de leurs vues")],
    ),
    ("Elle a suggéré au ministre d'associer les régions.", [("proposed", (NO,), "associer les régions")]),
    ("Décision a été prise de créer un groupe de travail.", [("agreed", BOTH, "créer un groupe de travail")]),
    ("La pêche sera étendue, ont décidé les deux parties.", [("agreed", BOTH, "La pêche sera étendue")]),
    (
        "Tout en saluant les efforts du gouvernement, elle a regretté la lenteur des procédures.",
        [("stated", (NO,), "les efforts du gouvernement"), ("stated", (NO,), "la lenteur des procédures")],
    ),
    ("Mme Berg a indiqué qu'Oslo débloquerait des fonds.", [("pledged", (NO,), "Oslo débloquerait des fonds")]),
    ("Mme Berg a indiqué que le Chili débloquerait des fonds.", [("stated", (NO,), "le Chili débloquerait des fonds")]),
    ("Elle a exprimé la disponibilité de son pays à ouvrir un port.", [("pledged", (NO,), "ouvrir un port")]),
    (
        "Elle a réitéré l'engagement de son pays à ouvrir un port.",
        [("stated", (NO,), "l'engagement de son pays à ouvrir un port")],
    ),
    ("Elle a exprimé la gratitude de son pays pour cet appui.", [("stated", (NO,), "cet appui")]),
    (
        "« Nous voulons un port », a souligné Mme Berg, qui a rappelé au passage que la pêche recule.",
        [("stated", (NO,), "Nous voulons un port"), ("stated", (NO,), "la pêche recule")],
    ),
    (
        "Elle a remercié le ministre pour cet appui, avant de plaider pour un port.",
        [("stated", (NO,), "cet appui"), ("proposed", (NO,), "un port")],
    ),
    (
        "Mme Berg a assuré que son pays paierait, tandis que M. Quispe hésitait encore.",
        [("stated", (NO,), "son pays paierait")],
    ),
    (
        "Elle a relevé le recul de la pêche, selon un communiqué publié lundi.",
        [("stated", (NO,), "le recul de la pêche")],
    ),
    ("Mme Berg n'a pas manqué de saluer cet appui.", [("stated", (NO,), "cet appui")]),
    ("Les participants ont convenu d'ouvrir un port.", [("agreed", BOTH, "ouvrir un port")]),
    ("Une équipe sera formée au port.", []),
    ("Appelée à d'autres fonctions, Mme Berg a salué cet appui.", [("stated", (NO,), "cet appui")]),
    ("La pêche recule partout, a souligné le ministre.", [("stated", (PE,), "La pêche recule partout")]),
    (
        "Il s'agit de former des plongeurs, a dit la diplomate.",
        [("stated", (NO,), "former des plongeurs")],
    ),
    (
        "Un port ouvrira à Lima en mars, a annoncé l'ambassadrice.",
        [("pledged", (NO,), "Un port ouvrira à Lima en mars")],
    ),
    (
        "Les plongeurs sont les bienvenus, a assuré le ministre, qui a rappelé les efforts du port.",
        [("stated", (PE,), "Les plongeurs sont les bienvenus"), ("stated", (PE,), "les efforts du port")],
    ),
    (
        "« Nos plongeurs, a déclaré Mme Berg, attendent un port. »",
        [
            ("stated", (NO,), "Nos plongeurs, a déclaré Mme Berg, attendent un port"),
        ],
    ),
    ("Ils envisagent l'ouverture d'un port.", [("agreed", BOTH, "l'ouverture d'un port")]),
    ("Selon la diplomate, la pêche recule.", [("stated", (NO,), "la pêche recule")]),
    ("Avec Mme Berg, le ministre est convenu d'ouvrir un port.", [("agreed", BOTH, "ouvrir un port")]),
]


@pytest.mark.parametrize(("sentence", "expected"), POINTS, ids=[sentence for sentence, _ in POINTS])
def test_points_are_told_in_many_ways(sentence: str, expected: list[tuple[str, tuple[str, ...], str]]) -> None:
    points = [point for account in said(sentence).engagements for point in account.points]
    assert [(point.act, tuple(point.by), point.text) for point in points] == expected
