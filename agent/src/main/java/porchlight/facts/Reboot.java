package porchlight.facts;

import java.util.List;

/** Whether something that was installed waits for a restart of this laptop. */
public sealed interface Reboot {

  /**
   * It does.
   *
   * @param causes what waits, each in a few words, never empty
   */
  record Pending(List<String> causes) implements Reboot {
    public Pending {
      causes = List.copyOf(causes);
    }
  }

  /**
   * Nothing does.
   *
   * @param running the version of the kernel, or of the system, that runs
   */
  record NotPending(String running) implements Reboot {}

  /** A restart of this system would change nothing, as that of a container. */
  record DoesNotApply(String because) implements Reboot {}
}
