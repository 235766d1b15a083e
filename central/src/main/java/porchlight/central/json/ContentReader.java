package porchlight.central.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import porchlight.central.reports.Answer;
import porchlight.central.reports.Assessment;
import porchlight.central.reports.Content;
import porchlight.central.reports.Finding;
import porchlight.central.reports.Os;
import porchlight.central.reports.Outcome;
import porchlight.central.reports.Place;
import porchlight.central.reports.PolicyRefused;
import porchlight.central.reports.PolicySource;
import porchlight.central.reports.Reason;
import porchlight.central.reports.Severity;
import porchlight.central.reports.Word;

/** Reads the content of a full report that has passed the schema. */
public final class ContentReader {
  private ContentReader() {}

  /** The content in a text that the ledger kept. */
  public static Content read(String json) {
    try {
      return read(Json.STRICT.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the ledger keeps a content that is no JSON", e);
    }
  }

  static Content read(JsonNode content) {
    JsonNode agent = content.path("agent");
    JsonNode machine = content.path("machine");
    JsonNode os = machine.path("os");
    return new Content(
        agent.path("version").asText(),
        count(agent.path("policyRevision")),
        count(agent.path("workersLost")),
        text(agent, "policySource").map(word -> Word.parse(PolicySource.class, word)),
        refused(agent.path("policyRefused")),
        text(machine, "name"),
        text(machine, "model"),
        new Os(
            Word.parse(Os.Family.class, os.path("family").asText()),
            os.path("name").asText(),
            text(os, "version"),
            text(os, "arch")),
        assessment(content.path("assessment")),
        findings(content.path("findings")),
        facts(content.path("facts")),
        place(content.path("place")));
  }

  private static Optional<PolicyRefused> refused(JsonNode node) {
    return node.isObject()
        ? Optional.of(new PolicyRefused(count(node.path("revision")), node.path("why").asText()))
        : Optional.empty();
  }

  private static Optional<Place> place(JsonNode node) {
    return node.isObject()
        ? Optional.of(
            new Place(
                text(node, "id"),
                Word.parse(Place.Kind.class, node.path("kind").asText()),
                Word.parse(Place.Sure.class, node.path("sure").asText()),
                Word.parse(Place.Standing.class, node.path("standing").asText())))
        : Optional.empty();
  }

  private static Assessment assessment(JsonNode node) {
    return new Assessment(
        Word.parse(Answer.class, node.path("answer").asText()),
        node.has("score") ? OptionalInt.of(node.path("score").intValue()) : OptionalInt.empty(),
        count(node.path("assessed")),
        count(node.path("blind")));
  }

  /** The schema sets no upper bound; nobody counts beyond this one. */
  private static int count(JsonNode node) {
    return (int) Math.min(node.doubleValue(), 1e9);
  }

  private static List<Finding> findings(JsonNode nodes) {
    List<Finding> findings = new ArrayList<>();
    for (JsonNode node : nodes) {
      List<Finding.Evidence> evidence = new ArrayList<>();
      for (JsonNode seen : node.path("evidence")) {
        evidence.add(new Finding.Evidence(seen.path("name").asText(), seen.path("value").asText()));
      }
      findings.add(
          new Finding(
              node.path("check").asText(),
              Word.parse(Outcome.class, node.path("outcome").asText()),
              Word.parse(Severity.class, node.path("severity").asText()),
              node.path("because").asText(),
              text(node, "reason").map(word -> Word.parse(Reason.class, word)),
              List.copyOf(evidence)));
    }
    return List.copyOf(findings);
  }

  private static Map<String, Optional<Reason>> facts(JsonNode nodes) {
    Map<String, Optional<Reason>> facts = new LinkedHashMap<>();
    nodes
        .properties()
        .forEach(entry -> {
          String word = entry.getValue().asText();
          facts.put(
              entry.getKey(),
              word.equals("known")
                  ? Optional.empty()
                  : Optional.of(Word.parse(Reason.class, word)));
        });
    return facts;
  }

  static Optional<String> text(JsonNode node, String name) {
    return node.has(name) ? Optional.of(node.path(name).asText()) : Optional.empty();
  }
}
