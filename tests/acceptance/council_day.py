"""A panel's business at every stage, done at the command line: what the trial of every command finds in its store.

Meetings 1 to 3 have ended, with minutes drafted, sent round and signed; 4 is open, with an item of every kind;
5 is suspended; 6 is called. Ballot 1 was decided in meeting 1; of those outside a sitting 2 is open, 3 waits for the
chair, 4 has too many recused, and 5 is in writing; 6 asks for objections in meeting 4; 7 was decided alone;
8 is counted in meeting 4.
A committee has a ballot in which a seat has lost its office.
"""

from __future__ import annotations

import shutil

import pytest
from command_line import ORGANISATION, PROPOSAL, Terminal

CHARTER = """
format: 1
name: panel
version: 1
title: {ja: 調整会議, en: panel}
basis: {ja: 申合せ, en: an agreement}
purpose: {ja: 調整する。, en: to agree}
powers: [decide]
parent: cio_council
secretariat: secretariat
chair: council_chair
seats:
  chair: {title: {ja: 議長, en: chair}, role: council_chair, voting: false}
  mof: {title: {ja: 財務省, en: Finance}, office: mof.cio}
  mic: {title: {ja: 総務省, en: Internal Affairs}, office: mic.cio}
  meti: {title: {ja: 経済産業省, en: Economy}, office: meti.cio}
rule:
  base: yes_no
  threshold: 1/2
  quorum: {fraction: 1/2, inclusive: true, count_proxy: true}
  blocking: true
  tie: chair
  tie_definition: yes_eq_no
  chair_vote: both
proxies: {at_most: 1}
written_procedure: {working_days: 1, response: 1/2, rule: no_objection, exclusive: false}
emergency: {decider: government_cio}
appeal: {by: [members], working_days: 10, panel: cio_council}
series: {ja: 調整, en: PN}
"""
MOF, MIC, METI = "chokura.hikari", "chosato.wakaba", "chono.natsuo"
SECRETARIAT, CHAIR, ADMINISTRATOR = "uki.chisato", "torano.hikari", "torizawa.nao"

MEETINGS = f"""
{ADMINISTRATOR} 2025-04-16T09:00 body load panel.yaml
{SECRETARIAT} 2025-04-16T09:00 meeting call panel --at 2025-04-16T10:00 --place Hall
{SECRETARIAT} 2025-04-16T09:00 meeting call panel --at 2025-04-16T11:00 --place Hall
{SECRETARIAT} 2025-04-16T09:00 meeting call panel --at 2025-04-16T12:00 --place Hall
{SECRETARIAT} 2025-04-16T09:00 meeting add PN-2025-M001 --title Archive --section decide
{SECRETARIAT} 2025-04-16T10:00 meeting open PN-2025-M001 --everybody
{SECRETARIAT} 2025-04-16T10:10 meeting call-item PN-2025-M001 1
{SECRETARIAT} 2025-04-16T10:10 ballot open --meeting PN-2025-M001 --item 1 --counted
{SECRETARIAT} 2025-04-16T10:20 ballot cast PN-2025-B001 yes --seat mof.cio --recorded-for
{SECRETARIAT} 2025-04-16T10:20 ballot cast PN-2025-B001 yes --seat mic.cio --recorded-for
{CHAIR} 2025-04-16T10:30 ballot close PN-2025-B001
{SECRETARIAT} 2025-04-16T10:40 meeting end PN-2025-M001
{SECRETARIAT} 2025-04-16T11:00 meeting open PN-2025-M002 --everybody
{SECRETARIAT} 2025-04-16T11:10 meeting end PN-2025-M002
{SECRETARIAT} 2025-04-16T12:00 meeting open PN-2025-M003 --everybody
{SECRETARIAT} 2025-04-16T12:10 meeting end PN-2025-M003
{SECRETARIAT} 2025-04-16T13:00 minutes draft PN-2025-M001
{SECRETARIAT} 2025-04-16T13:00 minutes draft PN-2025-M002
{SECRETARIAT} 2025-04-16T13:00 minutes draft PN-2025-M003
{SECRETARIAT} 2025-04-16T13:00 minutes circulate PN-2025-M002 --until 2025-04-30
{SECRETARIAT} 2025-04-16T13:00 minutes circulate PN-2025-M003 --until 2025-04-17
{MOF} 2025-04-18T09:00 minutes sign PN-2025-M003
{MIC} 2025-04-18T09:00 minutes sign PN-2025-M003
"""
BALLOTS = f"""
{SECRETARIAT} 2025-04-18T09:30 ballot open --body panel --question 'Adopt the platform'
{MIC} 2025-04-18T09:30 ballot recuse PN-2025-B002 --reason 'A relative bids'
{SECRETARIAT} 2025-04-18T09:30 ballot open --body panel --question 'Buy it at once'
{MOF} 2025-04-18T09:30 ballot cast PN-2025-B003 yes
{MIC} 2025-04-18T09:30 ballot cast PN-2025-B003 no
{METI} 2025-04-18T09:30 ballot cast PN-2025-B003 abstain
{SECRETARIAT} 2025-04-18T09:30 ballot close PN-2025-B003
{SECRETARIAT} 2025-04-18T09:30 ballot open --body panel --question 'Sell the archive'
{MIC} 2025-04-18T09:30 ballot recuse PN-2025-B004 --reason 'A relative bids'
{METI} 2025-04-18T09:30 ballot recuse PN-2025-B004 --reason 'An employer bids'
{CHAIR} 2025-04-18T09:30 ballot open --written --body panel --question Rename --closes-at 2025-05-07T17:00 --reason Now
"""
SITTING = f"""
{SECRETARIAT} 2025-04-18T09:30 meeting call panel --at 2025-04-18T10:00 --place Hall
{SECRETARIAT} 2025-04-18T09:30 meeting call panel --at 2025-04-18T10:00 --place Annex
{SECRETARIAT} 2025-04-18T09:30 meeting call panel --at 2025-04-28T10:00 --place Hall
{SECRETARIAT} 2025-04-18T09:30 meeting add PN-2025-M004 --title Network --section decide
{SECRETARIAT} 2025-04-18T09:30 meeting add PN-2025-M004 --title Mail --section decide
{SECRETARIAT} 2025-04-18T09:30 meeting add PN-2025-M004 --title Paper --section decide --part consent
{SECRETARIAT} 2025-04-18T09:30 meeting add PN-2025-M004 --title Progress --section report
{SECRETARIAT} 2025-04-18T09:30 meeting add PN-2025-M004 --title Outlook --section discuss
{SECRETARIAT} 2025-04-18T09:30 meeting add PN-2025-M004 --title Storage --section decide
{SECRETARIAT} 2025-04-18T09:30 meeting paper PN-2025-M006 pack/plan.md --title Plan
{SECRETARIAT} 2025-04-18T10:00 meeting open PN-2025-M004 --everybody --away meti.cio
{SECRETARIAT} 2025-04-18T10:00 meeting open PN-2025-M005 --everybody --away meti.cio
{SECRETARIAT} 2025-04-18T10:10 meeting suspend PN-2025-M005 --reason 'A fire alarm'
{SECRETARIAT} 2025-04-18T10:10 meeting call-item PN-2025-M004 1
{SECRETARIAT} 2025-04-18T10:10 ballot open --meeting PN-2025-M004 --item 1 --no-objection
{SECRETARIAT} 2025-04-18T10:10 meeting call-item PN-2025-M004 2
{CHAIR} 2025-04-18T10:20 decision emergency --body panel --question 'Cut it off' --reason 'An attack'
{SECRETARIAT} 2025-04-18T10:20 meeting call-item PN-2025-M004 6
{SECRETARIAT} 2025-04-18T10:20 ballot open --meeting PN-2025-M004 --item 6 --counted
{SECRETARIAT} 2025-04-18T10:30 ballot open --body specialized_committee --question 'Is it sound'
{ADMINISTRATOR} 2025-04-18T10:30 org load organisation.yaml
{ADMINISTRATOR} 2025-04-18T10:30 org transfer otsuhata.haruka --to heikawa.amane --from 2025-05-01
"""
LOST = ("cas.committee_3:", "office: cas.committee_3,")
"""How lines of the organisation begin, and what they say, of an office that it loses in the end."""


@pytest.fixture(scope="session")
def council_day(endorsed: Terminal, tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A terminal whose store has it all, after the proposal of the Ministry of Finance was endorsed."""
    terminal = Terminal(tmp_path_factory.mktemp("council_day"))
    shutil.copy2(endorsed.store, terminal.store)
    _write_files(terminal)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(terminal.folder)
        for line in filter(None, (MEETINGS + BALLOTS + SITTING).splitlines()):
            person, moment, words = line.split(" ", 2)
            terminal.done(f"{words} --as {person} --now {moment}")
        terminal.done("document show EN-2025-0001 --output letter.md")
        terminal.file("decision.json", terminal.done("decision text PN-2025-D001").out)
    return terminal


def _write_files(terminal: Terminal) -> None:
    """What the commands read."""
    (terminal.folder / "pack").mkdir()
    organisation = ORGANISATION.read_text(encoding="utf-8").splitlines()
    texts = {
        "panel.yaml": CHARTER,
        "proposal.yaml": PROPOSAL,
        "votes.yaml": "seats: [{seat: mof, position: yes}]",
        "pack/plan.md": "the plan",
        "organisation.yaml": "\n".join(
            line for line in organisation if not any(lost in line for lost in LOST)
        ),
    }
    for name, text in texts.items():
        terminal.file(name, text)
