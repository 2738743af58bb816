"""Reads schedules back by programs that are not ours and compares them with the plan they were rendered from.

    target/readers/bin/python tests/readers/schedule.py FOLDER...

Each folder holds plan.json, schedule.xml, schedule.pmxml, schedule.csv and schedule.ics. MPXJ reads the first two and
reckons their dates again as MS Project and Primavera P6 do; the package icalendar reads the last. Prints what differs and
exits with 1.
"""

import csv
import datetime
import json
import pathlib
import sys

import icalendar
import jpype
import mpxj  # Puts its jar files on the path of the machine that jpype starts.

DAY_ZERO = datetime.date(2000, 1, 3)
KINDS = {"worked": "Site", "outdoors": "Site outdoors", "elapsed": "Every day"}


def number(text):
    """The boundary at the morning of a day."""
    return (datetime.date.fromisoformat(text) - DAY_ZERO).days


def boundary(moment):
    """The boundary at a moment of Java: mornings begin a day, evenings end one."""
    text = str(moment)
    day, hour = number(text[:10]), text[11:16]
    return {"08:00": day, "17:00": day + 1}.get(hour, f"{text} is neither morning nor evening")


class Plan:
    """What plan.json says, by arithmetic of this file alone."""

    def __init__(self, folder):
        data = json.loads((folder / "plan.json").read_text())
        self.data = data
        self.tasks = {task["id"]: task for task in data["tasks"]}
        self.places = {}
        for task in data["tasks"]:
            self.places.setdefault(task["name"], set()).add(task["place"])
        self.ready = {f"{hall['id']}.ready": hall for hall in data["halls"]}
        self.calendars = {own["kind"]: self.days(own) for own in data["calendars"]}

    def name(self, task):
        """A task's name, behind its place where several places have it."""
        several = len(self.places[task["name"]]) > 1
        return f"{task['place']}: {task['name']}" if several else task["name"]

    def days(self, own):
        """The working days of a calendar, as numbers."""
        closed = set()
        for span in own["closed"]:
            closed.update(range(number(span["from"]), number(span["to"]) + 1))
        span = range(number(own["from"]), number(own["until"]) + 1)
        return {day for day in span if day % 7 < own["workdays_per_week"] and day not in closed}

    def kind(self, task):
        """What takes no time may be on any day."""
        return task["calendar"] if task["weeks"]["likely"] > 0 else "elapsed"

    def spans(self, task):
        takes_time = int(task["weeks"]["likely"] > 0)
        return [number(task["start"]), number(task["finish"]) + takes_time,
                number(task["late_start"]), number(task["late_finish"]) + takes_time]

    def float(self, task):
        """Total and free float in days of the task's calendar."""
        start, works = number(task["start"]), self.calendars[self.kind(task)]
        span = lambda end: sum(1 for day in range(start, end) if day in works)
        return span(number(task["late_start"])), span(start + task["free_float_days"])

    def links(self, task):
        return sorted((link["task"], link["kind"], lag(link)) for link in task["after"])


def lag(link):
    """Elapsed days, rounded up."""
    days = link["lag_weeks"] * 7
    return round(days) if abs(days - round(days)) < 1e-6 else int(days) + 1


class Differences(list):
    def compare(self, where, told, read):
        if told != read:
            self.append(f"{where}: the plan has {told}, the reader {read}")


def identity(task):
    """Our id, which both formats carry in a field of their own."""
    value = task.getText(1) or task.getActivityID()
    return str(value)


def leaves(file):
    return {identity(task): task for task in file.getTasks() if not task.getSummary()}


def check_calendars(plan, file, found):
    """Each day of each calendar."""
    by_name = {str(own.getName()): own for own in file.getCalendars()}
    from java.time import LocalDate
    for own in plan.data["calendars"]:
        read = by_name[KINDS[own["kind"]]]
        works = plan.calendars[own["kind"]]
        for day in range(number(own["from"]), number(own["until"]) + 1):
            date = DAY_ZERO + datetime.timedelta(days=day)
            told = day in works
            found.compare(f"{own['kind']} on {date}", told, bool(read.isWorkingDate(LocalDate.of(date.year, date.month, date.day))))


def check_dates(plan, tasks, found):
    """Start, finish, latest dates, float and what is critical."""
    for id, task in plan.tasks.items():
        read = tasks[id]
        moments = [read.getStart(), read.getFinish(), read.getLateStart(), read.getLateFinish()]
        found.compare(f"dates of {id}", plan.spans(task), [boundary(moment) for moment in moments])
        found.compare(f"{id} critical", task["critical"], bool(read.getCritical()))
        found.compare(f"total float of {id}", plan.float(task)[0], in_days(read.getTotalSlack()))


def in_days(duration):
    """Days of eight hours."""
    from org.mpxj import TimeUnit
    hours = {TimeUnit.MINUTES: 1 / 60, TimeUnit.HOURS: 1, TimeUnit.DAYS: 8}
    return round(duration.getDuration() * hours[duration.getUnits()] / 8, 6)


def check_ready(plan, tasks, found):
    """Halls are milestones on the evening of the day on which they are ready."""
    for id, hall in plan.ready.items():
        read = tasks[id]
        found.compare(f"{id}", number(hall["ready"]) + 1, boundary(read.getFinish()))
        found.compare(f"{id} is a milestone", True, bool(read.getMilestone()))


def check_network(plan, tasks, found):
    """Names, durations, calendars, links with kinds and lags."""
    found.compare("tasks", sorted([*plan.tasks, *plan.ready]), sorted(tasks))
    for id, task in plan.tasks.items():
        read = tasks[id]
        found.compare(f"name of {id}", plan.name(task)[:120], str(read.getName())[:120])
        found.compare(f"calendar of {id}", KINDS[plan.kind(task)], str(read.getCalendar().getName()))
        works = plan.calendars[plan.kind(task)]
        start, finish, *_ = plan.spans(task)
        found.compare(f"days of {id}", sum(1 for day in range(start, finish) if day in works), in_days(read.getDuration()))
        links = sorted((identity(link.getPredecessorTask()), str(link.getType()), lag_days(link)) for link in read.getPredecessors())
        found.compare(f"links of {id}", plan.links(task), links)


def lag_days(link):
    """A lag in elapsed days: P6 counts them in hours of a calendar without nights."""
    from org.mpxj import TimeUnit
    hours = {TimeUnit.ELAPSED_DAYS: 24, TimeUnit.HOURS: 1, TimeUnit.DAYS: None}
    lag = link.getLag()
    if lag.getDuration() == 0:
        return 0
    return round(lag.getDuration() * hours[lag.getUnits()] / 24, 6)


def check_limits(plan, tasks, found):
    """Nothing holds a date against the network, and nothing is scheduled by hand."""
    from org.mpxj import ConstraintType, TaskMode
    soft = {None, ConstraintType.AS_SOON_AS_POSSIBLE, ConstraintType.START_NO_EARLIER_THAN, ConstraintType.FINISH_NO_LATER_THAN}
    for id, read in tasks.items():
        found.compare(f"{id} has a soft limit", True, read.getConstraintType() in soft)
        found.compare(f"{id} is scheduled automatically", True, read.getTaskMode() != TaskMode.MANUALLY_SCHEDULED)


def check_reckoned(plan, file, scheduler, found):
    """The dates that another scheduler finds in the same network.

    Latest dates may be later than the plan's where a lag from start to start ends on a day that is not worked: the plan
    takes the working day before it, which keeps the lag, MPXJ the one after it, which does not.
    """
    scheduler.schedule(file, file.getProjectProperties().getStartDate())
    tasks = leaves(file)
    late = {id: boundary(task.getLateStart()) for id, task in tasks.items()}
    loose = set()
    for id, task in reversed(plan.tasks.items()):
        followers = [(other["id"], link) for other in plan.tasks.values() for link in other["after"] if link["task"] == id]
        breaks = any(link["kind"] == "SS" and late[id] + lag(link) > late[later] for later, link in followers)
        if breaks or any(later in loose for later, _ in followers):
            loose.add(id)
    for id, task in plan.tasks.items():
        read = tasks[id]
        told = plan.spans(task)
        found.compare(f"reckoned dates of {id}", told[:2], [boundary(read.getStart()), boundary(read.getFinish())])
        found.compare(f"reckoned {id} critical", task["critical"], bool(read.getCritical()))
        reckoned = [boundary(read.getLateStart()), boundary(read.getLateFinish())]
        if id in loose:
            found.compare(f"reckoned latest dates of {id} are not earlier", True, reckoned[0] >= told[2])
        else:
            found.compare(f"reckoned latest dates of {id}", told[2:], reckoned)
    check_ready(plan, tasks, found)
    return len(loose)


def check_project(folder, name, plan, scheduler, found):
    from org.mpxj.reader import UniversalProjectReader
    file = UniversalProjectReader().read(str(folder / name))
    own = Differences()
    tasks = leaves(file)
    check_network(plan, tasks, own)
    if not own:
        check_calendars(plan, file, own)
        check_dates(plan, tasks, own)
        check_ready(plan, tasks, own)
        check_limits(plan, tasks, own)
        check_reckoned(plan, file, scheduler, own)
    found.extend(f"{name}: {difference}" for difference in own)


def check_slack(folder, plan, found):
    """Free float, which P6 does not exchange."""
    from org.mpxj.reader import UniversalProjectReader
    tasks = leaves(UniversalProjectReader().read(str(folder / "schedule.xml")))
    for id, task in plan.tasks.items():
        found.compare(f"free float of {id}", plan.float(task)[1], in_days(tasks[id].getFreeSlack()))


def check_table(folder, plan, found):
    with open(folder / "schedule.csv", newline="", encoding="utf-8") as file:
        rows = {unquoted(row["id"]): row for row in csv.DictReader(file)}
    ids = {row["number"]: id for id, row in rows.items()}
    for id, task in plan.tasks.items():
        row = rows[id]
        for column in ["start", "finish", "late_start", "late_finish"]:
            found.compare(f"csv: {column} of {id}", task[column], row[column])
        floats = [int(row["total_float_days"]), int(row["free_float_days"])]
        found.compare(f"csv: floats of {id}", list(plan.float(task)), floats)
        found.compare(f"csv: {id} critical", task["critical"], row["critical"] == "Y")
        found.compare(f"csv: name of {id}", plan.name(task), unquoted(row["name"]))
        links = sorted(written(text, ids) for text in row["predecessors"].split(",") if text)
        found.compare(f"csv: links of {id}", plan.links(task), links)
        for column, cell in row.items():
            found.compare(f"csv: {column} of {id} is no formula", False, cell.startswith(("=", "+", "-", "@")))


def unquoted(cell):
    return cell[1:] if cell.startswith("'") else cell


def written(text, ids):
    """`14SS+21ed` as the plan has it."""
    digits = len(text) - len(text.lstrip("0123456789"))
    kind, lag = text[digits:digits + 2], text[digits + 2:].removesuffix("ed")
    return ids[text[:digits]], kind, int(lag or 0)


def order_dates(lines):
    """The latest order dates; work that is done for several banks of a place under one contract has the earliest of them."""
    packages, days = {}, set()
    for line in lines:
        if line["price_split"] or not line["unit_price"] or line["item"].startswith("utility.") or "order" in line:
            days.add(line["order_by"])
        else:
            packages.setdefault((line["item"], line["place"]), []).append(line["order_by"])
    return days | {min(filter(None, of_one), default=None) for of_one in packages.values()}


def check_calendar_file(folder, plan, found):
    content = (folder / "schedule.ics").read_bytes()
    found.compare("ics: lines end in CRLF", content.count(b"\n"), content.count(b"\r\n"))
    found.compare("ics: no line is longer than 75 octets", True, all(len(line) <= 75 for line in content.split(b"\r\n")))
    calendar = icalendar.Calendar.from_ical(content)
    events = calendar.walk("VEVENT")
    found.compare("ics: errors", [], [error for event in events for error in event.errors])
    ids = [str(event["UID"]) for event in events]
    found.compare("ics: ids are unique", len(ids), len(set(ids)))
    as_of = plan.data["as_of"]
    found.compare("ics: stamps", {as_of}, {event.decoded("DTSTAMP").date().isoformat() for event in events})
    orders = {event.decoded("DTSTART").isoformat() for event in events if "ORDER" in event.categories}
    told = {day for day in order_dates(plan.data["bom"]) if day}
    found.compare("ics: order-by dates", told, orders)
    for event in events:
        alarms = event.walk("VALARM")
        trigger = [alarm.decoded("TRIGGER") for alarm in alarms]
        expected = [datetime.timedelta(days=-14)] if "ORDER" in event.categories else []
        found.compare(f"ics: reminders of {event['UID']}", expected, trigger)
    dates = {str(event["UID"]).split("@")[0]: event.decoded("DTSTART").isoformat() for event in events}
    for id, hall in plan.ready.items():
        found.compare(f"ics: {id}", hall["ready"], dates.get(id))
        found.compare(f"ics: miners of {hall['id']}", hall["mining_stops"], dates.get(f"{hall['id']}.stop"))


def main(folders):
    jpype.startJVM()
    from org.mpxj.cpm import MicrosoftScheduler, PrimaveraScheduler
    wrong = 0
    for folder in map(pathlib.Path, folders):
        plan, found = Plan(folder), Differences()
        check_project(folder, "schedule.xml", plan, MicrosoftScheduler(), found)
        check_project(folder, "schedule.pmxml", plan, PrimaveraScheduler(), found)
        check_slack(folder, plan, found)
        check_table(folder, plan, found)
        check_calendar_file(folder, plan, found)
        for difference in found[:40]:
            print(f"{folder.name}: {difference}")
        print(f"{folder.name}: {len(plan.tasks)} tasks, {len(found)} differences")
        wrong += len(found)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
