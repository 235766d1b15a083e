package porchlight;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import porchlight.daemon.Handover;
import porchlight.daemon.worker.AgentMemory;
import porchlight.daemon.worker.Cycle;
import porchlight.daemon.worker.KeptAnswers;
import porchlight.daemon.worker.ResidentLine;
import porchlight.facts.Facts;
import porchlight.gather.Gathering;
import porchlight.gather.linux.LinuxIdentity;
import porchlight.json.Counted;
import porchlight.json.Refused;
import porchlight.json.Settings;
import porchlight.machine.LocalMachine;
import porchlight.policy.InForce;
import porchlight.policy.Policy;
import porchlight.uplink.Enrolment;
import porchlight.uplink.Outside;

/** {@code porchlight cycle}: wires the worker. */
final class Cycling {
  private Cycling() {}

  static int run(List<String> options, boolean debug) {
    return guard(
        () -> {
          OwnFolder.make();
          Settings settings = Configuration.settings(options);
          InForce policy = Configuration.policy(settings);
          var machine = new LocalMachine();
          var clock = InstantSource.system();
          return Cycle.run(
              new Cycle.Setup(
                  settings,
                  policy,
                  OperatingSystem.version(),
                  () -> facts(policy.policy(), machine, clock, settings),
                  LinuxIdentity.boot(machine),
                  () -> LinuxIdentity.up(machine),
                  LinuxIdentity.installation(machine).map(Enrolment::machineHint),
                  Handover.of(System.getenv()),
                  new Outside(
                      clock,
                      new SecureRandom(),
                      UUID::randomUUID,
                      System::nanoTime,
                      RoadOut.of(
                          settings,
                          machine,
                          ResidentLine.of(System.getenv(), System.in, System.out)))),
              System.out,
              System.err);
        },
        debug);
  }

  /** Says what the resident process must know, in lines of {@code name value}. */
  static int setup(List<String> options, boolean debug) {
    return guard(
        () -> {
          OwnFolder.make();
          Settings settings = Configuration.settings(options);
          Configuration.policy(settings); // refused now rather than by every worker
          System.out.println("stateFolder " + settings.stateFolder());
          System.out.println("reportSeconds " + settings.reportSeconds());
          System.out.println("connection " + (settings.road().keeps() ? "kept" : "cycle"));
          System.out.println("workerSeconds " + settings.workerSeconds());
          System.out.flush();
          return 0;
        },
        debug);
  }

  /** The facts that the policy needs, as a cycle reads them. */
  static Facts facts(Policy policy, LocalMachine machine, InstantSource clock, Settings settings) {
    var kept = new KeptAnswers(machine, policy.probes(), settings.stateFolder());
    Facts facts =
        new Gathering(policy.needs(), Gathering.USUAL_LIMIT, fact -> {}, kept)
            .gather(
                OperatingSystem.gatherer(OperatingSystem.here(), kept),
                clock.instant(),
                new AgentMemory(
                    settings.stateFolder(),
                    () ->
                        Counted.first(
                            clock.instant(),
                            LinuxIdentity.boot(machine),
                            LinuxIdentity.up(machine)),
                    true,
                    policy.places()));
    try {
      kept.keep(facts);
    } catch (IOException failed) {
      System.err.println("porchlight: what the network answered could not be kept: " + failed);
    }
    return facts;
  }

  private static int guard(java.util.function.IntSupplier work, boolean debug) {
    try {
      return work.getAsInt();
    } catch (Refused wrong) {
      System.err.println("porchlight: " + wrong.getMessage());
      return 78;
    } catch (RuntimeException | Error ours) {
      System.err.println("porchlight: our own mistake, please report it: " + ours);
      if (debug) {
        ours.printStackTrace();
      }
      return 70;
    }
  }
}
