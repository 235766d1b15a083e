package porchlight.daemon.worker;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import porchlight.daemon.Handover;
import porchlight.daemon.Lock;
import porchlight.daemon.Next;
import porchlight.daemon.Status;
import porchlight.daemon.StatusFile;
import porchlight.daemon.Wake;
import porchlight.facts.Device;
import porchlight.facts.Facts;
import porchlight.facts.Reading;
import porchlight.json.EnrolmentJson.Hints;
import porchlight.json.Progress;
import porchlight.json.ReportJson;
import porchlight.json.Settings;
import porchlight.policy.Assessment;
import porchlight.policy.Policy;
import porchlight.report.Report;
import porchlight.uplink.Courier;
import porchlight.uplink.Durable;
import porchlight.uplink.Enrolment;
import porchlight.uplink.Enrolment.Member;
import porchlight.uplink.Outside;
import porchlight.uplink.Sequence;
import porchlight.uplink.Skew;
import porchlight.uplink.Spool;
import porchlight.uplink.Spooled;
import porchlight.uplink.StateFolder;

/**
 * One cycle: gather, judge, put the report in the spool, then deliver. Whatever central or the disk
 * do, it ends with a line that says when to come again, and status 0.
 */
public final class Cycle {
  private static final Duration DELIVERY = Duration.ofSeconds(45);
  private static final Duration WHILE_ANOTHER_WORKS = Duration.ofMinutes(1);
  private static final int MOST_TROUBLES = 5;

  /**
   * What it needs to know.
   *
   * @param gather reads the facts that the policy needs
   * @param boot the operating system's own id of this boot, where it has one
   * @param machineHint see {@link Enrolment#machineHint}
   */
  public record Setup(
      Settings settings,
      Policy policy,
      String agentVersion,
      Supplier<Facts> gather,
      Optional<UUID> boot,
      Optional<String> machineHint,
      Handover handover,
      Outside outside) {}

  private final Setup setup;
  private final Outside outside;
  private final StateFolder state;
  private final AgentLog log;
  private final List<String> troubles = new ArrayList<>();

  private Progress progress = Progress.NONE;

  private Cycle(Setup setup, AgentLog log) {
    this.setup = setup;
    this.outside = setup.outside();
    this.state = new StateFolder(setup.settings().stateFolder());
    this.log = log;
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
        Optional<Next> done = Lock.during(state.cycleLock(), () -> new Cycle(setup, log).once());
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

  private Next once() throws IOException {
    progress = Durable.read(state.delivery()).map(Progress::of).orElse(Progress.NONE);
    Facts facts = setup.gather().get();
    Assessment assessment = setup.policy().judge(facts);
    remember(facts);
    Optional<Member> member = enrolled(facts);
    int waiting = 0;
    int refused = 0;
    if (member.isPresent()) {
      var spool = new Spool(state, Spool.Bounds.USUAL, this::trouble);
      if (progress.stopped().isEmpty()) {
        try {
          report(spool, member.get(), facts, assessment);
        } catch (IOException failed) {
          trouble("the report could not be kept: " + failed);
        }
        deliver(spool, member.get());
      }
      waiting = spool.newestFirst().size();
      refused = spool.setAside();
    }
    Next next = next(member);
    write(member, assessment, next, waiting, refused);
    return next;
  }

  /** Who this laptop is, after trying to become somebody where there is a token. */
  private Optional<Member> enrolled(Facts facts) throws IOException {
    Optional<Member> member = Enrolment.current(state);
    Optional<URI> server = setup.settings().server();
    boolean elsewhere =
        member.isPresent()
            && server.isPresent()
            && !member.get().identity().server().equals(server.get());
    boolean wanted = member.isEmpty() || elsewhere || progress.stopped().isPresent();
    var tokenFile = setup.settings().enrollmentTokenFile();
    if (!wanted || server.isEmpty() || !Files.exists(tokenFile)) {
      if (elsewhere) {
        trouble("settings name another server; without an enrolment token this one is kept");
      }
      return member;
    }
    if (progress.stopped().isEmpty()
        && !Courier.mayGo(progress, outside.now(), setup.handover().wake() == Wake.NETWORK)) {
      return member;
    }
    var result =
        Enrolment.enrol(
            state, server.get(), tokenFile, setup.agentVersion(), hints(facts), outside);
    switch (result) {
      case Enrolment.Result.Done(var identity, int seconds) -> {
        progress = Progress.NONE.enrolled(seconds);
        log.info("enrolled as " + identity.device() + " at " + identity.server());
      }
      case Enrolment.Result.Failed(var after, var why) -> {
        trouble("enrolment failed: " + why);
        progress = Courier.failed(progress, after, outside);
      }
    }
    return Enrolment.current(state);
  }

  private Hints hints(Facts facts) {
    return switch (facts.device()) {
      case Reading.Known<Device>(var device) ->
          new Hints(
              Optional.of(device.name()).filter(name -> setup.policy().tells().deviceName()),
              Optional.of((device.system() + " " + device.version()).strip()),
              setup.machineHint());
      case Reading.Unknown<Device> unknown ->
          new Hints(Optional.empty(), Optional.empty(), setup.machineHint());
    };
  }

  /** Has a report of these facts in the spool. */
  private void report(Spool spool, Member member, Facts facts, Assessment assessment)
      throws IOException {
    progress = progress.dropped(spool.trim(outside.now()));
    var content =
        Composing.content(
            setup.agentVersion(),
            setup.policy().revision(),
            setup.handover().workersLost(),
            facts,
            assessment);
    String words = ReportJson.content(content, setup.policy().tells());
    String digest = ReportJson.digest(words);
    boolean full = Composing.mustBeFull(progress, digest, facts.at());
    long known =
        Math.max(
            spool.newestFirst().stream().mapToLong(Spooled::sequence).max().orElse(0),
            progress.lastFull().map(Progress.LastFull::sequence).orElse(0L));
    var report =
        new Report(
            outside.ids().get(),
            member.identity().device(),
            new Sequence(state.sequence()).next(known),
            setup.boot().or(setup.handover()::start).orElseGet(outside.ids()),
            facts.at(),
            content);
    spool.add(
        new Spooled(report.sequence(), facts.at(), full, report.id()),
        full ? ReportJson.full(report, words) : ReportJson.unchanged(report, digest));
    if (full) {
      progress = progress.with(new Progress.LastFull(digest, report.sequence(), facts.at(), false));
      // On the disk before it can be sent: else "unchanged" might name an older one.
      save();
    }
  }

  private void deliver(Spool spool, Member member) throws IOException {
    if (Courier.mayGo(progress, outside.now(), setup.handover().wake() == Wake.NETWORK)) {
      try (var uplink = member.uplink(outside, new Skew(Optional.empty()))) {
        var load = new Courier.Load(DELIVERY, Turn.reports(setup.handover().wake()));
        progress = new Courier(spool, uplink, outside, load, this::trouble).deliver(progress);
      }
    }
  }

  private Next next(Optional<Member> member) {
    return Turn.next(
        Duration.ofSeconds(progress.reportSeconds().orElse(setup.settings().reportSeconds())),
        member.map(known -> known.identity().device()));
  }

  private void write(
      Optional<Member> member, Assessment assessment, Next next, int waiting, int refused)
      throws IOException {
    if (member.isPresent() || progress.failures() > 0) {
      save();
    }
    Instant now = outside.now();
    var before = StatusFile.read(state.path()).map(Status::troubles).orElse(List.of());
    var recent = new ArrayList<String>();
    troubles.reversed().forEach(line -> recent.add(now + " " + line));
    recent.addAll(before);
    var status =
        new Status(
            member.isPresent(),
            member
                .map(known -> known.identity().server().toString())
                .or(() -> setup.settings().server().map(URI::toString))
                .orElse(""),
            member.map(known -> known.identity().organisation()).orElse(""),
            progress.stopped(),
            now,
            assessment.answer().word(),
            progress.lastAccepted(),
            Optional.of(now.plus(next.delay())),
            waiting,
            refused,
            progress.dropped(),
            recent.subList(0, Math.min(recent.size(), MOST_TROUBLES)));
    Durable.write(StatusFile.in(state.path()), StatusFile.text(status));
  }

  private void save() throws IOException {
    Durable.write(state.delivery(), progress.text());
  }

  private void remember(Facts facts) {
    try {
      GatewayMemory.learn(state, facts, outside.random());
    } catch (IOException failed) {
      trouble("what was seen could not be remembered: " + failed);
    }
  }

  private void trouble(String line) {
    troubles.add(line);
    log.warn(line);
  }
}
