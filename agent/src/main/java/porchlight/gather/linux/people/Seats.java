package porchlight.gather.linux.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Seat;
import porchlight.gather.Answers;
import porchlight.machine.LinkName;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Run;

/** Who sits before this laptop, as systemd's logind says. */
public final class Seats {
  static final ListFolder SESSIONS = new ListFolder("/run/systemd/sessions");

  /** An id of a session has the shape of an interface's name. */
  static final Run SESSION =
      Run.of(
              "loginctl",
              "show-session",
              Run.LINK,
              "--property=Name",
              "--property=Remote",
              "--property=Class",
              "--property=State",
              "--property=LockedHint")
          .hiding("^Name=(.+)$");

  private static final List<String> TOLD =
      List.of("Name", "Remote", "Class", "State", "LockedHint");

  private Seats() {}

  /** Whether that account's person sits here; unlocked where one of their sessions is. */
  public static Reading<Seat> of(String account, Machine machine) {
    return switch (Answers.read(
        SESSIONS,
        machine.ask(SESSIONS),
        said ->
            Reading.known(said.text().lines().filter(name -> !name.endsWith(".ref")).toList()))) {
      case Known<List<String>>(var sessions) -> among(sessions, account, machine);
      case Unknown<List<String>> unknown -> unknown.as();
    };
  }

  private static Reading<Seat> among(List<String> sessions, String account, Machine machine) {
    Seat best = Seat.NOT_AT_THE_LAPTOP;
    for (String id : sessions) {
      var name = LinkName.of(id);
      if (name.isEmpty()) {
        return Answers.notUnderstood(SESSIONS, "a session is called " + id);
      }
      Run asked = SESSION.on(name.get());
      Reading<Seat> one =
          Answers.read(asked, machine.ask(asked), said -> read(asked, said.text(), account));
      switch (one) {
        case Known<Seat>(var seat) -> best = seat.compareTo(best) < 0 ? seat : best;
        case Unknown<Seat> unknown -> {
          return unknown;
        }
      }
    }
    return Reading.known(best);
  }

  private static Reading<Seat> read(Run asked, String text, String account) {
    Map<String, String> values = new HashMap<>();
    for (String line : text.lines().toList()) {
      int at = line.indexOf('=');
      if (at > 0) {
        values.put(line.substring(0, at), line.substring(at + 1));
      }
    }
    if (!values.keySet().containsAll(TOLD)) {
      return Answers.notUnderstood(asked, "not all of " + TOLD + " is told");
    }
    boolean theirs = account.equals(values.get("Name")) && "user".equals(values.get("Class"));
    boolean here = "no".equals(values.get("Remote")) && "active".equals(values.get("State"));
    if (!theirs || !here) {
      return Reading.known(Seat.NOT_AT_THE_LAPTOP);
    }
    return switch (String.valueOf(values.get("LockedHint"))) {
      case "no" -> Reading.known(Seat.UNLOCKED);
      case "yes" -> Reading.known(Seat.LOCKED);
      default -> Answers.notUnderstood(asked, "LockedHint is neither yes nor no");
    };
  }
}
