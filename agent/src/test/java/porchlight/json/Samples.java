package porchlight.json;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import porchlight.checks.Evidence;
import porchlight.checks.Verdict;
import porchlight.facts.Device;
import porchlight.facts.Fact;
import porchlight.facts.Reason;
import porchlight.policy.Assessment;
import porchlight.policy.Finding;
import porchlight.policy.InForce;
import porchlight.policy.Policy.Tells;
import porchlight.policy.Severity;
import porchlight.report.Report;

/** Reports as a laptop in a café would make them. */
public final class Samples {
  public static final Tells TELLS_NAME = new Tells(true, false);
  public static final Tells TELLS_NOTHING = new Tells(false, false);
  public static final Tells TELLS_ALL = new Tells(true, true);
  public static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456789Z");
  public static final UUID DEVICE = UUID.fromString("0b9c8f6e-5d0f-4a57-9d63-1f0a2b3c4d5e");

  private Samples() {}

  /** Eight findings with the evidence that their checks give. */
  public static Report.Content cafe() {
    return content(
        List.of(
            finding(
                "firewall",
                Severity.HIGH,
                Verdict.fail("a stranger reaches 3 ports of this laptop over IPv4 and IPv6")
                    .with(Evidence.of("open over IPv4", "22/tcp, 631/tcp, 8080/tcp"))
                    .with(Evidence.of("open over IPv6", "22/tcp, 8080/tcp"))
                    .with(Evidence.of("asked", "nft list ruleset, ip6tables-save"))),
            finding(
                "wifi-encryption",
                Severity.HIGH,
                Verdict.fail("the joined network uses OPEN; the policy asks for OWE or better")
                    .with(Evidence.personal("network", "Café Guest Wi-Fi"))
                    .with(Evidence.of("link", "wlp0s20f3"))),
            finding(
                "os-support",
                Severity.HIGH,
                Verdict.pass("Debian 12 gets security fixes until 2028-06-30")
                    .with(Evidence.of("data as of", "2026-08-22"))),
            finding(
                "listening-services",
                Severity.MEDIUM,
                Verdict.fail("2 services that the policy does not allow can be reached")
                    .with(Evidence.of("22/tcp", "sshd"))
                    .with(Evidence.of("8080/tcp", "java"))),
            finding(
                "dns-resolvers",
                Severity.MEDIUM,
                Verdict.pass("names are answered by 192.168.44.1, which nothing speaks against")
                    .with(Evidence.of("wlp0s20f3", "192.168.44.1, fe80::1"))),
            finding(
                "vpn",
                Severity.MEDIUM,
                Verdict.notApplicable("no tunnel is up and the policy asks for none")),
            finding(
                "os-patches",
                Severity.MEDIUM,
                Verdict.unknown(
                    Reason.STALE, "the package lists are 23 days old; the policy allows 7")),
            finding(
                "gateway-identity",
                Severity.LOW,
                Verdict.unknown(Reason.NEEDS_PRIVILEGE, "ip neigh: operation not permitted"))));
  }

  public static Report.Content content(List<Finding> findings) {
    return content(0, findings);
  }

  public static Report.Content content(int workersLost, List<Finding> findings) {
    return new Report.Content(
        "0.1.0",
        new Report.PolicySaid(7, InForce.From.BUILT_IN, Optional.empty()),
        workersLost,
        Optional.of(
            new Device(
                "LT-0042",
                "linux",
                "Debian GNU/Linux",
                "12 (bookworm)",
                "amd64",
                "LENOVO 21HM001AGE")),
        new Assessment(findings),
        facts());
  }

  public static Finding finding(String check, Severity severity, Verdict verdict) {
    return new Finding(check, severity, verdict);
  }

  public static Report report(long sequence, Report.Content content) {
    return new Report(
        new UUID(0x1234_5678_9abc_4defL, 0x8000_0000_0000_0000L + sequence),
        DEVICE,
        sequence,
        UUID.fromString("77777777-5d0f-4a57-9d63-1f0a2b3c4d5e"),
        NOON,
        Optional.of(Duration.ofMillis(4_711)),
        content);
  }

  /** A full report's text. */
  public static String full(long sequence) {
    var content = cafe();
    return ReportJson.full(
        report(sequence, content), Beside.NOTHING, ReportJson.content(content, TELLS_NAME));
  }

  /** Findings of many checks. */
  public static List<Finding> many(int count) {
    var findings = new ArrayList<Finding>();
    for (int i = 0; i < count; i++) {
      findings.add(finding("check-" + i, Severity.LOW, Verdict.pass("fine")));
    }
    return findings;
  }

  private static Map<Fact, Optional<Reason>> facts() {
    var facts = new EnumMap<Fact, Optional<Reason>>(Fact.class);
    for (Fact fact : Fact.values()) {
      facts.put(fact, Optional.empty());
    }
    facts.put(Fact.PATCHES, Optional.of(Reason.STALE));
    return facts;
  }
}
