package porchlight.uplink;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import porchlight.json.tree.Json;

/** The reports that a central of the tests has taken, and what it makes of another. */
final class TestLedger {
  private final TestCentral central;
  private final TestMembers members;
  private final Map<String, String> reports = new HashMap<>();
  private final Map<UUID, TreeMap<Long, String>> sequences = new HashMap<>();
  private final Set<String> digests = new HashSet<>();
  private final Set<String> nonces = new HashSet<>();

  TestLedger(TestCentral central, TestMembers members) {
    this.central = central;
    this.members = members;
  }

  /** Loses the full reports, as one would that was restored from an old copy. */
  void forget() {
    digests.clear();
  }

  /** The sequence numbers that it has of a device. */
  List<Long> numbers(UUID device) {
    return List.copyOf(sequences.getOrDefault(device, new TreeMap<>()).keySet());
  }

  /** The ids of the reports that it has. */
  Set<String> reports() {
    return Set.copyOf(reports.keySet());
  }

  /** Takes one that this key has signed, and answers as central does. */
  Canned report(Taken request, String key) {
    Matcher input = TestSignature.input(request);
    long created = Long.parseLong(input.group(3));
    if (Math.abs(created - central.now().getEpochSecond()) > 300) {
      return new Canned(
          401,
          "{\"status\": 401, \"code\": \"clock\", \"serverTime\": \"" + central.now() + "\"}",
          Map.of());
    }
    if (!nonces.add(input.group(4))) {
      return central.fault(request, 401, "replayed");
    }
    members.used(key);
    return central.errors(request).isEmpty()
        ? store(request.json(), request.text(), members.device(key))
        : Canned.problem(422, "invalid");
  }

  private Canned store(Json.Obj report, String text, UUID device) {
    String id = report.text("id").orElseThrow();
    if (!report.text("device").equals(Optional.of(device.toString()))) {
      central.fault("a report of another device");
    }
    long sequence = ((Json.Num) report.get("sequence").orElseThrow()).whole().orElseThrow();
    boolean fresh = !reports.containsKey(id);
    var taken = sequences.computeIfAbsent(device, key -> new TreeMap<>());
    if (fresh && taken.containsKey(sequence)) {
      return new Canned(
          409,
          "{\"status\": 409, \"code\": \"sequence-taken\", \"nextSequence\": "
              + (taken.lastKey() + 1)
              + "}",
          Map.of());
    }
    reports.put(id, text);
    if (fresh) {
      taken.put(sequence, id);
    }
    boolean fullWanted = false;
    if (report.text("kind").equals(Optional.of("full"))) {
      int from = text.indexOf(",\"content\":") + ",\"content\":".length();
      digests.add(
          "sha256:"
              + TestBytes.url(
                  TestBytes.sha256(
                      text.substring(from, text.length() - 1).getBytes(StandardCharsets.UTF_8))));
    } else {
      fullWanted = !digests.contains(report.text("same").orElseThrow());
    }
    return receipt(id, fresh, fullWanted);
  }

  Canned receipt(String id, boolean stored, boolean fullWanted) {
    return new Canned(
        stored ? 202 : 200,
        "{\"report\": \""
            + id
            + "\", \"stored\": "
            + stored
            + ", \"fullWanted\": "
            + fullWanted
            + ", \"nextReportSeconds\": "
            + central.nextReportSeconds
            + ", \"serverTime\": \""
            + central.now()
            + "\", \"later\": {\"version\": 2}"
            + (central.rotateKey ? ", \"rotateKey\": true" : "")
            + (central.more > 0 ? ", \"more\": " + central.more : "")
            + central.policies.stamp()
            + "}",
        Map.of("Content-Type", "application/json"));
  }
}
