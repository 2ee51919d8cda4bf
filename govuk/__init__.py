"""How a page looks: the form kit, filters, pagination and template tags."""
