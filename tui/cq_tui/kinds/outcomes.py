"""What came of a deal, in a few words that a rate can be made of: the stages that say the same put together."""

from cq_tui.kinds.deals import Stage
from cq_tui.values.codes import Code


class Outcome(Code):
    """How far a deal has come, from a promise to production."""

    PLEDGED = "pledged", "仅有意向", "pledged only"
    AGREED = "agreed", "已约定未开工", "agreed, not started"
    STARTED = "started", "已开工未投产", "started, not producing"
    PRODUCING = "producing", "已投产或建成", "producing or completed"
    STALLED = "stalled", "停滞", "stalled"
    CANCELLED = "cancelled", "终止", "cancelled"
    OTHER = "other", "其他阶段", "other stage"
    """A stage that an archive declares, of which the program does not know what it means."""


OUTCOME_OF = {
    Stage.PLEDGED: Outcome.PLEDGED,
    Stage.PLANNED: Outcome.AGREED,
    Stage.COMMITTED: Outcome.AGREED,
    Stage.SIGNED: Outcome.AGREED,
    Stage.APPROVED: Outcome.AGREED,
    Stage.STARTED: Outcome.STARTED,
    Stage.IMPLEMENTING: Outcome.STARTED,
    Stage.OPERATING: Outcome.PRODUCING,
    Stage.COMPLETED: Outcome.PRODUCING,
    Stage.REALISED: Outcome.PRODUCING,
    Stage.SUSPENDED: Outcome.STALLED,
    Stage.CANCELLED: Outcome.CANCELLED,
}
"""Of each stage what came of the deal. What is planned or committed was agreed, as the sums take it, too."""

BASE = (Outcome.AGREED, Outcome.STARTED, Outcome.PRODUCING, Outcome.STALLED, Outcome.CANCELLED)
"""What rates are parts of: all that was agreed, whatever came of it.

A pledge was never agreed, and what has no stage is not known to be.
"""
