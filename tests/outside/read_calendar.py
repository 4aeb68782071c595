# Reads a calendar of ours with Debian's python3-icalendar and says what it holds, a line an event: day or minute, tab,
# summary. Ends with 1 when it is no calendar that RFC 5545 allows.
import datetime
import re
import sys

import icalendar

raw = open(sys.argv[1], "rb").read()
if b"\n" in raw.replace(b"\r\n", b"") or any(len(line) > 75 for line in raw.split(b"\r\n")):
    sys.exit("lines must end with CR LF and hold 75 bytes at most")
whole = icalendar.Calendar.from_ical(raw)
if whole.errors or whole["VERSION"] != "2.0" or not whole["PRODID"]:
    sys.exit(f"no calendar: {whole.errors}")
seen = set()
for event in whole.walk("VEVENT"):
    if event.errors or event["UID"] in seen or not isinstance(event["DTSTAMP"].dt, datetime.datetime):
        sys.exit(f"an event is not right: {event.errors}")
    seen.add(event["UID"])
    start = event["DTSTART"].dt
    if not isinstance(start, datetime.datetime) and event["DTEND"].dt != start + datetime.timedelta(days=1):
        sys.exit("an event of a day must end on the next")
    print(f"{start.isoformat()}\t{event['SUMMARY']}\t{event.get('URL', '')}")
