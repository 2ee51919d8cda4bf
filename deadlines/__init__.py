"""Pure clocks: working days, clear days and months, each with its proof."""
