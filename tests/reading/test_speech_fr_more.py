"""More French constructions of discussing and saying: passives, periphrases, relatives, denials, other modals."""

from __future__ import annotations

import pytest
from tests.reading.test_speech_fr import BOTH, NO, PE, said

from dragoman import Readout, read

TOPICS = [
    (
        "Ils ont évoqué l'échange de pilotes entre Oslo, Lima et Quito, la pêche et la tourbe.",
        ["échange de pilotes entre Oslo, Lima et Quito", "pêche", "tourbe"],
    ),
    (
        "Il a également été fait référence au sort des plongeurs, ainsi qu'aux mesures prises au port.",
        ["sort des plongeurs", "mesures prises au port"],
    ),
    ("Des idées ont été échangées sur la pêche.", ["pêche"]),
    (
        "Les deux responsables ont fait le tour des dossiers en cours : la pêche, la tourbe, le port.",
        ["pêche", "tourbe", "port"],
    ),
    ("Au cœur du tête-à-tête, qui a duré une heure : la pêche et la tourbe.", ["pêche", "tourbe"]),
    ("Au menu de cette séance de travail, la pêche et la tourbe.", ["pêche", "tourbe"]),
    (
        "L'audience a permis de passer en revue l'état du port et les perspectives de son développement.",
        ["état du port", "perspectives de son développement"],
    ),
    ("Il s'est agi d'examiner la pêche et la tourbe.", ["pêche", "tourbe"]),
    ("Ils ont consacré l'essentiel de leurs échanges à la pêche.", ["pêche"]),
    ("Une attention particulière a été accordée à la pêche.", ["pêche"]),
    ("La situation au Sahel a également été évoquée, de même que la pêche.", ["situation au Sahel", "pêche"]),
    ("Parmi les sujets abordés figurent la pêche et la tourbe.", ["pêche", "tourbe"]),
    ("Les deux parties ont réfléchi aux moyens de développer la pêche.", ["développer la pêche"]),
    ("Ils ont évoqué le sort des ports dont la pêche a souffert.", ["sort des ports dont la pêche a souffert"]),
    ("Ils ont évoqué plusieurs ports dont Lima et Oslo.", ["plusieurs ports", "Lima", "Oslo"]),
    (
        "Ils ont évoqué la ligne entre Lima et Oslo, dont Mme Berg a annoncé l'ouverture en juillet.",
        ["ligne entre Lima et Oslo"],
    ),
    ("Les interlocuteurs ont discuté de la pêche.", ["pêche"]),
    ("Ils ont évoqué l'élargissement et l'approfondissement de la coopération maritime.", ["coopération maritime"]),
    ("Ils ont évoqué le développement et la paix.", ["développement", "paix"]),
    (
        "Les échanges se sont articulés autour de trois axes : la pêche, la tourbe et le port.",
        ["pêche", "tourbe", "port"],
    ),
    ("Ils ont fait un point sur la pêche.", ["pêche"]),
    ("Les échanges ont tourné essentiellement autour de la pêche.", ["pêche"]),
    ("Ils ont discuté de la saison, M. Quispe insistant sur la pêche et Mme Berg plaidant pour un port.", ["saison"]),
    ("Ils ont évoqué la situation en mer Rouge, à Gaza et au Liban.", ["situation en mer Rouge, à Gaza et au Liban"]),
    (
        "« Au cours de cet entretien, indique le communiqué, la pêche et la tourbe ont été évoquées. »",
        ["pêche", "tourbe"],
    ),
    (
        "Prix de la tourbe, formation des plongeurs, sort du port : ils ont noté leurs convergences.",
        ["Prix de la tourbe", "formation des plongeurs", "sort du port"],
    ),
    ("Les crues qui frappent le Nord ont été évoquées.", ["crues"]),
    ("Après avoir évoqué la pêche et la tourbe, ils ont visité le port.", ["pêche", "tourbe"]),
    ("Au cours de ces échanges, ont été évoqués les moyens d'élargir la pêche.", ["élargir la pêche"]),
    ('L\'entretien, lit-on dans un communiqué, "a été consacré à la pêche, dont le niveau reste bas".', ["pêche"]),
    ("Il a été procédé à un échange de vues sur la pêche.", ["pêche"]),
    ("Mme Berg a indiqué que les discussions avaient porté sur la pêche et la tourbe.", ["pêche", "tourbe"]),
    ("Mme Berg a fait savoir que la rencontre a permis d'aborder la pêche.", ["pêche"]),
    ("Mme Berg a dit que les discussions devaient porter sur la pêche.", []),
    ("Ils ont évoqué divers sujets d'intérêt commun, notamment la pêche et la tourbe.", ["pêche", "tourbe"]),
    (
        "Ils ont évoqué le port, la rénovation de l'Université de Lima et la formation des plongeurs.",
        ["port", "rénovation de l'Université de Lima", "formation des plongeurs"],
    ),
    ("Mme Berg était venue s'enquérir de l'état du port.", ["état du port"]),
    ("Tous deux se sont entretenus, mardi à Lima, de la pêche et de la tourbe.", ["pêche", "tourbe"]),
    ("Ils ont fait notamment le point sur la pêche.", ["pêche"]),
    (
        "Les discussions ont tourné autour de l'échange d'idées en matière de pêche.",
        ["échange d'idées en matière de pêche"],
    ),
    ("Ils ont eu un échange sur la pêche.", ["pêche"]),
    ("Le point a été fait sur la pêche.", ["pêche"]),
]

POINTS = [
    (
        "L'importance des échanges entre les commissions a été soulignée de part et d'autre.",
        [("stated", BOTH, "L'importance des échanges entre les commissions")],
    ),
    ("Le rôle des plongeurs a été salué par les deux parties.", [("stated", BOTH, "Le rôle des plongeurs")]),
    ("La volonté de renforcer la pêche a été réaffirmée.", [("stated", BOTH, "La volonté de renforcer la pêche")]),
    ("Le texte doit encore être approuvé par les deux parlements.", []),
    ("Luis Quispe s'est borné à indiquer que la pêche avançait.", [("stated", (PE,), "la pêche avançait")]),
    ("M. Quispe n'a pas souhaité faire de déclaration.", []),
    ("Mme Berg n'a pas exclu une aide.", [("stated", (NO,), "une aide")]),
    (
        "Mme Berg a noté que la pêche avançait et que la Norvège est prête à aider le port.",
        [("stated", (NO,), "la pêche avançait"), ("pledged", (NO,), "aider le port")],
    ),
    (
        "« Le berger ne demande pas son passeport à la pluie », a lancé le ministre.",
        [("stated", (PE,), "Le berger ne demande pas son passeport à la pluie")],
    ),
    (
        "« La pêche est une priorité. Nous aiderons le port », a-t-elle conclu.",
        [("stated", (NO,), "La pêche est une priorité"), ("pledged", (NO,), "Nous aiderons le port")],
    ),
    ("Mme Berg a lancé le programme des bourses.", []),
    (
        "Pour Mme Berg, « la pêche ne promet que ce qu'elle peut tenir ».",
        [("stated", (NO,), "la pêche ne promet que ce qu'elle peut tenir")],
    ),
    ("La pêche reste une priorité, selon le ministre.", [("stated", (PE,), "La pêche reste une priorité")]),
    (
        "Il a présenté la réforme des ports, à laquelle Mme Berg a exprimé l'intention de son pays de s'associer.",
        [("stated", (PE,), "la réforme des ports"), ("pledged", (NO,), "s'associer")],
    ),
    (
        "Ils ont évoqué la ligne entre Lima et Oslo, dont Mme Berg a annoncé l'ouverture en juillet.",
        [("pledged", (NO,), "l'ouverture en juillet")],
    ),
    (
        "M. Quispe a plaidé pour un fichier unique, proposition que Mme Berg a promis de soumettre à son gouvernement.",
        [("proposed", (PE,), "un fichier unique"), ("pledged", (NO,), "soumettre à son gouvernement")],
    ),
    ("Les deux parties ont adopté une déclaration sur la pêche.", [("signed", BOTH, "une déclaration sur la pêche")]),
    ("Ils ont adopté le principe d'une visite.", [("agreed", BOTH, "adopté le principe d'une visite")]),
    ("Les ministres sont convenus de rester en contact.", [("agreed", BOTH, "rester en contact")]),
    (
        "La Norvège soutient pleinement les efforts du Pérou pour la pêche.",
        [("stated", (NO,), "les efforts du Pérou pour la pêche")],
    ),
    ("Le projet soutient la pêche.", []),
    ("M. Quispe a donné instruction à ses services d'étudier la demande.", [("pledged", (PE,), "étudier la demande")]),
    ("M. Quispe a accueilli favorablement cette proposition.", [("stated", (PE,), "cette proposition")]),
    ("M. Quispe a rendu un vibrant hommage aux plongeurs.", [("stated", (PE,), "plongeurs")]),
    ("M. Quispe a souhaité rappeler le rôle des plongeurs.", [("stated", (PE,), "le rôle des plongeurs")]),
    (
        "Elle a rappelé l'histoire de la pêche, avant de souligner le rôle du port et d'appeler à une réforme.",
        [
            ("stated", (NO,), "l'histoire de la pêche"),
            ("stated", (NO,), "le rôle du port"),
            ("proposed", (NO,), "une réforme"),
        ],
    ),
    (
        "Les deux parties ont exprimé leur volonté commune de développer la pêche.",
        [("agreed", BOTH, "développer la pêche")],
    ),
    (
        "Mme Berg a précisé que son pays envisageait d'ouvrir une ligne.",
        [("pledged", (NO,), "son pays envisageait d'ouvrir une ligne")],
    ),
    ("Mme Berg a indiqué que dix bourses seraient accordées.", [("pledged", (NO,), "dix bourses seraient accordées")]),
    (
        "Anna Berg a fait part, à cette occasion, de la disponibilité de son pays à financer dix bourses.",
        [("pledged", (NO,), "financer dix bourses")],
    ),
    (
        "Mme Berg a fait part au ministre de sa préoccupation face à la pêche illégale.",
        [("stated", (NO,), "sa préoccupation face à la pêche illégale")],
    ),
    ("Mme Berg a rendu compte de la saison.", [("stated", (NO,), "la saison")]),
    (
        "« Nous sommes venus lui rendre compte de la saison », a déclaré Mme Berg.",
        [("stated", (NO,), "Nous sommes venus lui rendre compte de la saison")],
    ),
    ("Mme Berg a répondu que son pays aiderait le port.", [("pledged", (NO,), "son pays aiderait le port")]),
    (
        "« Nous n'avons pas seulement parlé de pêche », a pourtant insisté Mme Berg.",
        [("stated", (NO,), "Nous n'avons pas seulement parlé de pêche")],
    ),
    (
        "Elle a affirmé la disponibilité de son pays à financer dix bourses.",
        [("pledged", (NO,), "financer dix bourses")],
    ),
    ("Elle a affirmé le rôle de la pêche.", [("stated", (NO,), "le rôle de la pêche")]),
    (
        "Ils ont discuté de la saison, M. Quispe insistant sur la pêche et Mme Berg plaidant pour un port.",
        [("stated", (PE,), "la pêche"), ("proposed", (NO,), "un port")],
    ),
    (
        "Prix de la tourbe, formation des plongeurs, sort du port : ils ont noté leurs convergences.",
        [("stated", BOTH, "leurs convergences")],
    ),
    (
        "Mme Berg a déclaré à l'agence, au terme de l'audience, que la pêche avançait.",
        [("stated", (NO,), "la pêche avançait")],
    ),
    ("Le port rouvrira en juin, annonce le service de presse du ministère.", []),
    ("M. Quispe a assuré que cette demande serait examinée.", [("pledged", (PE,), "cette demande serait examinée")]),
    (
        "Il a promis un fonds aux plongeurs, avant de leur annoncer l'arrivée de deux bateaux.",
        [("pledged", (PE,), "un fonds aux plongeurs"), ("pledged", (PE,), "l'arrivée de deux bateaux")],
    ),
    (
        "Impressionnée par le port, Mme Berg a promis une aide.",
        [("stated", (NO,), "le port"), ("pledged", (NO,), "une aide")],
    ),
    ("Mme Berg a salué le nouveau port, dont la cale ouvre en mai.", [("stated", (NO,), "le nouveau port")]),
    ("Il a également été recommandé de former des plongeurs.", [("proposed", BOTH, "former des plongeurs")]),
    ("Il a été rappelé que la pêche est ancienne.", [("stated", BOTH, "la pêche est ancienne")]),
    ("Engagement a été pris de former des plongeurs.", [("agreed", BOTH, "former des plongeurs")]),
    ("La Norvège accordera dix bourses au Pérou.", [("pledged", (NO,), "accordera dix bourses au Pérou")]),
    ("Elle a exprimé la gratitude du peuple norvégien.", [("stated", (NO,), "la gratitude du peuple norvégien")]),
    ("Mme Berg était venue lui présenter le projet du port.", [("stated", (NO,), "le projet du port")]),
    (
        "Le ministre a indiqué à Mme Berg que le gouvernement financera un port.",
        [("pledged", (PE,), "le gouvernement financera un port")],
    ),
    ("Elle a exprimé sa gratitude à son hôte pour les bateaux.", [("stated", (NO,), "les bateaux")]),
    ("M. Quispe a signé une convention avec Mme Berg.", [("signed", BOTH, "convention")]),
    ("Ils ont adopté l'Appel de Lima.", [("signed", BOTH, "l'Appel de Lima")]),
    ("Selon elle, la pêche progresse.", [("stated", (NO,), "la pêche progresse")]),
    ("« La pêche progresse », dit-elle.", [("stated", (NO,), "La pêche progresse")]),
    (
        "Mme Berg a indiqué que son pays financerait un port et que les travaux débuteraient en mars.",
        [("pledged", (NO,), "son pays financerait un port et que les travaux débuteraient en mars")],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), TOPICS, ids=[sentence for sentence, _ in TOPICS])
def test_more_subjects(sentence: str, expected: list[str]) -> None:
    assert [topic.text for account in said(sentence).engagements for topic in account.topics] == expected


@pytest.mark.parametrize(("sentence", "expected"), POINTS, ids=[sentence for sentence, _ in POINTS])
def test_more_points(sentence: str, expected: list[tuple[str, tuple[str, ...], str]]) -> None:
    points = [point for account in said(sentence).engagements for point in account.points]
    assert [(point.act, tuple(point.by), point.text) for point in points] == expected


def kinds_of_points(text: str) -> list[tuple[str, str]]:
    """The kind of the account of each point, and what it says."""
    reading = read(Readout(text, published="2024-06-18", language="fr"))
    return [(account.kind, point.text) for account in reading.engagements for point in account.points]


def test_what_is_said_after_a_signing_is_of_the_talks_before_it() -> None:
    talks = "La ministre norvégienne Anna Berg et le ministre péruvien Luis Quispe se sont entretenus lundi à Lima. "
    signed = "Ils ont signé un accord de pêche. Mme Berg a salué les plongeurs."
    assert ("meeting", "les plongeurs") in kinds_of_points(talks + signed)


def test_what_is_said_at_a_signing_is_of_it() -> None:
    signed = (
        "La ministre norvégienne Anna Berg et le ministre péruvien Luis Quispe ont signé lundi un accord de pêche. "
    )
    assert ("signing", "les plongeurs") in kinds_of_points(signed + "Mme Berg a salué les plongeurs.")
