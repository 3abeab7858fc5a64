"""Steps of a cursor in the picture of the chain."""

from collections.abc import Sequence

from cq_tui.widgets.views.chain_picture import Picture


def along(picture: Picture, here: str, step: int) -> str:
    """The segment before or after in the direction of the flow: in the stage beside, or else the next in the row."""
    if not picture.across:
        order = [one for lane in picture.lanes for one in lane]
        return order[max(0, min(order.index(here) + step, len(order) - 1))]
    place = _lane(picture, here)
    if not 0 <= place + step < len(picture.lanes):
        return here
    return _beside(picture.lanes[place], here, picture.lanes[place + step])


def over(picture: Picture, here: str, step: int) -> str | None:
    """The segment above or below; None below the last one.

    In columns one goes within the stage, above its first to the industry, and below its last to the next industry.
    """
    lanes, place = picture.lanes, _lane(picture, here)
    if not picture.across:
        if place + step < 0:
            return here
        return _beside(lanes[place], here, lanes[place + step]) if place + step < len(lanes) else None
    at = lanes[place].index(here) + step
    if here not in picture.wholes and 0 <= at < len(lanes[place]):
        return lanes[place][at]
    starts = picture.starts
    if step > 0:
        if here in picture.wholes and place + 1 < len(lanes):
            return lanes[place + 1][0]
        return next((lanes[start][0] for start in starts if start > place), None)
    own = [start for start in starts if start <= place]
    if here not in picture.wholes and lanes[own[-1]][0] in picture.wholes:
        return lanes[own[-1]][0]
    return lanes[own[-2]][0] if len(own) > 1 else here


def _lane(picture: Picture, here: str) -> int:
    return next(place for place, lane in enumerate(picture.lanes) if here in lane)


def _beside(lane: Sequence[str], here: str, other: Sequence[str]) -> str:
    """The segment of another lane that stands as far along as this one, or its last."""
    return other[min(lane.index(here), len(other) - 1)]
