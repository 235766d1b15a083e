package porchlight.json;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code config/agent.json} holds.
 *
 * @param server where reports go; none: this laptop is checked and nothing is sent
 * @param stateFolder the one folder that the agent writes to
 * @param enrollmentTokenFile holds the token for the first contact; removed once used
 * @param reportSeconds the cadence until central says another
 * @param workerSeconds how long one cycle may take before it is ended
 * @param policyFile none: the policy in the program
 * @param road how reports get out
 */
public record Settings(
    Optional<URI> server,
    Path stateFolder,
    Path enrollmentTokenFile,
    int reportSeconds,
    int workerSeconds,
    Optional<Path> policyFile,
    RoadSettings road) {

  /** What holds where nothing is written; the file in {@code config} shows the same. */
  public static final Settings DEFAULTS =
      new Settings(
          Optional.empty(),
          UsualFolders.state(),
          UsualFolders.settings().resolve(UsualFolders.TOKEN),
          900,
          120,
          Optional.empty(),
          RoadSettings.DEFAULTS);

  /** The same settings with another server. */
  public Settings at(URI other) {
    return new Settings(
        Optional.of(other),
        stateFolder,
        enrollmentTokenFile,
        reportSeconds,
        workerSeconds,
        policyFile,
        road);
  }
}
