package porchlight.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import porchlight.daemon.verify.Talk;
import porchlight.daemon.worker.Step;
import porchlight.facts.Facts;
import porchlight.facts.Place;
import porchlight.gather.Gatherer;
import porchlight.gather.Memory;
import porchlight.json.PolicyReader;
import porchlight.json.Sent;
import porchlight.json.SettingRow;
import porchlight.machine.Machine;
import porchlight.policy.PlaceRules;
import porchlight.policy.Policy;

/**
 * What the commands need of the rest of the house.
 *
 * @param clock the one clock there is
 * @param system {@code linux}, {@code macos} or {@code windows}
 * @param root whether a privileged user runs this
 * @param version of Porchlight
 * @param here the machine this runs on
 * @param gatherers how facts are read on each operating system
 * @param enroll what {@code porchlight enroll} does
 * @param status what {@code porchlight status} does
 * @param memory what the agent remembers of earlier looks
 * @param agent what it is asked for and told
 */
public record Doors(
    Clock clock,
    String system,
    boolean root,
    String version,
    Machine here,
    Gatherers gatherers,
    Enroll enroll,
    Status status,
    Memories memory,
    Agent agent) {

  /** The agent of this laptop, as far as a person may ask and tell it. */
  public interface Agent {
    /** The settings that are in force. */
    List<SettingRow> settings(Optional<String> config);

    /** The last check that the agent made by itself; nothing when it has made none. */
    Optional<Kept> lastCheck(Optional<String> config);

    /** The policy that is in force here. */
    Judging judging();

    /** What has left, the newest first. */
    List<Sent> sent(Optional<String> config, int most);

    /** Looks at all that must work for central to hear of this laptop. */
    List<Step> examine(Optional<String> config);

    /** Asks for another key. */
    Enrolled rotate(Optional<String> config);

    /**
     * Keeps what a person says of the place where they are.
     *
     * @param kind empty to forget the place
     * @return whether there was anything to keep or forget
     */
    boolean place(Facts facts, Optional<Place.Kind> kind);

    /** A talk with the half that holds this laptop's key. */
    Talk talk(Optional<String> config);

    /** Says goodbye to central: {@code uninstalled} or {@code shutdown}. */
    Enrolled goodbye(Optional<String> config, String reason);
  }

  /**
   * A check that was kept.
   *
   * @param text as {@code check --json} prints it
   * @param stale from which age on it says nothing any more
   */
  public record Kept(String text, Duration stale) {}

  /**
   * The policy that a look judges by.
   *
   * @param told whose it is, where that is not plain
   */
  public record Judging(Policy policy, Optional<String> told) {
    /** The program's own. */
    public static Judging packed() {
      return new Judging(PolicyReader.packed(), Optional.empty());
    }
  }

  /** What is remembered, seen by what a policy says of places. */
  @FunctionalInterface
  public interface Memories {
    Memory by(PlaceRules rules);
  }

  /** How the facts of a machine are read. */
  @FunctionalInterface
  public interface Gatherers {
    Gatherer on(String system, Machine machine);
  }

  /** Makes this laptop known to a central endpoint. */
  @FunctionalInterface
  public interface Enroll {
    /**
     * Does it.
     *
     * @param server the address as it was typed
     * @param tokenFile the path as it was typed
     * @param config the settings file, when one was named
     */
    Enrolled enroll(String server, String tokenFile, Optional<String> config);
  }

  /** What came of it, in words. */
  public record Enrolled(boolean done, String words) {}

  /** Tells how the resident agent is doing; nothing when it has not run yet. */
  @FunctionalInterface
  public interface Status {
    Optional<porchlight.daemon.Status> status(Optional<String> config);
  }
}
