"""Which of the languages that are read a text is in; None for any other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.languages.detect import detect

ENGLISH = "The Minister of Ports met the Ambassador of Peru in Lagos on Monday and they agreed to open a joint school."
FRENCH = "La ministre des Ports a reçu lundi l’ambassadeur du Pérou à Lagos et ils sont convenus d’ouvrir une école."
CHINESE = "港口部部长周一在拉各斯会见秘鲁大使，双方同意共同开办一所学校。"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (ENGLISH.upper(), "en"),
        (FRENCH, "fr"),
        (FRENCH.upper(), "fr"),
        (FRENCH.replace("’", "'"), "fr"),
        (CHINESE, "zh"),
        ("港口部部長週一在拉各斯會見祕魯大使，雙方同意共同開辦一所學校。", "zh"),
        (
            "Professor Chukwu and Mr Soto talked about fishing while the delegations toured the harbour with students.",
            "en",
        ),
        (
            "Le directeur général s’est entretenu avec son homologue de la mobilité des étudiants et des chercheurs.",
            "fr",
        ),
        ("The Minister met Lin Guoqiang (林国强) and Zhao Yun (赵云), who were in Lagos for a conference.", "en"),
        ("林国强会见UNESCO总干事Audrey Azoulay，就STEM教育和AI交换意见。", "zh"),
        (
            "La ministre a rencontré M. Lin (林国强) à Pékin, où ils ont parlé de la coopération entre universités.",
            "fr",
        ),
        ("周一，林国强会见日本大使，大使赠送题有“の”字的书法作品。", "zh"),
    ],
)
def test_prose_is_told(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Minister Okafor’s Meeting with Ambassador Soto", "en"),
        ("Readout", "en"),
        ("Secretary Whitfield Travels to Peru", "en"),
        ("Peru and Ghana Sign Fisheries Accord", "en"),
        ("Visite de la ministre au Pérou", "fr"),
        ("Entretien avec M. Soto", "fr"),
        ("L’ambassadeur d’Irlande reçu à Lagos", "fr"),
        ("Rencontre franco-péruvienne", "fr"),
        ("林国强会见秘鲁大使", "zh"),
        ("会见", "zh"),
    ],
)
def test_a_title_is_told_where_it_can_be(title: str, language: str) -> None:
    assert detect(title) == language


@pytest.mark.parametrize(
    "text",
    [
        "La ministra de Puertos se reunió el lunes en Lagos con el embajador del Perú y acordaron abrir una escuela.",
        "A ministra dos Portos reuniu-se na segunda-feira em Lagos com o embaixador do Peru para abrir uma escola.",
        "La ministra dei Porti ha incontrato lunedì a Lagos l’ambasciatore del Perù e apriranno una scuola.",
        "La ministra de Ports es va reunir dilluns a Lagos amb l’ambaixador del Perú per obrir una escola.",
        "Ministrul Porturilor s-a întâlnit luni la Lagos cu ambasadorul Peruului și au convenit să deschidă o școală.",
        "Die Hafenministerin traf am Montag in Lagos den Botschafter von Peru, und sie wollen eine Schule eröffnen.",
        "De minister van Havens ontmoette maandag in Lagos de ambassadeur van Peru en zij openen samen een school.",
        "Hamnministern träffade på måndagen Perus ambassadör i Lagos och de kom överens om att öppna en skola.",
        "Havneministeren mødte mandag Perus ambassadør i Lagos, og de blev enige om at åbne en skole.",
        "Minister portów spotkała się w poniedziałek w Lagos z ambasadorem Peru i zgodzili się otworzyć szkołę.",
        "Ministryně přístavů se v pondělí v Lagosu setkala s velvyslancem Peru a dohodli se, že otevřou školu.",
        "A kikötőkért felelős miniszter hétfőn Lagosban találkozott Peru nagykövetével, és iskolát nyitnak.",
        "Satamaministeri tapasi maanantaina Lagosissa Perun suurlähettilään, ja he sopivat koulun avaamisesta.",
        "Limanlar bakanı pazartesi günü Lagos'ta Peru büyükelçisi ile görüştü ve bir okul açmaya karar verdiler.",
        "Menteri Pelabuhan bertemu dengan Duta Besar Peru di Lagos pada hari Senin dan sepakat membuka sekolah.",
        "Bộ trưởng Cảng gặp đại sứ của Peru tại Lagos hôm thứ Hai và đồng ý mở một trường học.",
        "Waziri wa Bandari alikutana na balozi wa Peru mjini Lagos siku ya Jumatatu na wakakubaliana kufungua shule.",
        "Nakipulong noong Lunes sa Lagos ang kalihim ng mga daungan sa embahador ng Peru para sa paaralan.",
        "Министр портов встретилась в понедельник в Лагосе с послом Перу, и они договорились открыть школу.",
        "Η υπουργός Λιμένων συναντήθηκε τη Δευτέρα στο Λάγος με τον πρέσβη του Περού.",
        "التقت وزيرة الموانئ يوم الاثنين في لاغوس بسفير بيرو واتفقا على افتتاح مدرسة.",
        "שרת הנמלים נפגשה ביום שני בלאגוס עם שגריר פרו והם הסכימו לפתוח בית ספר.",
        "बंदरगाह मंत्री ने सोमवार को लागोस में पेरू के राजदूत से मुलाकात की।",
        "港湾大臣は月曜日にラゴスでペルー大使と会談し、学校を開くことで一致した。",
        "ペルー大使との会談の開催",
        "항만부 장관은 월요일 라고스에서 페루 대사를 만나 학교를 열기로 합의했다.",
    ],
)
def test_another_language_is_none_of_ours(text: str) -> None:
    assert detect(text) is None


@pytest.mark.parametrize("text", ["", " \n", "12 345", "—!?", "UNESCO", "Ada Okafor", "の", "\ud800", "😀"])
def test_what_is_too_little_to_tell_is_none(text: str) -> None:
    assert detect(text) is None


def test_the_opening_decides() -> None:
    assert detect(ENGLISH + FRENCH * 3) == "fr"
    assert detect(ENGLISH * 50 + FRENCH * 500) == "en"


@given(st.text(max_size=300))
def test_any_text_has_one_answer(text: str) -> None:
    assert detect(text) in ("en", "fr", "zh", None)
    assert detect(text) == detect(text)
