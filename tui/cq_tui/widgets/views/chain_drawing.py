"""The drawing of a chain for a window: from the left to the right where there is room, else down; or the tree."""

from cq_tui.language import _, ngettext
from cq_tui.store.views.chain import Chain
from cq_tui.widgets.views.chain_across import draw_across, fits_across
from cq_tui.widgets.views.chain_down import draw_down
from cq_tui.widgets.views.chain_picture import Look, Picture
from cq_tui.widgets.views.chain_tree import draw_tree


def draw(chain: Chain, look: Look, *, as_tree: bool) -> Picture:
    """Draw a chain, whatever it holds."""
    if not chain.nodes:
        return Picture([[], [("  " + _("There is nothing here yet."), "text")]])
    if as_tree:
        drawn = draw_tree(chain, look)
    elif fits_across(chain, look.width):
        drawn = draw_across(chain, look)
    else:
        drawn = draw_down(chain, look)
    if chain.rest:
        words = ngettext("and {count} more in the list", "and {count} more in the list", chain.rest)
        drawn.lines.append([("  " + words.format(count=f"{chain.rest:,}"), "dim")])
    return drawn
