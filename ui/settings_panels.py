"""The parts of the settings: one line each, only those the person's roles allow.

Everybody has their own look and sign-in, and may read what the program is; the rest is an
administrator's, and none of it shows a patient (safety-and-security.md 2).
"""

from __future__ import annotations

from app.access.roles import Act
from app.services.desk import Desk
from ui.changes import Changes
from ui.comfort import Comfort
from ui.language import tr
from ui.models.about import AboutModel
from ui.models.audit_chain import ChainModel
from ui.models.backup import BackupModel
from ui.models.enrolment import EnrolmentModel
from ui.models.language_texts import LanguageTextsModel
from ui.models.machines import MachinesModel
from ui.models.own_settings import OwnSettingsModel
from ui.models.packs import PacksModel
from ui.models.pdf import PdfModel
from ui.models.people import PeopleModel
from ui.models.prices import PricesModel
from ui.models.retention import RetentionModel
from ui.models.share_trial import ShareTrialModel
from ui.models.terms import TermsModel
from ui.models.trust import TrustModel
from ui.views.audit_chain import ChainPanel
from ui.views.packs import PacksPage
from ui.views.prices import PricesPanel
from ui.views.retention import RetentionPanel
from ui.views.settings import SectionPlan
from ui.views.settings_about import AboutPanel
from ui.views.settings_backup import BackupPanel
from ui.views.settings_desk import DeskPlacePanel
from ui.views.settings_look import LookPanel
from ui.views.settings_machines import MachinesPanel
from ui.views.settings_people import PeoplePanel
from ui.views.settings_share import SharePanel
from ui.views.settings_sign_in import OwnSignInPanel
from ui.views.settings_terms import TermsPanel
from ui.views.settings_texts import TextsPanel
from ui.views.settings_trust import TrustPanel
from ui.work import Runner

YOU, TRUST, RULES, PROGRAM = tr("You"), tr("This trust"), tr("Rules"), tr("Recoup")
RECORDS = tr("Records")


def sections_for(
    desk: Desk,
    records: Runner,
    share: Runner,
    changes: Changes,
    *,
    files: Runner,
    comfort: Comfort,
    packs: PacksModel,
    backup: BackupModel,
) -> list[SectionPlan]:
    """In the order of the list. Models are made now, widgets when a part is first opened."""
    own = OwnSettingsModel(desk, records, comfort)
    plans = [
        SectionPlan("look", tr("Appearance"), YOU, lambda: LookPanel(own)),
        SectionPlan("sign_in", tr("Your sign-in"), YOU, lambda: OwnSignInPanel(own)),
    ]
    if desk.may(Act.ADMINISTER):
        plans += _trust(desk, records, share, files) + _rules(desk, records, files, changes, packs)
        pdf = PdfModel(desk, records, files)
        plans.append(SectionPlan("backup", tr("Backup"), RECORDS, lambda: BackupPanel(backup, pdf)))
    about = AboutModel(desk, files)
    plans.append(SectionPlan("about", tr("About"), PROGRAM, lambda: AboutPanel(about)))
    return plans


def _trust(desk: Desk, records: Runner, share: Runner, files: Runner) -> list[SectionPlan]:
    people = PeopleModel(desk, records)
    texts = LanguageTextsModel(desk, records)
    trial = ShareTrialModel(desk, records, share)
    return [
        SectionPlan(
            "trust",
            tr("Trust and letterhead"),
            TRUST,
            lambda: TrustPanel(TrustModel(desk, records, files), PdfModel(desk, records, files)),
        ),
        SectionPlan(
            "place",
            tr("Site and desk"),
            TRUST,
            lambda: DeskPlacePanel(TrustModel(desk, records, files)),
        ),
        SectionPlan("people", tr("People and roles"), TRUST, lambda: PeoplePanel(people)),
        SectionPlan("texts", tr("Letters and languages"), TRUST, lambda: TextsPanel(texts)),
        SectionPlan(
            "share",
            tr("Finance share"),
            TRUST,
            lambda: SharePanel(TrustModel(desk, records, files), trial),
        ),
        SectionPlan(
            "machines",
            tr("Machines of the trust"),
            TRUST,
            lambda: MachinesPanel(
                EnrolmentModel(desk, records, share, files),
                MachinesModel(desk, records, share, files),
            ),
        ),
    ]


def _rules(
    desk: Desk, records: Runner, files: Runner, changes: Changes, packs: PacksModel
) -> list[SectionPlan]:
    prices = PricesModel(desk, records, files, changes)
    terms = TermsModel(desk, records)
    kept, chain = RetentionModel(desk, records), ChainModel(desk, records)
    return [
        SectionPlan("rules", tr("Charging rules"), RULES, lambda: PacksPage(packs)),
        SectionPlan("prices", tr("Prices"), RULES, lambda: PricesPanel(prices)),
        SectionPlan("terms", tr("Terms in force"), RULES, lambda: TermsPanel(terms)),
        SectionPlan("retention", tr("Retention"), RECORDS, lambda: RetentionPanel(kept)),
        SectionPlan("chain", tr("Verify the audit"), RECORDS, lambda: ChainPanel(chain)),
    ]
