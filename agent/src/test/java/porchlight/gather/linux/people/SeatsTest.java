package porchlight.gather.linux.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Seat;
import porchlight.gather.linux.Scripted;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Run;

/** By hand, in the form that {@code loginctl show-session} prints. */
class SeatsTest {
  private final Scripted machine = new Scripted();

  private static Run session(String id) {
    return Seats.SESSION.on(new LinkName(id));
  }

  private static String told(String name, String remote, String kind, String state, String locked) {
    return "Name=%s\nRemote=%s\nClass=%s\nState=%s\nLockedHint=%s\n"
        .formatted(name, remote, kind, state, locked);
  }

  private SeatsTest sessions(String... told) {
    var names = new StringBuilder();
    for (int i = 0; i < told.length; i++) {
      names.append(i + 1).append('\n').append(i + 1).append(".ref\n");
      machine.says(session(String.valueOf(i + 1)), told[i]);
    }
    machine.says(Seats.SESSIONS, names.toString());
    return this;
  }

  private Reading<Seat> read() {
    return Seats.of("dana", machine);
  }

  private Reason unknown() {
    return assertInstanceOf(Unknown.class, read()).reason();
  }

  @Test
  void a_screen_that_is_not_locked_is_unlocked() {
    sessions(told("dana", "no", "user", "active", "no"));
    assertEquals(new Known<>(Seat.UNLOCKED), read());
  }

  @Test
  void a_locked_screen_is_locked() {
    sessions(told("dana", "no", "user", "active", "yes"));
    assertEquals(new Known<>(Seat.LOCKED), read());
  }

  @Test
  void nobody_else_sits_here_for_them() {
    sessions(
        told("dana", "yes", "user", "active", "no"),
        told("dana", "no", "user", "online", "no"),
        told("dana", "no", "user", "closing", "no"),
        told("dana", "no", "manager", "active", "no"),
        told("gdm", "no", "greeter", "active", "no"),
        told("rob", "no", "user", "active", "no"));
    assertEquals(new Known<>(Seat.NOT_AT_THE_LAPTOP), read());
  }

  @Test
  void without_a_session_nobody_sits_here() {
    machine.says(Seats.SESSIONS, "");
    assertEquals(new Known<>(Seat.NOT_AT_THE_LAPTOP), read());
  }

  @Test
  void a_missing_logind_or_program_is_unknown() {
    assertEquals(Reason.TOOL_MISSING, unknown());
    machine.says(Seats.SESSIONS, "1\n");
    assertEquals(Reason.TOOL_MISSING, unknown());
  }

  @Test
  void a_denied_question_is_unknown() {
    machine.answers(Seats.SESSIONS, new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, unknown());
  }

  @Test
  void what_is_not_understood_is_unknown_and_never_unlocked() {
    for (String text :
        new String[] {
          "",
          "Name=dana\n",
          told("dana", "no", "user", "active", "maybe"),
          told("dana", "no", "user", "active", ""),
          "Failed to get session: no\n",
        }) {
      sessions(told("dana", "no", "user", "active", "no"), text);
      assertEquals(Reason.NOT_UNDERSTOOD, unknown(), text);
    }
    machine.says(Seats.SESSIONS, "../etc\n");
    assertEquals(Reason.NOT_UNDERSTOOD, unknown());
  }
}
