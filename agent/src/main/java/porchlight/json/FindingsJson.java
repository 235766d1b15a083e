package porchlight.json;

import java.util.ArrayList;
import porchlight.checks.Evidence;
import porchlight.facts.Device;
import porchlight.facts.Facts;
import porchlight.facts.Reading.Known;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;
import porchlight.policy.Assessment;
import porchlight.policy.Finding;
import porchlight.report.Here;

/** What {@code porchlight check --json} prints: see {@code config/facts.md}. */
public final class FindingsJson {
  private FindingsJson() {}

  /** The answer and all it rests on, personal evidence too: it is for the person at the laptop. */
  public static Json.Obj write(Assessment assessment, Facts facts) {
    var out = new JsonObject().put("answer", assessment.answer().word());
    assessment.score().ifPresent(score -> out.put("score", score));
    out.put("assessed", assessment.assessed())
        .put("blind", assessment.blind())
        .put("at", facts.at().toString());
    if (facts.device() instanceof Known<Device>(var device)) {
      out.put("device", FactsJson.device(device));
    }
    Here.of(facts).ifPresent(here -> out.put("place", PlaceJson.here(here)));
    var findings = new ArrayList<Json>();
    assessment.findings().forEach(finding -> findings.add(finding(finding)));
    return out.put("findings", new Json.Arr(findings)).build();
  }

  private static Json finding(Finding finding) {
    var verdict = finding.verdict();
    var out =
        new JsonObject()
            .put("check", finding.check())
            .put("outcome", verdict.outcome().word())
            .put("severity", finding.severity().word())
            .put("because", verdict.because());
    verdict.reason().ifPresent(reason -> out.put("reason", reason.word()));
    var evidence = new ArrayList<Json>();
    verdict.evidence().forEach(seen -> evidence.add(evidence(seen)));
    return out.put("evidence", new Json.Arr(evidence)).build();
  }

  private static Json evidence(Evidence seen) {
    var out = new JsonObject().put("name", seen.name()).put("value", seen.value());
    if (seen.personal()) {
      out.put("personal", true);
    }
    if (seen.momentary()) {
      out.put("momentary", true);
    }
    return out.build();
  }
}
