"""The four boxes themselves, shared by the chapter's exercises."""

#: Two columns (before and after the purchase), two rows (one at a time, for everybody), read row by row.
BOXES = {
    "tactical-marketing": "Tactical marketing",
    "tactical-cx": "Tactical CX",
    "strategic-marketing": "Strategic marketing",
    "experience-design": "Experience design",
}

TM, CX, SM, ED = BOXES

#: What the two questions say of each box: whom one answer serves, and whether they have bought.
WHOM = {TM: "one at a time", CX: "one at a time", SM: "for everybody", ED: "for everybody"}
WHEN = {TM: "before", CX: "after", SM: "before", ED: "after"}
