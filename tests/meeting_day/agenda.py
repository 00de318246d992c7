"""The agenda of the day: which real programme goes which way, and what must be true of it afterwards."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

EXAMPLES = Path(__file__).parents[2] / "examples"
INVENTORY = EXAMPLES / "it_programmes_fy2025.csv"


class Way(StrEnum):
    """How an item goes."""

    CONSENT = "with the consent part"
    TAKEN_OUT = "taken out of the consent part, then nobody objects"
    UNDISPUTED = "nobody objects"
    COUNTED = "counted, and carried"
    OBJECTED = "somebody objects, and it is lost"
    TIED = "tied, and the chair casts"
    REDUCED = "carried with a smaller amount and a condition"
    RETURNED = "returned for completion"
    REPLACED = "voted on anew, as its paper was replaced"
    UNBLOCKED = "blocked in writing, unblocked by the council, then carried"
    INTERRUPTED = "interrupted for want of a quorum, then carried"
    DISPERSED = "carried over, as the quorum is lost for good"
    UNREACHED = "carried over, as nobody got to it"


class End(NamedTuple):
    """What must be true afterwards: the state and outcome of the item, the state of its proposal, and whether the
    register has a decision."""

    item: str
    outcome: str | None
    proposal: str
    decided: bool


CARRIED = End("done", "passed", "gcio_decision", decided=True)

ENDS: Mapping[Way, End] = {
    Way.CONSENT: CARRIED,
    Way.TAKEN_OUT: CARRIED,
    Way.UNDISPUTED: CARRIED,
    Way.COUNTED: CARRIED,
    Way.OBJECTED: End("done", "failed", "gcio_decision", decided=True),
    Way.TIED: CARRIED,
    Way.REDUCED: CARRIED,
    Way.RETURNED: End("done", "returned", "draft", decided=False),
    Way.REPLACED: CARRIED,
    Way.UNBLOCKED: CARRIED,
    Way.INTERRUPTED: CARRIED,
    Way.DISPERSED: End("carried_over", "carried_over", "agenda_ready", decided=False),
    Way.UNREACHED: End("carried_over", None, "agenda_ready", decided=False),
}


class Planned(NamedTuple):
    """A programme of the published inventory, its ministry, and the way that it goes."""

    programme: str
    ministry: str
    way: Way

    @property
    def end(self) -> End:
        return ENDS[self.way]


AGENDA = (
    Planned("2213", "mhlw", Way.CONSENT),  # 申請・審査システム電子化経費
    Planned("2301", "mhlw", Way.CONSENT),  # レセプト電算処理システム
    Planned("2303", "mhlw", Way.CONSENT),  # 再審査事件等処理システム
    Planned("2314", "mhlw", Way.CONSENT),  # DPCデータベース管理運用システム
    Planned("2779", "mhlw", Way.COUNTED),  # 給付費支払システム
    Planned("2786", "mhlw", Way.CONSENT),  # 高度情報通信等福祉事業
    Planned("2871", "mhlw", Way.REDUCED),  # ケアプランデータ連携システム
    Planned("2971", "mhlw", Way.UNBLOCKED),  # 履歴照会・回答システム
    Planned("3034", "mhlw", Way.CONSENT),  # 事業主健診情報のシステム
    Planned("5750", "mhlw", Way.CONSENT),  # 国家資格等情報連携・活用システム
    Planned("4054", "mlit", Way.CONSENT),  # 下水道リスク管理システム
    Planned("4214", "mlit", Way.TIED),  # 災害に強い物流システム
    Planned("4352", "mlit", Way.CONSENT),  # 社会資本の生産管理システム
    Planned("4405", "mlit", Way.TAKEN_OUT),  # 建設業許可処理システム
    Planned("4549", "mlit", Way.CONSENT),  # 都市行政情報データベース
    Planned("4642", "mlit", Way.RETURNED),  # 都市空間情報デジタル基盤
    Planned("6129", "mlit", Way.CONSENT),  # 地震被害推定情報の配信システム
    Planned("7765", "mlit", Way.REPLACED),  # 港湾のサイバーセキュリティ
    Planned("1430", "mext", Way.CONSENT),  # 政府統計共同利用システム
    Planned("1591", "mext", Way.CONSENT),  # サイバーセキュリティ人材育成研修
    Planned("1725", "mext", Way.OBJECTED),  # 原子力システム研究開発
    Planned("1908", "mext", Way.CONSENT),  # ダブルメジャー大学院教育
    Planned("1913", "mext", Way.UNDISPUTED),  # 研究データエコシステム
    Planned("1916", "mext", Way.CONSENT),  # 衛星開発・実証プラットフォーム
    Planned("4684", "env", Way.INTERRUPTED),  # 温室効果ガス関連情報基盤
    Planned("4727", "env", Way.CONSENT),  # 再生可能エネルギー情報提供システム
    Planned("4838", "env", Way.CONSENT),  # リサイクルシステム統合強化
    Planned("4990", "env", Way.CONSENT),  # 情報基盤の強化対策
    Planned("5849", "env", Way.DISPERSED),  # 循環経済システム構築促進
    Planned("7459", "env", Way.UNREACHED),  # 先進的システム社会実装促進
)


class Programme(NamedTuple):
    """What the inventory says of a programme."""

    title: str
    amount: int


def inventory() -> Mapping[str, Programme]:
    with INVENTORY.open(encoding="utf-8", newline="") as file:
        return {
            row["programme_id"]: Programme(row["name"], int(row["budget_jpy"]))
            for row in csv.DictReader(file)
        }
