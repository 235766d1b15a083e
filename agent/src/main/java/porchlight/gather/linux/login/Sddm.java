package porchlight.gather.linux.login;

import java.util.ArrayList;
import java.util.List;
import porchlight.facts.AutoLogin.Entry;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;

/**
 * SDDM: {@code [Autologin] User}. The distribution's folder is read first, then the
 * administrator's, then {@code /etc/sddm.conf}; the later value counts, and of a line all from a
 * {@code #} on is a comment.
 */
final class Sddm {
  static final List<ListFolder> FOLDERS =
      List.of(new ListFolder("/usr/lib/sddm/sddm.conf.d"), new ListFolder("/etc/sddm.conf.d"));
  static final ListFolder ETC = new ListFolder("/etc");

  private static final String LAST = "sddm.conf";

  private Sddm() {}

  static Reading<Entry> read(Machine machine) {
    var files = new ArrayList<Reading<List<String>>>();
    for (ListFolder folder : FOLDERS) {
      files.add(Folder.files(machine, folder, name -> !name.startsWith("."), Sddm::text));
    }
    files.add(Folder.files(machine, ETC, LAST::equals, Sddm::text));
    String person = "";
    for (Reading<List<String>> some : files) {
      switch (some) {
        case Reading.Known<List<String>>(var texts) -> {
          for (String text : texts) {
            person = person(text, person);
          }
        }
        case Reading.Unknown<List<String>> unknown -> {
          return unknown.as();
        }
      }
    }
    return Reading.known(
        person.isEmpty() ? new Entry.Asks() : new Entry.Opens(person, "User in [Autologin]"));
  }

  private static Reading<String> text(String text) {
    return KeyFile.isText(text)
        ? Reading.known(text)
        : Reading.unknown(Reason.NOT_UNDERSTOOD, "SDDM's settings are no text");
  }

  private static String person(String text, String before) {
    String person = before;
    String section = "";
    for (String raw : text.lines().toList()) {
      int comment = raw.indexOf('#');
      String line = (comment < 0 ? raw : raw.substring(0, comment)).strip();
      int equals = line.indexOf('=');
      if (equals >= 0) {
        if (section.equals("Autologin") && line.substring(0, equals).strip().equals("User")) {
          person = line.substring(equals + 1).strip();
        }
      } else if (line.startsWith("[") && line.endsWith("]")) {
        section = line.substring(1, line.length() - 1).strip();
      }
    }
    return person;
  }
}
