package porchlight.facts;

import java.util.List;

/** Whether this laptop starts somebody's session without asking for a password. */
public sealed interface AutoLogin {

  /** What starts sessions here: one display manager at most, and consoles. */
  record Doors(List<Door> doors) implements AutoLogin {
    public Doors {
      doors = List.copyOf(doors);
    }
  }

  /** Nothing starts a desktop, and no console starts a session by itself. */
  record NoDoor(String because) implements AutoLogin {}

  /**
   * One of them.
   *
   * @param name for people: {@code GDM}
   */
  record Door(String name, Entry entry) {}

  /** What it asks for. */
  sealed interface Entry {
    /** A password, or what stands for one. */
    record Asks() implements Entry {}

    /**
     * Nothing.
     *
     * @param person the account; empty when it is not named
     * @param setting what says so, and where
     */
    record Opens(String person, String setting) implements Entry {}

    /** Could not tell. */
    record Unclear(Reason reason, String detail) implements Entry {}
  }
}
