package porchlight.gather.linux.login;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import porchlight.facts.AutoLogin.Entry;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;

/**
 * LightDM: {@code autologin-user} or {@code autologin-guest} in the sections of the first seat. The
 * distribution's folders are read first, then the administrator's, then {@code lightdm.conf}; the
 * later value counts.
 */
final class LightDm {
  static final ListFolder OWN = new ListFolder("/etc/lightdm");
  static final List<ListFolder> FOLDERS =
      List.of(
          new ListFolder("/usr/share/lightdm/lightdm.conf.d"),
          new ListFolder("/usr/local/share/lightdm/lightdm.conf.d"),
          new ListFolder("/etc/xdg/lightdm/lightdm.conf.d"),
          new ListFolder("/etc/lightdm/lightdm.conf.d"));

  private static final String LAST = "lightdm.conf";
  private static final String SEAT = "Seat:";
  private static final String FIRST_SEAT = "seat0";

  private LightDm() {}

  static Reading<Entry> read(Machine machine) {
    return Folder.names(machine, OWN).flatMap(own -> read(machine, own));
  }

  private static Reading<Entry> read(Machine machine, List<String> own) {
    if (own.isEmpty()) {
      return Reading.unknown(Reason.TOOL_MISSING, "LightDM's settings are not in /etc/lightdm");
    }
    var sections = new LinkedHashMap<String, Map<String, String>>();
    var files = new ArrayList<Reading<List<KeyFile>>>();
    for (ListFolder folder : FOLDERS) {
      files.add(
          Folder.files(
              machine, folder, name -> name.endsWith(".conf"), text -> keys(folder, text)));
    }
    files.add(Folder.files(machine, OWN, LAST::equals, text -> keys(OWN, text)));
    for (Reading<List<KeyFile>> some : files) {
      switch (some) {
        case Reading.Known<List<KeyFile>>(var known) -> known.forEach(one -> add(one, sections));
        case Reading.Unknown<List<KeyFile>> unknown -> {
          return unknown.as();
        }
      }
    }
    return entry(sections);
  }

  private static Reading<KeyFile> keys(ListFolder folder, String text) {
    return KeyFile.of(text)
        .map(Reading::known)
        .orElseGet(() -> Answers.notUnderstood(folder, "a file that is not of LightDM's form"));
  }

  /** The old name of the section for all seats is read as the new one. */
  private static void add(KeyFile file, Map<String, Map<String, String>> sections) {
    file.groups()
        .forEach((name, values) ->
            sections
                .computeIfAbsent(
                    name.equals("SeatDefaults") ? SEAT + "*" : name, section -> new HashMap<>())
                .putAll(values));
  }

  private static Reading<Entry> entry(Map<String, Map<String, String>> sections) {
    var first = new HashMap<String, String>();
    boolean others = false;
    for (var section : sections.entrySet()) {
      if (section.getKey().startsWith(SEAT)) {
        if (isFirst(section.getKey().substring(SEAT.length()))) {
          first.putAll(section.getValue());
        } else {
          others |= opens(section.getValue());
        }
      }
    }
    String person = first.getOrDefault("autologin-user", "");
    if (opens(first)) {
      return Reading.known(
          new Entry.Opens(person, person.isEmpty() ? "autologin-guest=true" : "autologin-user"));
    }
    return others
        ? Reading.unknown(
            Reason.NOT_SUPPORTED, "LightDM logs in by itself at another seat than the first")
        : Reading.known(new Entry.Asks());
  }

  private static boolean opens(Map<String, String> values) {
    String guest = values.getOrDefault("autologin-guest", "false");
    return !values.getOrDefault("autologin-user", "").isEmpty()
        || !(guest.equals("false") || guest.equals("0") || guest.isEmpty());
  }

  private static boolean isFirst(String glob) {
    var regex = new StringBuilder();
    glob.chars()
        .forEach(c ->
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c))));
    return Pattern.matches(regex.toString(), FIRST_SEAT);
  }
}
