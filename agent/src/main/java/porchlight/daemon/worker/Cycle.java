package porchlight.daemon.worker;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import porchlight.daemon.Handover;
import porchlight.daemon.Lock;
import porchlight.daemon.Next;
import porchlight.facts.Facts;
import porchlight.json.Counted;
import porchlight.json.KeptCheck;
import porchlight.json.Settings;
import porchlight.policy.Assessment;
import porchlight.policy.InForce;
import porchlight.uplink.Durable;
import porchlight.uplink.Enrolment;
import porchlight.uplink.Enrolment.Member;
import porchlight.uplink.Outside;
import porchlight.uplink.Reserve;
import porchlight.uplink.Sequence;
import porchlight.uplink.Spool;
import porchlight.uplink.StateFolder;
import porchlight.uplink.Unkept;

/**
 * One cycle: gather, judge, put the report in the spool, then deliver. Whatever central or the disk
 * do, it ends with a line that says when to come again, and status 0.
 */
public final class Cycle {
  private static final Duration WHILE_ANOTHER_WORKS = Duration.ofMinutes(1);

  /**
   * What it needs to know.
   *
   * @param gather reads the facts that the policy needs
   * @param boot the operating system's own id of this boot, where it has one
   * @param up how long ago that was, where the system tells
   * @param machineHint see {@link Enrolment#machineHint}
   */
  public record Setup(
      Settings settings,
      InForce policy,
      String agentVersion,
      Supplier<Facts> gather,
      Optional<UUID> boot,
      Supplier<Optional<Duration>> up,
      Optional<String> machineHint,
      Handover handover,
      Outside outside) {}

  private final Setup setup;
  private final Desk desk;

  private Cycle(Setup setup, Desk desk) {
    this.setup = setup;
    this.desk = desk;
  }

  /**
   * Does it.
   *
   * @param out its last line is for the resident process
   * @param err for what cannot be logged
   */
  public static int run(Setup setup, PrintStream out, PrintStream err) {
    Duration usual = Duration.ofSeconds(setup.settings().reportSeconds());
    var state = new StateFolder(setup.settings().stateFolder());
    Next next = Next.retry(usual);
    try {
      state.prepare();
      try (AgentLog log = new AgentLog(state.log())) {
        Reserve.hold(state);
        Optional<Next> done = Lock.during(state.cycleLock(), () -> once(setup, state, log, out));
        if (done.isEmpty()) {
          err.println("porchlight: another cycle is at work on " + state.path());
        }
        next = done.orElse(Next.retry(WHILE_ANOTHER_WORKS));
      }
    } catch (IOException failed) {
      err.println("porchlight: cannot use " + state.path() + ": " + failed);
    }
    out.println(next.line());
    out.flush();
    return 0;
  }

  private static Next once(Setup setup, StateFolder state, AgentLog log, PrintStream out)
      throws IOException {
    var now = Counted.first(setup.outside().now(), setup.boot(), setup.up().get());
    return new Cycle(setup, new Desk(state, setup.outside(), log, out, now)).once();
  }

  private Next once() throws IOException {
    desk.takeOver(setup.handover());
    Facts facts = setup.gather().get();
    Assessment assessment = setup.policy().policy().judge(facts);
    remember(facts, assessment);
    var joining = new Joining(setup, desk);
    Optional<Member> member = joining.join(facts);
    var ending = new Ending(setup, desk, assessment);
    if (member.isPresent()) {
      var spool = new Spool(desk.state(), Spool.Bounds.USUAL, desk::trouble);
      if (!desk.progress().sending().saidGoodbye()) {
        var unkept = report(spool, member.get(), facts, assessment);
        var talking = new Talking(setup, desk, joining, spool);
        member = Optional.of(talking.talk(member.get(), facts, unkept));
      }
      return ending.write(member, spool.newestFirst().size(), spool.setAside());
    }
    return ending.write(member, 0, 0);
  }

  private Optional<Unkept> report(Spool spool, Member member, Facts facts, Assessment assessment)
      throws IOException {
    var device = member.identity().device();
    var numbers = new Sequence(desk.state().sequence(), device);
    var speaking = new Speaking(setup, desk, spool, numbers);
    try {
      speaking.trim();
    } catch (IOException failed) {
      desk.trouble("what waits could not be kept within bounds: " + failed);
    }
    return speaking.report(device, facts, assessment);
  }

  private void remember(Facts facts, Assessment assessment) {
    try {
      Durable.write(desk.state().lastCheck(), KeptCheck.kept(assessment, facts));
      GatewayMemory.learn(desk.state(), facts, desk.outside().random());
      PlaceMemory.learn(
          desk.state(), setup.policy().policy().places(), facts, desk.outside().random());
    } catch (IOException failed) {
      desk.trouble("what was seen could not be remembered: " + failed);
    }
  }
}
