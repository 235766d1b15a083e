package porchlight.gather.linux.login;

import java.util.ArrayList;
import java.util.Optional;
import porchlight.facts.AutoLogin;
import porchlight.facts.AutoLogin.Door;
import porchlight.facts.AutoLogin.Entry;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadFile;

/** Whether this Linux starts a session without a password: its display manager, its consoles. */
public final class LinuxAutoLogin {
  static final ReadFile NODM = new ReadFile("/etc/default/nodm");

  /** Where openSUSE keeps it for every display manager. */
  static final ReadFile SUSE = new ReadFile("/etc/sysconfig/displaymanager");

  private LinuxAutoLogin() {}

  public static Reading<AutoLogin> read(Machine machine) {
    var doors = new ArrayList<Door>();
    switch (DisplayManager.read(machine)) {
      case Reading.Known<Optional<String>>(var name) ->
          name.ifPresent(known -> {
            doors.add(door(machine, known));
            suse(machine).ifPresent(doors::add);
          });
      case Reading.Unknown<Optional<String>>(var reason, var detail) -> {
        doors.add(new Door("the graphical login", new Entry.Unclear(reason, detail)));
        suse(machine).ifPresent(doors::add);
      }
    }
    doors.addAll(Consoles.read(machine));
    return Reading.known(
        doors.isEmpty()
            ? new AutoLogin.NoDoor("no graphical login is set to start")
            : new AutoLogin.Doors(doors));
  }

  private static Door door(Machine machine, String name) {
    return switch (name) {
      case "gdm", "gdm3" -> door("GDM", Gdm.read(machine));
      case "lightdm" -> door("LightDM", LightDm.read(machine));
      case "sddm" -> door("SDDM", Sddm.read(machine));
      case "greetd" -> door("greetd", Greetd.read(machine, Greetd.FILE));
      case "cosmic-greeter" -> door("greetd", Greetd.read(machine, Greetd.COSMIC));
      case "lxdm" -> door("LXDM", Lxdm.read(machine));
      case "nodm" -> door("nodm", nodm(machine));
      default ->
          door(
              name,
              Reading.unknown(
                  Reason.NOT_SUPPORTED, "whether " + name + " asks for a password is not read"));
    };
  }

  private static Door door(String name, Reading<Entry> entry) {
    return new Door(
        name,
        switch (entry) {
          case Reading.Known<Entry>(var known) -> known;
          case Reading.Unknown<Entry>(var reason, var detail) -> new Entry.Unclear(reason, detail);
        });
  }

  /** It is there for nothing else than to start a session without asking. */
  private static Reading<Entry> nodm(Machine machine) {
    return Answers.read(
        NODM,
        machine.ask(NODM),
        said -> {
          String enabled = Shell.value(said.text(), "NODM_ENABLED").orElse("?");
          return Reading.known(
              enabled.equals("no") || enabled.equals("false")
                  ? new Entry.Asks()
                  : new Entry.Opens(
                      Shell.value(said.text(), "NODM_USER").orElse(""), "nodm is enabled"));
        });
  }

  private static Optional<Door> suse(Machine machine) {
    Answer answer = machine.ask(SUSE);
    if (answer instanceof Answer.Missing) {
      return Optional.empty();
    }
    Reading<Entry> entry =
        Answers.read(
            SUSE,
            answer,
            said ->
                Shell.value(said.text(), "DISPLAYMANAGER_AUTOLOGIN")
                    .filter(value -> KeyFile.isText(said.text()))
                    .map(person ->
                        Reading.<Entry>known(
                            person.isEmpty()
                                ? new Entry.Asks()
                                : new Entry.Opens(person, "DISPLAYMANAGER_AUTOLOGIN")))
                    .orElseGet(() -> Answers.notUnderstood(SUSE, "not a plain value")));
    return Optional.of(door("the display manager's sysconfig", entry));
  }
}
