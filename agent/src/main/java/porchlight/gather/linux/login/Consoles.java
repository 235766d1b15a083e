package porchlight.gather.linux.login;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import porchlight.facts.AutoLogin.Door;
import porchlight.facts.AutoLogin.Entry;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.UnitFolders;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;

/**
 * Text consoles that log somebody in by themselves, by the units that systemd has for them and the
 * files that change those: systemd.unit(5). Those that ask are not told.
 */
final class Consoles {
  static final List<ListFolder> FOLDERS = UnitFolders.ALL;

  private static final Pattern UNIT =
      Pattern.compile(
          "((?:getty|serial-getty|autovt)@[A-Za-z0-9:_.-]{0,40}|console-getty)\\.service(\\.d)?");

  private Consoles() {}

  /** What the folders have for one unit: its own file, and files that change it by their names. */
  private record Parts(List<ListFolder> own, List<ListFolder> changes) {}

  static List<Door> read(Machine machine) {
    var units = new TreeMap<String, Parts>();
    boolean some = false;
    for (ListFolder folder : FOLDERS) {
      if (folder.equals(FOLDERS.getLast()) && units.containsKey("getty@")) {
        break; // the same folder once more, nearly everywhere
      }
      switch (Folder.names(machine, folder)) {
        case Reading.Known<List<String>>(var names) -> {
          some |= !names.isEmpty();
          names.forEach(name -> add(folder, name, units));
        }
        case Reading.Unknown<List<String>>(var reason, var detail) -> {
          return List.of(new Door("the consoles", new Entry.Unclear(reason, detail)));
        }
      }
    }
    if (units.isEmpty()) {
      String what = some ? "none of systemd's units is for a console" : "systemd does not run here";
      return List.of(new Door("the consoles", new Entry.Unclear(Reason.NOT_SUPPORTED, what)));
    }
    var doors = new ArrayList<Door>();
    units
        .keySet()
        .forEach(name -> {
          Entry entry = entry(machine, name, units);
          if (!(entry instanceof Entry.Asks)) {
            doors.add(new Door(shown(name), entry));
          }
        });
    return doors;
  }

  private static void add(ListFolder folder, String name, Map<String, Parts> units) {
    var parts = UNIT.matcher(name);
    if (parts.matches()) {
      var unit =
          units.computeIfAbsent(
              parts.group(1), one -> new Parts(new ArrayList<>(), new ArrayList<>()));
      if (parts.group(2) == null) {
        unit.own.add(folder);
      } else {
        unit.changes.add(folder.folder(name));
      }
    }
  }

  private static String shown(String unit) {
    int at = unit.indexOf('@');
    return at < 0 || at == unit.length() - 1
        ? "the consoles"
        : "the console " + unit.substring(at + 1);
  }

  /** For {@code getty@tty1}: its own parts, then those of {@code getty@}. */
  private static Entry entry(Machine machine, String name, Map<String, Parts> units) {
    int at = name.indexOf('@');
    var names = new LinkedHashMap<String, Parts>();
    for (String one : List.of(name, name.substring(0, at + 1))) {
      Parts parts = units.get(one);
      if (parts != null) {
        names.put(one, parts);
      }
    }
    var commands = new ArrayList<String>();
    for (var one : names.entrySet()) {
      if (!one.getValue().own().isEmpty()) {
        var file = one.getValue().own().get(0);
        switch (Folder.file(machine, file, one.getKey() + ".service", Reading::known)) {
          case Reading.Known<String>(var text) -> Getty.add(text, commands);
          case Reading.Unknown<String>(var reason, var detail) -> {
            return detail.contains("not a regular file") // a link to /dev/null: never started
                ? new Entry.Asks()
                : new Entry.Unclear(reason, detail);
          }
        }
        break;
      }
    }
    return changed(machine, names, commands);
  }

  /** Files of one name shadow each other; all others are read in the order of their names. */
  private static Entry changed(Machine machine, Map<String, Parts> names, List<String> commands) {
    var files = new TreeMap<String, ListFolder>();
    for (Parts parts : names.values()) {
      for (ListFolder folder : parts.changes()) {
        switch (Folder.names(machine, folder)) {
          case Reading.Known<List<String>>(var found) ->
              found.stream()
                  .filter(file -> file.endsWith(".conf"))
                  .forEach(file -> files.putIfAbsent(file, folder));
          case Reading.Unknown<List<String>>(var reason, var detail) -> {
            return new Entry.Unclear(reason, detail);
          }
        }
      }
    }
    for (var file : files.entrySet()) {
      switch (Folder.file(machine, file.getValue(), file.getKey(), Reading::known)) {
        case Reading.Known<String>(var text) -> Getty.add(text, commands);
        case Reading.Unknown<String>(var reason, var detail) -> {
          return new Entry.Unclear(reason, detail);
        }
      }
    }
    return Getty.entry(commands);
  }
}
