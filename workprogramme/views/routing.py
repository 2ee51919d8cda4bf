"""An item rerouted by the chair's leave."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from council.access import carry_out, go_on, standing_required, way_back
from workprogramme.domain.routing import reroute_item, stays
from workprogramme.enums import Route
from workprogramme.forms import RerouteItem
from workprogramme.models import Item
from workprogramme.views.items import ask, find_item_to_plan, what_leaving_does


@standing_required
def item_reroute(request: HttpRequest, pk: int) -> HttpResponse:
    """Change how the committee takes an item (Protocol 5.8)."""
    item = find_item_to_plan(request, pk)
    form = RerouteItem(request.POST or None, item=item)
    if form.is_valid() and carry_out(form, reroute_item, item, by=request.user, **form.cleaned_data):
        route = Route(form.cleaned_data["route"]).label.lower()
        messages.success(request, f"“{item.title}” is now to be taken as: {route}.")
        return go_on(request, way_back(request, "item", item.pk))
    heading = "Reroute this item?"
    return ask(request, form, heading=heading, submit="Reroute the item", item=item, consequences=what_it_does(item))


def what_it_does(item: Item) -> list[str]:
    """What rerouting does to an item where it is now, in words."""
    if item.meeting is None:
        return ["It waits to be put on a meeting of that sort. A written briefing needs none."]
    kept = [route.label.lower() for route in Route if route != item.route and stays(item, route)]
    keeps = f"Where it is to be taken as {' or '.join(kept)}, it stays on its meeting." if kept else ""
    leaves = f"{'Otherwise this' if kept else 'This'} happens: {' '.join(what_leaving_does(item))}"
    waits = "It then waits to be put on a meeting of that sort. A written briefing needs none."
    return [*filter(None, [keeps]), leaves, waits]
