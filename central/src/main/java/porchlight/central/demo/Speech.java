package porchlight.central.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import porchlight.central.json.Json;
import porchlight.central.signing.Digests;

/** What a laptop would say at a place, with what ails it: the content of a report. */
final class Speech {
  private static final int PLACE_ID = 22;

  private Speech() {}

  static String content(Persona persona, Spot spot, boolean met, List<Fault> faults) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("agent", Map.of("version", "0.1.0", "policyRevision", 4));
    content.put("machine", machine(persona));
    content.put("assessment", assessment(spot, faults));
    content.put("findings", Sentence.ALL.stream().map(one -> finding(one, spot, faults)).toList());
    content.put("facts", facts(faults));
    content.put("place", place(persona, spot, met));
    return Json.write(content);
  }

  private static Map<String, Object> machine(Persona persona) {
    Maker maker = persona.maker();
    return ordered(
        "name",
        persona.name(),
        "model",
        maker.model(),
        "os",
        ordered(
            "family",
            maker.family(),
            "name",
            maker.system(),
            "version",
            maker.version(),
            "arch",
            maker.arch()));
  }

  private static Map<String, Object> place(Persona persona, Spot spot, boolean met) {
    return ordered(
        "id",
        id(persona.organisation(), spot),
        "kind",
        spot.kind(),
        "sure",
        spot.sure(),
        "standing",
        met ? "known" : "new");
  }

  /** A place has another id in each organisation, as each has a key of its own. */
  static String id(String organisation, Spot spot) {
    String digest = Digests.ofText(organisation + "\n" + spot.name());
    return digest.substring(0, PLACE_ID);
  }

  private static Optional<Fault> fault(Sentence sentence, List<Fault> faults) {
    return faults.stream().filter(fault -> fault.check().equals(sentence.check())).findFirst();
  }

  private static boolean applies(Sentence sentence, Spot spot) {
    return !(spot.wifi().equals("none") && sentence.check().equals("wifi-encryption"));
  }

  private static Map<String, Object> finding(Sentence sentence, Spot spot, List<Fault> faults) {
    Optional<Fault> fault = fault(sentence, faults);
    Map<String, Object> finding = new LinkedHashMap<>();
    finding.put("check", sentence.check());
    finding.put("severity", sentence.severity());
    if (!applies(sentence, spot)) {
      finding.put("outcome", "not-applicable");
      finding.put("because", "No Wi-Fi network is joined.");
    } else if (fault.isEmpty()) {
      finding.put("outcome", "pass");
      finding.put("because", sentence.passed());
    } else {
      finding.put("outcome", fault.get().reason().isPresent() ? "unknown" : "fail");
      finding.put("because", fault.get().because());
      fault.get().reason().ifPresent(reason -> finding.put("reason", reason));
      List<String> evidence = fault.get().evidence();
      if (!evidence.isEmpty()) {
        finding.put(
            "evidence",
            IntStream.range(0, evidence.size() / 2)
                .mapToObj(
                    i -> ordered("name", evidence.get(2 * i), "value", evidence.get(2 * i + 1)))
                .toList());
      }
    }
    return finding;
  }

  /**
   * The agent's own rule: high decides for unsafe, medium for care, blindness weighs as failing.
   */
  private static Map<String, Object> assessment(Spot spot, List<Fault> faults) {
    int all = 0;
    int passed = 0;
    int assessed = 0;
    int blind = 0;
    int worst = 0;
    boolean unseen = false;
    for (Sentence sentence : Sentence.ALL) {
      if (applies(sentence, spot)) {
        Optional<Fault> fault = fault(sentence, faults);
        boolean saw = fault.flatMap(Fault::reason).isEmpty();
        all += sentence.weight();
        passed += fault.isEmpty() ? sentence.weight() : 0;
        assessed += saw ? 1 : 0;
        blind += saw ? 0 : 1;
        worst = Math.max(worst, fault.isPresent() && saw ? sentence.weight() : 0);
        unseen |= !saw && sentence.weight() >= 10;
      }
    }
    String answer = worst >= 20 ? "unsafe" : worst >= 10 ? "care" : unseen ? "cannot-say" : "safe";
    return ordered(
        "answer", answer, "score", 100 * passed / all, "assessed", assessed, "blind", blind);
  }

  private static Map<String, Object> facts(List<Fault> faults) {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (String fact : List.of("wifi", "dns", "firewall", "patches", "place", "disk", "vpn")) {
      facts.put(fact, "known");
    }
    faults.forEach(fault ->
        fault
            .reason()
            .ifPresent(reason ->
                facts.put(fault.check().equals("firewall") ? "firewall" : "disk", reason)));
    return facts;
  }

  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return map;
  }

  /** What ails a laptop at a place, beside what ails it anyway. */
  static List<Fault> of(Persona persona, Spot spot, List<Fault> ails) {
    List<Fault> faults = new ArrayList<>(ails);
    boolean abroad = spot.kind().equals("public-hotspot");
    if (spot.wifi().equals("open") && !persona.vpn()) {
      faults.add(Fault.OPEN_WIFI);
    }
    if (abroad && !persona.vpn()) {
      faults.add(Fault.NO_VPN);
    }
    if (spot.name().startsWith("train")) {
      faults.add(Fault.PORTAL);
    }
    return faults;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
