package porchlight.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import porchlight.checks.Evidence;
import porchlight.facts.Device;
import porchlight.facts.Fact;
import porchlight.facts.Reason;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;
import porchlight.json.tree.JsonText;
import porchlight.policy.Assessment;
import porchlight.policy.Finding;
import porchlight.policy.Policy.Tells;
import porchlight.report.Report;

/** A report in the words of {@code config/report-1.schema.json}. */
public final class ReportJson {
  static final int LONGEST_TEXT = 2000;
  static final int MOST_FINDINGS = 200;
  static final int MOST_EVIDENCE = 100;
  private static final Set<String> FAMILIES = Set.of("linux", "macos", "windows");

  private ReportJson() {}

  /** The {@code content} member; two equal texts are "unchanged". */
  public static String content(Report.Content content, Tells tells) {
    var agent =
        new JsonObject()
            .put("version", text(content.agentVersion()))
            .put("policyRevision", content.policy().revision())
            .put("policySource", content.policy().from().word());
    content
        .policy()
        .keptOut()
        .ifPresent(kept ->
            agent.put(
                "policyRefused",
                new JsonObject().put("revision", kept.revision()).put("why", kept.why())));
    if (content.workersLost() > 0) {
      agent.put("workersLost", content.workersLost());
    }
    var out =
        new JsonObject()
            .put("agent", agent)
            .put("machine", machine(content.machine(), tells))
            .put("assessment", assessment(content.assessment()))
            .put("findings", findings(content.assessment().findings(), tells))
            .put("facts", facts(content.facts()));
    content.place().ifPresent(here -> out.put("place", PlaceJson.here(here)));
    return JsonText.compact(out.build());
  }

  /** What names a content: {@code sha256:} and the digest of its bytes. */
  public static String digest(String content) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * A full report; {@code content} is put in byte for byte, because its digest will be spoken of.
   */
  public static String full(Report report, Beside beside, String content) {
    String head = JsonText.compact(head(report, "full", beside).build());
    return head.substring(0, head.length() - 1) + ",\"content\":" + content + "}";
  }

  /** A report that says: nothing but the time differs from the full one with that digest. */
  public static String unchanged(Report report, Beside beside, String same) {
    return JsonText.compact(head(report, "unchanged", beside).put("same", same).build());
  }

  /** The head of a report of ours as far as {@link #renumbered} touches it. */
  private static final class Head {
    static final Pattern FORM =
        Pattern.compile(
            "(\\{\"schema\":\"porchlight-report/1\",\"kind\":\"(?:full|unchanged)\",\"id\":\"[0-9a-f-]{36}\","
                + "\"device\":\")[0-9a-f-]{36}(\",\"sequence\":)\\d{1,16}(,.*)",
            Pattern.DOTALL);
  }

  /**
   * The same report under another number and in that device's name; its content stays byte for
   * byte. Nothing when the text is not a report of ours.
   */
  public static Optional<String> renumbered(String text, UUID device, long sequence) {
    var head = Head.FORM.matcher(text);
    return head.matches()
        ? Optional.of(head.group(1) + device + head.group(2) + sequence + head.group(3))
        : Optional.empty();
  }

  private static JsonObject head(Report report, String kind, Beside beside) {
    var head =
        new JsonObject()
            .put("schema", "porchlight-report/1")
            .put("kind", kind)
            .put("id", report.id().toString())
            .put("device", report.device().toString())
            .put("sequence", report.sequence())
            .put("boot", report.boot().toString())
            .put("collectedAt", report.collectedAt().truncatedTo(ChronoUnit.MILLIS).toString());
    report.up().ifPresent(up -> head.put("monotonicMs", up.toMillis()));
    beside.json().ifPresent(delivery -> head.put("delivery", delivery));
    return head;
  }

  private static JsonObject machine(Optional<Device> device, Tells tells) {
    if (device.isEmpty()) {
      return new JsonObject()
          .put("os", new JsonObject().put("family", "other").put("name", "unknown"));
    }
    Device known = device.get();
    return new JsonObject()
        .putText("name", said(known.name()).filter(name -> tells.deviceName()))
        .putText("model", said(known.model()))
        .put(
            "os",
            new JsonObject()
                .put("family", FAMILIES.contains(known.family()) ? known.family() : "other")
                .put("name", said(known.system()).orElse("unknown"))
                .putText("version", said(known.version()))
                .putText("arch", said(known.arch())));
  }

  private static JsonObject assessment(Assessment assessment) {
    var out = new JsonObject().put("answer", assessment.answer().word());
    assessment.score().ifPresent(score -> out.put("score", score));
    return out.put("assessed", assessment.assessed()).put("blind", assessment.blind());
  }

  private static Json findings(List<Finding> findings, Tells tells) {
    return new Json.Arr(
        findings.stream().limit(MOST_FINDINGS).map(finding -> finding(finding, tells)).toList());
  }

  private static Json finding(Finding finding, Tells tells) {
    var verdict = finding.verdict();
    var out =
        new JsonObject()
            .put("check", finding.check())
            .put("outcome", verdict.outcome().word())
            .put("severity", finding.severity().word())
            .put("because", text(verdict.because()))
            .putText("reason", verdict.reason().map(Reason::word));
    var told =
        verdict.evidence().stream()
            .filter(evidence -> tells.networkNames() || !evidence.personal())
            .filter(evidence -> !evidence.momentary())
            .toList();
    if (!told.isEmpty()) {
      out.put("evidence", evidence(told));
    }
    return out.build();
  }

  private static Json evidence(List<Evidence> all) {
    var items = new ArrayList<Json>();
    boolean tooMany = all.size() > MOST_EVIDENCE;
    for (Evidence evidence : tooMany ? all.subList(0, MOST_EVIDENCE - 1) : all) {
      items.add(item(evidence.name(), evidence.value()));
    }
    if (tooMany) {
      items.add(item("left out", (all.size() - items.size()) + " more"));
    }
    return new Json.Arr(items);
  }

  private static Json item(String name, String value) {
    return new JsonObject().put("name", text(name)).put("value", text(value)).build();
  }

  private static JsonObject facts(Map<Fact, Optional<Reason>> facts) {
    var out = new JsonObject();
    for (Fact fact : Fact.values()) { // their own order, so that equal facts are equal texts
      Optional<Reason> unknown = facts.getOrDefault(fact, Optional.of(Reason.TURNED_OFF));
      out.put(fact.word(), unknown.map(Reason::word).orElse("known"));
    }
    return out;
  }

  private static Optional<String> said(String value) {
    return Optional.of(text(value)).filter(text -> !text.isBlank());
  }

  private static String text(String value) {
    if (value.length() <= LONGEST_TEXT) {
      return value;
    }
    int end = LONGEST_TEXT - 1;
    return value.substring(0, Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }
}
