package porchlight.central;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A small MSP's laptops, reported through the real intake: one of every kind, and a hostile one.
 */
final class Fleet {
  final Laptop unsafe;
  final Laptop care;
  final Laptop cannotSay;
  final Laptop safe;
  final Laptop silent;
  final Laptop hostile;
  final Laptop waiting;

  Fleet(Running running) throws IOException {
    String dental = "Acme Dental";
    silent = running.laptop(dental, "LT-0007 Reception");
    silent.full(safeContent("LT-0007 Reception", 78)).send();
    running.now = running.now.plus(Duration.ofDays(3));
    unsafe = running.laptop(dental, "LT-0042 Dr. Okafor");
    care = running.laptop(dental, "LT-0051 Front desk");
    cannotSay = running.laptop("Bright & Sons", "MB-Air Nadia");
    safe = running.laptop("Bright & Sons", "LT-0009 Workshop");
    waiting = running.laptop("Cedar Legal", "LT-0100");
    hostile = running.laptop("Cedar Legal", "<script>alert(1)</script>");
    lives(running);
    running.now = running.now.plus(Duration.ofMinutes(4));
  }

  private void lives(Running running) {
    unsafe.full(safeContent("LT-0042 Dr. Okafor", 96)).send();
    for (int i = 0; i < 6; i++) {
      running.now = running.now.plus(Duration.ofMinutes(15));
      unsafe.unchanged(safeContent("LT-0042 Dr. Okafor", 96)).send();
    }
    unsafe.sequence += 3;
    running.now = running.now.plus(Duration.ofMinutes(15));
    unsafe.full(UNSAFE).gzip().send();
    running.now = running.now.plus(Duration.ofMinutes(15));
    unsafe.unchanged(UNSAFE).send();
    care.full(CARE).send();
    cannotSay.full(CANNOT_SAY).send();
    safe.full(safeContent("LT-0009 Workshop", 94)).send();
    hostile.full(HOSTILE).send();
  }

  private static Map<String, Object> finding(
      String check, String outcome, String severity, String because, String... evidence) {
    List<Map<String, String>> seen =
        IntStream.range(0, evidence.length / 2)
            .mapToObj(i -> Map.of("name", evidence[2 * i], "value", evidence[2 * i + 1]))
            .toList();
    return seen.isEmpty()
        ? Map.of("check", check, "outcome", outcome, "severity", severity, "because", because)
        : Map.of(
            "check",
            check,
            "outcome",
            outcome,
            "severity",
            severity,
            "because",
            because,
            "evidence",
            seen);
  }

  private static Map<String, Object> pass(String check, String severity, String because) {
    return finding(check, "pass", severity, because);
  }

  private static Map<String, Object> blind(
      String check, String severity, String because, String reason) {
    return Map.of(
        "check",
        check,
        "outcome",
        "unknown",
        "severity",
        severity,
        "because",
        because,
        "reason",
        reason);
  }

  private static String content(
      String name,
      String family,
      String os,
      String version,
      String answer,
      int score,
      int assessed,
      int blind,
      List<Map<String, Object>> findings) {
    return Samples.json(
        Map.of(
            "agent",
            Map.of("version", "0.1.0", "policyRevision", 4),
            "machine",
            Map.of(
                "name",
                name,
                "model",
                "ThinkPad T14",
                "os",
                Map.of("family", family, "name", os, "version", version, "arch", "x86_64")),
            "assessment",
            Map.of("answer", answer, "score", score, "assessed", assessed, "blind", blind),
            "findings",
            findings,
            "facts",
            Map.of(
                "wifi",
                "known",
                "dns",
                "known",
                "firewall",
                blind > 0 ? "needs-privilege" : "known",
                "patches",
                "known",
                "place",
                "known",
                "disk",
                blind > 2 ? "timed-out" : "known",
                "vpn",
                "known")));
  }

  static String safeContent(String name, int score) {
    return content(
        name,
        "linux",
        "Debian GNU/Linux",
        "12",
        "safe",
        score,
        7,
        0,
        List.of(
            pass(
                "wifi-encryption",
                "high",
                "The Wi-Fi uses WPA3; the policy asks for WPA2 or better."),
            pass("firewall", "high", "A stranger on this network reaches no port."),
            pass("dns-integrity", "high", "Names resolve as they should."),
            pass("os-patches", "medium", "No security update is pending; lists are 3 h old."),
            pass("disk-encryption", "high", "The disk is encrypted with LUKS2."),
            pass("screen-lock", "medium", "The screen locks after 5 minutes."),
            pass("tls-interception", "critical", "Nobody reads TLS to central."),
            finding("antivirus", "not-applicable", "low", "The policy asks for none on Linux.")));
  }

  private static final String UNSAFE =
      content(
          "LT-0042 Dr. Okafor",
          "linux",
          "Debian GNU/Linux",
          "12",
          "unsafe",
          31,
          7,
          2,
          List.of(
              finding(
                  "wifi-encryption",
                  "fail",
                  "high",
                  "The Wi-Fi is open; the policy asks for WPA2 or better.",
                  "security",
                  "OPEN",
                  "band",
                  "2.4 GHz"),
              finding(
                  "firewall",
                  "fail",
                  "critical",
                  "A stranger on this network reaches 3 ports of this laptop.",
                  "tcp 22",
                  "sshd, any address",
                  "tcp 5900",
                  "vino-server, any address",
                  "tcp 8080",
                  "java, any address"),
              finding(
                  "os-patches",
                  "fail",
                  "medium",
                  "4 security updates are pending, the oldest for 16 days.",
                  "openssl",
                  "3.0.15-1 → 3.0.16-1~deb12u1"),
              pass("dns-integrity", "high", "Names resolve as they should."),
              pass("tls-interception", "critical", "Nobody reads TLS to central."),
              pass("screen-lock", "medium", "The screen locks after 5 minutes."),
              pass("clock", "low", "The clock is right to the second."),
              blind("disk-encryption", "high", "cryptsetup status needs root.", "needs-privilege"),
              blind(
                  "phishing-protection",
                  "medium",
                  "The browser profile did not answer in 3 s.",
                  "timed-out"),
              finding("antivirus", "not-applicable", "low", "The policy asks for none on Linux.")));

  private static final String CARE =
      content(
          "LT-0051 Front desk",
          "windows",
          "Windows 11 Pro",
          "24H2",
          "care",
          72,
          8,
          1,
          List.of(
              finding(
                  "sample-check",
                  "fail",
                  "medium",
                  "Automatic updates are paused for 21 more days.",
                  "paused until",
                  "2026-12-16"),
              pass("wifi-encryption", "high", "The Wi-Fi uses WPA2."),
              pass("firewall", "high", "The public profile blocks what comes in."),
              blind(
                  "password-manager",
                  "low",
                  "Two user profiles could not be read.",
                  "needs-consent")));

  private static final String CANNOT_SAY =
      content(
          "MB-Air Nadia",
          "macos",
          "macOS",
          "26.1",
          "cannot-say",
          88,
          3,
          6,
          List.of(
              pass("os-support", "medium", "This version gets fixes."),
              blind("wifi-encryption", "high", "CoreWLAN gave no answer.", "needs-consent"),
              blind("firewall", "critical", "socketfilterfw is not there.", "tool-missing"),
              blind("dns-integrity", "high", "The answer was cut short.", "not-understood")));

  private static final String HOSTILE =
      content(
          "<script>alert(1)</script>\u202Egpj.exe\u0007 \"onload=x' ]]>",
          "other",
          "<img src=x onerror=alert(2)>",
          "\u200B1",
          "unsafe",
          3,
          1,
          0,
          List.of(
              finding(
                  "some-check-of-tomorrow",
                  "fail",
                  "critical",
                  "</p><style>body{display:none}</style>\u2066\u0000".replace("\u0000", ""),
                  "a\nb\r\u001B[31m",
                  "javascript:alert(3) " + "x".repeat(300))));
}
