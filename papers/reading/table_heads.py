# ruff: noqa: E501 - a pattern reads better whole than broken
"""The heads of the columns in which tables of actions keep what is to be done, by whom, by when, and how it stands."""

from __future__ import annotations

import re

OWNER_HEADS = re.compile(
    r"^(?:owner|lead(?: officer)?|by whom|who(?: by| is responsible)?|by|for|action(?:ed)? by|responsible(?: officer| person)?|responsibility|officer(?: responsible)?|action owner|assigned to|lead officer(?:/.*)?|person responsible)$",
    re.I,
)
ACTION_HEADS = re.compile(
    r"^(?:actions?(?: (?:agreed|required|point|points|arising))?|action/recommendation|task|recommendations?|request|decision/action|agreed action|follow[- ]up|(?:what is |what's )?to be done|what(?: needs to (?:be done|happen))?|action to be taken)$",
    re.I,
)
DUE_HEADS = re.compile(
    r"^(?:due(?: date| by)?|deadline|by(?: when| what date)?|when|timescales?|timing|target(?: date)?|completion date|date due|timeframe|complete by|date for completion)$",
    re.I,
)
STATUS_HEADS = re.compile(
    r"^(?:status|state|done\??|progress|update|outcome|rag(?: status)?|complete\??|position|response|comments?/update)$",
    re.I,
)
