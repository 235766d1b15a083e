package porchlight;

import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import porchlight.cli.Doors;
import porchlight.daemon.Lock;
import porchlight.daemon.StatusFile;
import porchlight.daemon.verify.Talk;
import porchlight.daemon.worker.Doctor;
import porchlight.daemon.worker.Enroll;
import porchlight.daemon.worker.PlaceMemory;
import porchlight.daemon.worker.Step;
import porchlight.facts.Device;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Place;
import porchlight.facts.Reading;
import porchlight.gather.Gathering;
import porchlight.gather.linux.LinuxIdentity;
import porchlight.json.EnrolmentJson.Hints;
import porchlight.json.PolicyReader;
import porchlight.json.Refused;
import porchlight.json.Sent;
import porchlight.json.ServerUrl;
import porchlight.json.SettingRow;
import porchlight.json.Settings;
import porchlight.machine.LocalMachine;
import porchlight.policy.PlaceRules;
import porchlight.policy.Policy;
import porchlight.uplink.Belongings;
import porchlight.uplink.Durable;
import porchlight.uplink.Enrolment;
import porchlight.uplink.Enrolment.Applicant;
import porchlight.uplink.Outside;
import porchlight.uplink.SentFolder;
import porchlight.uplink.Skew;
import porchlight.uplink.StateFolder;

/** The agent of this laptop, for a person who asks or tells it something. */
final class OwnAgent implements Doors.Agent {
  /** So many checks that did not happen mean that the agent is not well. */
  private static final int MISSED_CYCLES = 4;

  private static final Duration ALWAYS_GOOD = Duration.ofHours(1);

  @Override
  public List<SettingRow> settings(Optional<String> config) {
    return SettingRow.of(Configuration.layered(config));
  }

  /** What only root may read is not taken for absent: it is said that it was not seen. */
  @Override
  public Doors.Judging judging() {
    try {
      Settings settings = Configuration.settings(Optional.empty());
      var inForce = Configuration.policy(settings);
      Path folder = settings.stateFolder();
      int revision = inForce.policy().revision();
      return new Doors.Judging(
          inForce.policy(),
          switch (inForce.from()) {
            case FILE -> Optional.of("judged by the settings' policy, revision " + revision);
            case CENTRAL -> Optional.of("judged by central's policy, revision " + revision);
            case BUILT_IN ->
                Files.exists(folder) && !Files.isReadable(folder)
                    ? Optional.of(
                        "judged by the program's own policy; whether central has set another"
                            + " only root can see")
                    : Optional.empty();
          });
    } catch (Refused unreadable) {
      String why = String.valueOf(unreadable.getMessage());
      if (!why.endsWith("permission denied")) {
        throw unreadable;
      }
      return new Doors.Judging(
          PolicyReader.packed(), Optional.of("judged by the program's own policy; " + why));
    }
  }

  @Override
  public Optional<Doors.Kept> lastCheck(Optional<String> config) {
    var state = new StateFolder(Configuration.settings(config).stateFolder());
    try {
      if (Files.exists(state.path()) && !Files.isReadable(state.path())) {
        throw new Refused(state.path() + ": permission denied; run as root to see the last check");
      }
      Duration cadence =
          StatusFile.read(state.path())
              .flatMap(
                  status -> status.next().map(next -> Duration.between(status.lastCycle(), next)))
              .orElse(Duration.ZERO);
      Duration stale = cadence.multipliedBy(MISSED_CYCLES);
      return Durable.read(state.lastCheck())
          .map(
              text -> new Doors.Kept(text, stale.compareTo(ALWAYS_GOOD) < 0 ? ALWAYS_GOOD : stale));
    } catch (IOException failed) {
      throw new Refused(state.path() + ": " + failed.getMessage());
    }
  }

  @Override
  public List<Sent> sent(Optional<String> config, int most) {
    Path folder = Configuration.settings(config).stateFolder();
    try {
      return SentFolder.newest(folder, most);
    } catch (AccessDeniedException denied) {
      throw new Refused(folder + ": permission denied; run as root to see what has left");
    } catch (IOException failed) {
      throw new Refused(folder + ": " + failed.getMessage());
    }
  }

  @Override
  public List<Step> examine(Optional<String> config) {
    var machine = new LocalMachine();
    var clock = Clock.systemUTC();
    return Doctor.examine(
        new Doctor.Setup(
            () -> Configuration.settings(config),
            settings -> Configuration.policy(settings).policy(),
            policy -> facts(policy, machine, clock, Configuration.settings(config)),
            OwnAgent::outside));
  }

  private static Facts facts(Policy policy, LocalMachine machine, Clock clock, Settings settings) {
    try {
      return byHand(settings.stateFolder(), () -> Cycling.facts(policy, machine, clock, settings));
    } catch (IOException failed) {
      throw new Refused(settings.stateFolder() + ": " + failed.getMessage());
    }
  }

  @Override
  public Doors.Enrolled rotate(Optional<String> config) {
    return done(config, (state, outside) -> Enroll.rotate(state, outside), "has another key");
  }

  @Override
  public boolean place(Facts facts, Optional<Place.Kind> kind) {
    Settings settings = Configuration.settings(Optional.empty());
    Path folder = settings.stateFolder();
    try {
      var rules = OwnMemory.rules(settings, PlaceRules.NONE);
      return byHand(folder, () -> PlaceMemory.say(folder, rules, facts, kind, new SecureRandom()));
    } catch (AccessDeniedException denied) {
      throw new Refused(folder + ": permission denied; only root says what places are");
    } catch (IOException failed) {
      throw new Refused(folder + ": " + failed.getMessage());
    }
  }

  @Override
  public Talk talk(Optional<String> config) {
    return OwnTalk.open(config);
  }

  @Override
  public Doors.Enrolled goodbye(Optional<String> config, String reason) {
    return done(
        config, (state, outside) -> Enroll.goodbye(state, reason, outside), "central was told");
  }

  @FunctionalInterface
  private interface Deed {
    String of(StateFolder state, Outside outside) throws IOException;
  }

  private static Doors.Enrolled done(Optional<String> config, Deed deed, String words) {
    Settings settings = Configuration.settings(config);
    try {
      var state = new StateFolder(settings.stateFolder());
      String wrong = byHand(state.path(), () -> deed.of(state, outside(settings)));
      return new Doors.Enrolled(wrong.isEmpty(), wrong.isEmpty() ? words : wrong);
    } catch (IOException failed) {
      throw new Refused(settings.stateFolder() + ": " + failed.getMessage());
    }
  }

  static Doors.Enrolled enroll(String server, String tokenFile, Optional<String> config) {
    OwnFolder.make();
    Settings settings = Configuration.settings(config);
    URI where =
        ServerUrl.of(server)
            .orElseThrow(() ->
                new Refused("--server: expected " + ServerUrl.EXPECTED + "; found " + server));
    var state = new StateFolder(settings.stateFolder());
    try {
      var who =
          new Applicant(
              state,
              OperatingSystem.version(),
              hints(Configuration.policy(settings).policy()),
              outside(settings),
              new Skew(Optional.empty()));
      Path token = Path.of(tokenFile).toAbsolutePath();
      return switch (byHand(state.path(), () -> Enroll.run(who, where, token))) {
        case Enrolment.Result.Done(var identity, int seconds, var policy, boolean seedGone) ->
            new Doors.Enrolled(
                true,
                "enrolled at "
                    + identity.server()
                    + " for "
                    + identity.organisation()
                    + (seedGone ? "" : "; the token is used, and could not be removed"));
        case Enrolment.Result.Pending(var after) ->
            new Doors.Enrolled(
                false,
                "a person at central has to approve this laptop; the agent asks again by itself");
        case Enrolment.Result.Failed(var after, var why) -> new Doors.Enrolled(false, why);
      };
    } catch (IOException failed) {
      throw new Refused(settings.stateFolder() + ": " + failed.getMessage());
    }
  }

  /** What root does beside the service leaves nothing that the service's user cannot read. */
  private static <T> T byHand(Path folder, Lock.Task<T> work) throws IOException {
    try {
      return work.run();
    } finally {
      Belongings.giveBack(folder);
    }
  }

  static Outside outside(Settings settings) {
    return new Outside(
        Clock.systemUTC(),
        new SecureRandom(),
        UUID::randomUUID,
        System::nanoTime,
        RoadOut.of(settings, new LocalMachine()));
  }

  private static Hints hints(Policy policy) {
    var machine = new LocalMachine();
    Optional<String> installation = LinuxIdentity.installation(machine).map(Enrolment::machineHint);
    var facts =
        new Gathering(java.util.EnumSet.of(Fact.DEVICE), Gathering.USUAL_LIMIT, fact -> {})
            .gather(
                OperatingSystem.gatherer(OperatingSystem.here(), machine),
                Clock.systemUTC().instant());
    return facts.device() instanceof Reading.Known<Device>(var device)
        ? new Hints(
            Optional.of(device.name()).filter(name -> policy.tells().deviceName()),
            Optional.of((device.system() + " " + device.version()).strip()),
            installation)
        : new Hints(Optional.empty(), Optional.empty(), installation);
  }
}
