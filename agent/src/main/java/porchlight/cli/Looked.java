package porchlight.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ParseResult;
import porchlight.cli.format.Seen;
import porchlight.cli.screen.CheckScreen;
import porchlight.cli.screen.Plain;
import porchlight.facts.Device;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading.Known;
import porchlight.json.KeptCheck;
import porchlight.json.Refused;
import porchlight.policy.Assessment;
import porchlight.policy.Policy;
import porchlight.policy.Severity;

/**
 * A look at a laptop that can be shown: taken now, or kept by the agent.
 *
 * @param json the same as JSON
 * @param age how long ago, where it was kept
 * @param partial whether only some checks of the policy were asked for
 */
record Looked(
    Assessment assessment,
    Instant at,
    Optional<Duration> age,
    Optional<Device> device,
    String json,
    String system,
    boolean root,
    String version,
    boolean partial) {
  /** A clock that was set back by more than this makes ages worthless. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  /** Takes one. */
  static Looked now(ParseResult given, Doors doors, Terminal terminal, boolean quiet) {
    boolean whole = quiet || given.hasMatchedOption("--json");
    var judging = Given.judging(given, doors);
    if (!quiet) {
      judging
          .told()
          .ifPresent(
              words -> terminal.err().println(Plain.of("porchlight: " + words, terminal.talk())));
    }
    Policy all = judging.policy();
    var ids = new ArrayList<String>();
    all.rules().forEach(rule -> ids.add(rule.check().id()));
    Policy policy = all.only(Given.words(given, "--only", "check", ids));
    Source source =
        Source.of(Given.replay(given), doors, policy.places()).offline(Given.isOffline(given));
    if (!whole) {
      Given.text(given, "--replay").ifPresent(file -> source.tellReplay(file, terminal));
    }
    // The device itself is only in documents, and dear to read.
    Set<Fact> wanted = whole ? policy.needs() : policy.judges();
    Facts facts = source.facts(wanted, policy.probes(), doors, terminal, whole);
    Assessment assessment = policy.judge(facts);
    return new Looked(
        assessment,
        facts.at(),
        Optional.empty(),
        facts.device() instanceof Known<Device>(var device)
            ? Optional.of(device)
            : Optional.empty(),
        KeptCheck.text(assessment, facts),
        source.system(),
        source.root(),
        doors.version(),
        policy.rules().size() < all.rules().size());
  }

  /** The agent's own, unless it is too old to say anything of now. */
  static Looked kept(ParseResult given, Doors doors) {
    Doors.Kept kept =
        doors
            .agent()
            .lastCheck(Given.text(given, "--config"))
            .orElseThrow(() ->
                new Refused("the agent has kept no check; porchlight status says how it is doing"));
    KeptCheck check =
        KeptCheck.of(kept.text())
            .orElseThrow(() -> new Refused("the check that was kept is damaged"));
    Duration age = Duration.between(check.at(), doors.clock().instant());
    if (age.compareTo(kept.stale()) > 0) {
      throw new Refused(
          "the last check is of "
              + check.at()
              + ", too old to rely on; porchlight status says how the agent is doing");
    }
    if (age.plus(AHEAD).isNegative()) {
      throw new Refused("the last check is of " + check.at() + ", which is yet to come: the clock");
    }
    return new Looked(
        check.assessment(),
        check.at(),
        Optional.of(age.isNegative() ? Duration.ZERO : age),
        check.device(),
        kept.text(),
        doors.system(),
        doors.root(),
        doors.version(),
        false);
  }

  /** As a format tells it. */
  Seen seen(Severity threshold) {
    return new Seen(assessment, at, age, device, system, root, version, threshold, Pages::of);
  }

  /** On the terminal, as a screen or as JSON; returns the exit code. */
  int show(ParseResult given, Severity threshold, Terminal terminal) {
    if (given.hasMatchedOption("--json")) {
      terminal.json(json);
    } else {
      var screen =
          new CheckScreen(Pages::of, system, root, partial, given.hasMatchedOption("--verbose"));
      age.ifPresent(
          known -> terminal.result("The agent looked " + Seen.words(known) + " ago.\n\n"));
      terminal.result(screen.render(assessment, terminal.look()));
    }
    return CheckCommand.exit(assessment, threshold);
  }
}
