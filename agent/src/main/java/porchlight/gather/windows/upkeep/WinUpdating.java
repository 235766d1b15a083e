package porchlight.gather.windows.upkeep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Updating;
import porchlight.gather.Answers;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.gather.windows.WindowsVersion;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.ReadServices;

/** Whether a Windows installs security updates by itself: policy, service, and its own setting. */
public final class WinUpdating {
  static final ReadServices SERVICE = new ReadServices("wuauserv", "UsoSvc");

  /** All that may be asked, but for the version. */
  public static final List<Question> QUESTIONS =
      List.of(
          UpdatePolicy.SERVER,
          UpdatePolicy.OPTIONS,
          Pause.CHOSEN,
          ManagedUpdates.RULES,
          SERVICE,
          WinUpdates.UPDATES);

  private static final String BY = "Windows Update";
  private static final long ASKS_TO_FETCH = 2;
  private static final long ASKS_TO_INSTALL = 3;
  private static final long BY_ITSELF = 4;
  private static final long OF_THE_OWNER = 5;
  private static final long ASKS_ON_SERVERS = 7;

  /** How the services stand that look for updates and install them. */
  private enum Services {
    MAY_RUN,
    DISABLED,
    /** The one that starts updates since Windows 10 is not there: an older Windows, or removed. */
    INCOMPLETE
  }

  private WinUpdating() {}

  public static Reading<Updating> read(Machine machine) {
    return UpdatePolicy.read(machine)
        .flatMap(policy ->
            services(machine)
                .flatMap(services ->
                    level(machine, policy, services)
                        .flatMap(level ->
                            Pause.untilOfAll(machine)
                                .flatMap(paused ->
                                    ManagedUpdates.gap(machine)
                                        .flatMap(managed ->
                                            judge(
                                                machine, policy, services, level, paused,
                                                managed))))));
  }

  /** Where something else has switched them off already, the level adds nothing. */
  private static Reading<Long> level(Machine machine, UpdatePolicy policy, Services services) {
    Reading<Long> level = WinUpdates.read(machine).flatMap(WinUpdates::level);
    boolean isGap =
        policy.off()
            || policy.blocked()
            || policy.serverGap().isPresent()
            || services == Services.DISABLED;
    return isGap && level instanceof Reading.Unknown ? Reading.known(0L) : level;
  }

  private static Reading<Updating> judge(
      Machine machine,
      UpdatePolicy policy,
      Services services,
      long level,
      Optional<Instant> paused,
      Optional<String> managed) {
    var gaps = new ArrayList<String>();
    managed.ifPresent(gaps::add);
    if (policy.off() || policy.blocked()) {
      gaps.add("a policy turns automatic updates off");
    }
    if (services == Services.DISABLED) {
      gaps.add("a service of Windows Update is disabled");
    }
    policy.serverGap().ifPresent(gaps::add);
    long option = policy.options().orElse(OF_THE_OWNER);
    if (option == ASKS_TO_FETCH || (option == OF_THE_OWNER && level == ASKS_TO_FETCH)) {
      gaps.add("somebody has to agree before updates are fetched");
    } else if (option == ASKS_TO_INSTALL
        || option == ASKS_ON_SERVERS
        || (option == OF_THE_OWNER && level == ASKS_TO_INSTALL)) {
      gaps.add("somebody has to install what is fetched");
    } else if (option == 1 || (option == OF_THE_OWNER && level == 1)) {
      gaps.add("automatic updates are turned off");
    } else if (option != BY_ITSELF && option != OF_THE_OWNER) {
      return Answers.notUnderstood(UpdatePolicy.OPTIONS, "AUOptions " + option);
    }
    if (gaps.isEmpty() && policy.namesNoServer()) {
      return Reading.unknown(
          Reason.NOT_SUPPORTED,
          "a policy has a server of its own asked for updates, and names none (UseWUServer)");
    }
    if (gaps.isEmpty() && services == Services.INCOMPLETE) {
      return Reading.unknown(
          Reason.NOT_SUPPORTED, "the service that starts updates (UsoSvc) is not there");
    }
    Reading<Updating> told = Reading.known(new Updating(BY, gaps, paused));
    return gaps.isEmpty() && option == OF_THE_OWNER && level == 0
        ? WindowsVersion.read(machine).flatMap(version -> version.server() ? ofAServer() : told)
        : told;
  }

  /** A client that was never told otherwise installs them; a server may as well wait. */
  private static Reading<Updating> ofAServer() {
    return Reading.unknown(
        Reason.NOT_SUPPORTED, "how this server installs updates was never set, and is not told");
  }

  private static Reading<Services> services(Machine machine) {
    return Blocks.read(machine, SERVICE)
        .flatMap(blocks ->
            blocks.size() == 2
                    && blocks.getFirst().name().equals("wuauserv")
                    && blocks.getLast().name().equals("UsoSvc")
                ? start(blocks.getFirst())
                    .flatMap(agent ->
                        agent == Services.DISABLED
                            ? Reading.known(agent)
                            : orchestrator(blocks.getLast()))
                : Answers.notUnderstood(SERVICE, blocks.size() + " services"));
  }

  private static Reading<Services> orchestrator(Block block) {
    return block.text("state").equals(Optional.of("absent"))
        ? Reading.known(Services.INCOMPLETE)
        : start(block);
  }

  private static Reading<Services> start(Block block) {
    return block
        .required("start")
        .flatMap(start ->
            switch (start) {
              case "2", "3" -> Reading.known(Services.MAY_RUN);
              case "4" -> Reading.known(Services.DISABLED);
              default -> Answers.notUnderstood(SERVICE, "start=" + start);
            });
  }
}
