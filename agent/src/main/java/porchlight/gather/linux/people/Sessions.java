package porchlight.gather.linux.people;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;

/** The desktops that a person can choose where they log in. */
final class Sessions {
  static final List<ListFolder> FOLDERS =
      List.of(
          new ListFolder("/usr/share/wayland-sessions"),
          new ListFolder("/usr/share/xsessions"),
          new ListFolder("/usr/local/share/wayland-sessions"),
          new ListFolder("/usr/local/share/xsessions"));

  private static final String END = ".desktop";

  private static final Set<String> GNOME =
      Set.of(
          "gnome",
          "gnome-xorg",
          "gnome-wayland",
          "gnome-classic",
          "gnome-classic-xorg",
          "gnome-classic-wayland",
          "ubuntu",
          "ubuntu-xorg",
          "ubuntu-wayland");

  private static final Set<String> PLASMA =
      Set.of("plasma", "plasmax11", "plasmawayland", "plasma-x11", "plasma-wayland");

  /** Whose settings say whether the screen locks. */
  enum Kind {
    GNOME,
    PLASMA,
    OTHER
  }

  private Sessions() {}

  /** Their names for people, each once; none when no folder of sessions has one. */
  static Reading<Map<String, Kind>> read(Machine machine) {
    var found = new TreeMap<String, Kind>();
    for (ListFolder folder : FOLDERS) {
      Answer answer = machine.ask(folder);
      if (answer instanceof Answer.Missing) {
        continue;
      }
      Reading<List<String>> names =
          Answers.read(folder, answer, said -> Reading.known(said.text().lines().toList()));
      switch (names) {
        case Reading.Known<List<String>>(var known) ->
            known.stream().filter(name -> name.endsWith(END)).forEach(name -> add(name, found));
        case Reading.Unknown<List<String>> unknown -> {
          return unknown.as();
        }
      }
    }
    return Reading.known(found);
  }

  private static void add(String file, Map<String, Kind> found) {
    String name = file.substring(0, file.length() - END.length());
    if (GNOME.contains(name)) {
      found.put("GNOME", Kind.GNOME);
    } else if (PLASMA.contains(name)) {
      found.put("KDE Plasma", Kind.PLASMA);
    } else {
      found.put(Answers.brief(name), Kind.OTHER);
    }
  }
}
