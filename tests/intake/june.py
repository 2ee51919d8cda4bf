# ruff: noqa: E501 - a paper has the lines it has
"""The minutes of an invented June meeting: everything a review can meet, in about forty proposals."""

JUNE = """
OVERVIEW AND SCRUTINY COMMITTEE (HARBOURS AND TRAMS)

MEETING HELD AT THE GUILDHALL, WESTPORT
ON TUESDAY 6TH JUNE, 2023

PRESENT: Councillor Ashdown (in the Chair)
Councillors Birch, Cole and Ferris

ALSO PRESENT: Ms. A. Pike, Passenger Representative

1. APOLOGIES FOR ABSENCE

Apologies for absence were received from Councillor Dale.

2. DECLARATIONS OF INTEREST

No declarations of interest were received.

3. MINUTES OF THE PREVIOUS MEETING

RESOLVED:

That the Minutes of the meeting held on 7 March 2023 be confirmed as a correct record.

4. TRAM DEPOT

The Committee considered the report of the Director of Trams on the depot at Quay Street.

Members of the Committee raised the following questions/issues:

- How long the old sheds would stand.
- Noise at night. A report on noise from the depot could be submitted to a future meeting of the Committee.
- The cost of the new roof. A report on the cost of the roof could be submitted to a future meeting of the Committee.
- The possibility of showing visitors round the depot.

RESOLVED: That

- (1) the progress made on the Tram Depot be noted;
- (2) the Director of Trams be requested to report back on the following matters to future meetings of the Committee:
 - (a) noise from the depot;
 - (b) the cost of the roof;
 - (c) the training of drivers; and
 - (d) the lease of the sheds.

5. FERRY FARES

The Committee considered the report of the Head of Ferries on the fares of the summer season.

Members of the Committee raised the following questions/issues:

- Fares for children under five.
- The possibility of a ticket for both tram and ferry.

RESOLVED: That

- (1) the report be noted;
- (2) the Head of Ferries be requested to submit a further report to the next meeting of the Committee;
- (3) the Head of Ferries be requested to publish the fares of the winter season by 1 September 2023; and
- (4) the Democratic Services Manager be requested to include Ferry Fares as a standing item to all meetings of the Committee during 2023/24.

6. HARBOUR WALL

The Committee considered the report of the Harbour Master on the wall.

RESOLVED: That

- (1) the Harbour Master be requested to submit the survey of the wall to the next meeting of the Committee;
- (2) Members of the Committee be requested to send any questions on the wall to the Harbour Master; and
- (3) a visit to the wall be arranged.

7. PASSENGER REPRESENTATIVE

RESOLVED:

That the nomination received for a new passenger representative, Nell Harker, to sit on the Committee for a period of two years be approved.

8. TIMETABLE SCORECARD

The Committee considered the report of the Director of Trams presenting the Timetable Scorecard.

Members of the Committee raised the following questions/issues:

- The possibility of including late trams in future scorecards.

RESOLVED: That

- (1) the data in the Scorecard be noted;
- (2) the Director of Trams be requested to include the following in future Scorecards:
 - trams that were late by ten minutes or more;
 - trams that did not run; and
- (3) the Head of Timetables be requested to explain the figures for May 2023 by the end of July 2023.

9. WORK PROGRAMME

The Committee considered the report of the Democratic Services Manager on its Work Programme.

RESOLVED: That

- (1) the Work Programme for 2023/24 be agreed;
- (2) further to Minutes numbered 4 (2), 5 (4) and 6 (7) above, the following items be added to the Work Programme for 2023/24:
 - (a) the Director of Trams be requested to report back on the following matters to future meetings of the Committee:
  - (i) noise from the depot;
  - (ii) the cost of the roof;
 - (b) the Democratic Services Manager be requested to include:
  - (i) Ferry Fares as a standing item to all meetings of the Committee during 2023/24;
- (3) informal briefing sessions be held as and when required;
- (4) the following site visits be organised for Committee Members during 2023/24:
 - (a) to visit the depot at Quay Street;
 - (b) to visit the ferry landing; and
- (5) the Head of Ferries be requested to circulate a note on winter crossings.

10. DATES OF COMMITTEE MEETINGS 2023/24

RESOLVED:

That it be noted that the meetings of the Committee scheduled to be held during the Municipal Year 2023/24 are as follows:

- 26 September 2023, 6.30 p.m., Guildhall, Westport
- 14 November 2023, 6.30 p.m., Guildhall, Westport
- 30 January 2024, 6.30 p.m., Custom House, Westport
"""
