// Reads calendar files with ical.js and prints what it finds, for tests/calendar/judges.py.
//
//     node icaljs_judge.mjs PATH-OF-ICAL-JS FILE...
//
// The lines are those of libical_judge.c.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [library, ...paths] = process.argv.slice(2);
const { default: ICAL } = await import(pathToFileURL(library));

const hex = (text) => Buffer.from(text ?? "", "utf8").toString("hex");

function instant(event, name) {
  const time = event.getFirstPropertyValue(name);
  const floating = time?.zone === ICAL.Timezone.localTimezone;
  return time && !floating ? String(time.toUnixTime()) : "-";
}

function line(event) {
  const value = (name) => event.getFirstPropertyValue(name);
  return [
    "event",
    hex(value("uid")),
    instant(event, "dtstart"),
    instant(event, "dtend"),
    value("sequence") ?? 0,
    value("status") ?? "",
    hex(value("summary")),
    hex(value("location")),
    hex(value("description")),
  ].join("\t");
}

for (const path of paths) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  const events = calendar.getAllSubcomponents("vevent");
  if (events.length) console.log(events.map(line).join("\n"));
}
