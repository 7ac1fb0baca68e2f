from __future__ import annotations

from auditreport.render.compared.chains import Stage, make_chains, open_edges, stages
from tests.render.compared.making import at, edge, lineage


def titles(chain: object) -> list[str]:
    return [one.programme for one in chain.members]  # type: ignore[attr-defined]


def test_certain_edges_join_programmes_into_chains_in_the_order_of_time() -> None:
    chains = make_chains(lineage())
    assert [titles(chain) for chain in chains] == [
        ["계약심사제 운영", "계약심사제 운영"],
        ["현장중심의 생활순찰 운영", "주민맞춤형 현장중심의 순찰"],
        ["감사의 내실화 및 공직기강 확립", "신뢰받는 감사 행정", "공직자 비위예방 및 투명한 재산신고"],
        ["적극행정 활성화"],
        ["해피기동반 운영"],
    ]
    assert stages(chains) == [
        Stage(2015, "results"),
        Stage(2016, "plan"),
        Stage(2023, "results"),
        Stage(2024, "new_plan"),
    ]


def test_unknown_edges_join_nothing() -> None:
    assert [one.before.programme for one in open_edges(lineage()) if one.before] == ["인권도시 구현"]
    unknown = edge("unknown", at(2015, "가"), at(2016, "나"), 0.4)
    assert make_chains([unknown]) == []


def test_edges_in_any_order_join_what_they_share() -> None:
    one, two, three, four = (at(2015 + i, "가나다라"[i]) for i in range(4))
    edges = [edge("renamed", one, two, 1), edge("renamed", three, four, 1), edge("renamed", two, three, 1)]
    [chain] = make_chains(edges)
    assert titles(chain) == ["가", "나", "다", "라"]
    assert len(chain.edges) == 3
