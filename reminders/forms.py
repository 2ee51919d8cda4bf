"""What is asked of an officer on the pages of reminders."""

from govuk.forms import DateField, GovukForm, Look


class PreviewForm(GovukForm):
    """The day to look at."""

    look = {"on": Look(size="s")}
    on = DateField(label="What would go out on", error_messages={"required": "Enter the date to look at"})
