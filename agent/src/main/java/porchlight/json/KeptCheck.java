package porchlight.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.checks.Evidence;
import porchlight.checks.Outcome;
import porchlight.checks.Verdict;
import porchlight.facts.Device;
import porchlight.facts.Facts;
import porchlight.facts.Reason;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;
import porchlight.policy.Assessment;
import porchlight.policy.Finding;
import porchlight.policy.Severity;

/** The last check that the agent made by itself, kept for whoever asks {@code --cached}. */
public record KeptCheck(Assessment assessment, Instant at, Optional<Device> device) {

  /** As it is kept: what {@code check --json} prints. */
  public static String text(Assessment assessment, Facts facts) {
    return JsonText.pretty(FindingsJson.write(assessment, facts));
  }

  /** The same, as it lies on the disk: without the names of networks and people. */
  public static String kept(Assessment assessment, Facts facts) {
    return text(
        new Assessment(assessment.findings().stream().map(KeptCheck::withoutNames).toList()),
        facts);
  }

  private static Finding withoutNames(Finding finding) {
    var verdict = finding.verdict();
    return new Finding(
        finding.check(),
        finding.severity(),
        new Verdict(
            verdict.outcome(),
            verdict.because(),
            verdict.reason(),
            verdict.evidence().stream().filter(seen -> !seen.personal()).toList()));
  }

  /** Nothing when any of it is not as it was written: half a check could read as a good one. */
  public static Optional<KeptCheck> of(String text) {
    try {
      return JsonText.parse(text).asObject().flatMap(KeptCheck::of);
    } catch (JsonText.NotJson damaged) {
      return Optional.empty();
    }
  }

  private static Optional<KeptCheck> of(Json.Obj object) {
    Optional<Instant> at = object.text("at").flatMap(Replies::instant);
    Optional<List<Json>> items = object.get("findings").flatMap(Json::asItems);
    if (at.isEmpty() || items.isEmpty()) {
      return Optional.empty();
    }
    var findings = new ArrayList<Finding>();
    for (Json item : items.get()) {
      Optional<Finding> finding = item.asObject().flatMap(KeptCheck::finding);
      if (finding.isEmpty()) {
        return Optional.empty();
      }
      findings.add(finding.get());
    }
    var assessment = new Assessment(findings);
    boolean whole = object.text("answer").equals(Optional.of(assessment.answer().word()));
    return whole
        ? Optional.of(
            new KeptCheck(
                assessment,
                at.get(),
                object.get("device").flatMap(Json::asObject).flatMap(KeptCheck::device)))
        : Optional.empty();
  }

  private static Optional<Finding> finding(Json.Obj object) {
    Optional<String> check = object.text("check");
    Optional<Severity> severity = object.text("severity").flatMap(Severity::of);
    Optional<Outcome> outcome = object.text("outcome").flatMap(KeptCheck::outcome);
    Optional<String> because = object.text("because");
    Optional<Reason> reason = object.text("reason").flatMap(KeptCheck::reason);
    Optional<List<Evidence>> evidence =
        object.get("evidence").flatMap(Json::asItems).flatMap(KeptCheck::evidence);
    return check.isPresent()
            && severity.isPresent()
            && outcome.isPresent()
            && because.isPresent()
            && evidence.isPresent()
            && reason.isPresent() == (outcome.get() == Outcome.UNKNOWN)
        ? Optional.of(
            new Finding(
                check.get(),
                severity.get(),
                new Verdict(outcome.get(), because.get(), reason, evidence.get())))
        : Optional.empty();
  }

  private static Optional<List<Evidence>> evidence(List<Json> items) {
    var all = new ArrayList<Evidence>();
    for (Json item : items) {
      var one = item.asObject();
      var name = one.flatMap(object -> object.text("name"));
      var value = one.flatMap(object -> object.text("value"));
      if (name.isEmpty() || value.isEmpty()) {
        return Optional.empty();
      }
      boolean personal = one.flatMap(object -> object.get("personal")).isPresent();
      boolean momentary = one.flatMap(object -> object.get("momentary")).isPresent();
      all.add(new Evidence(name.get(), value.get(), personal, momentary));
    }
    return Optional.of(all);
  }

  private static Optional<Device> device(Json.Obj object) {
    return Optional.of(
        new Device(
            object.text("name").orElse(""),
            object.text("family").orElse(""),
            object.text("system").orElse(""),
            object.text("version").orElse(""),
            object.text("arch").orElse(""),
            object.text("model").orElse("")));
  }

  private static Optional<Outcome> outcome(String word) {
    for (Outcome outcome : Outcome.values()) {
      if (outcome.word().equals(word)) {
        return Optional.of(outcome);
      }
    }
    return Optional.empty();
  }

  private static Optional<Reason> reason(String word) {
    for (Reason reason : Reason.values()) {
      if (reason.word().equals(word)) {
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }
}
