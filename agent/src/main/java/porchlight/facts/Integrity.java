package porchlight.facts;

import java.util.List;
import java.util.Optional;

/** What keeps the operating system itself, and the programs it starts, from being exchanged. */
public record Integrity(List<Guard> guards) {
  public Integrity {
    guards = List.copyOf(guards);
  }

  /**
   * One of the guards that this operating system has.
   *
   * @param unseen what of it could not be looked into; empty when its state is that of all of it
   */
  public record Guard(Kind kind, Reading<State> state, Optional<Unseen> unseen) {
    public Guard(Kind kind, Reading<State> state) {
      this(kind, state, Optional.empty());
    }
  }

  /** Which guard. */
  public enum Kind {
    SYSTEM_FILES("system-files", "System Integrity Protection"),
    PROGRAMS("programs", "Gatekeeper"),
    SECURE_BOOT("secure-boot", "Secure Boot"),
    DOWNLOADS("downloads", "SmartScreen"),
    ELEVATION("elevation", "User Account Control");

    private final String word;
    private final String label;

    Kind(String word, String label) {
      this.word = word;
      this.label = label;
    }

    /** The word used in JSON. */
    public String word() {
      return word;
    }

    /** As its maker calls it. */
    public String label() {
      return label;
    }
  }

  /** How much of it is on. */
  public enum State {
    ON("on"),
    PARTLY("partly"),
    OFF("off");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** The word used in JSON. */
    public String word() {
      return word;
    }
  }
}
