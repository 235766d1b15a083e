package porchlight.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import porchlight.checks.Evidence;
import porchlight.checks.Verdict;
import porchlight.facts.Device;
import porchlight.facts.Reason;
import porchlight.policy.Assessment;
import porchlight.policy.Finding;
import porchlight.policy.InForce;
import porchlight.policy.Policy.Tells;
import porchlight.policy.Severity;
import porchlight.report.Report;

class ReportJsonTest {
  private final Schema schema;

  ReportJsonTest() throws IOException {
    schema = new Schema();
  }

  private static String full(Report.Content content, Tells tells) {
    return ReportJson.full(
        Samples.report(1, content), Beside.NOTHING, ReportJson.content(content, tells));
  }

  /** One with that finding alone. */
  private static String of(Finding finding) {
    return full(Samples.content(List.of(finding)), Samples.TELLS_ALL);
  }

  private void fits(String report) {
    assertEquals(List.of(), schema.errors(report), report);
  }

  private static int gzipped(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }

  @Test
  void the_validator_can_say_no() {
    assertFalse(schema.errors("{\"schema\": \"porchlight-report/1\"}").isEmpty());
    assertFalse(schema.errors(Samples.full(1).replace("\"fail\"", "\"bad\"")).isEmpty());
  }

  @Test
  void a_full_report_fits_the_schema_and_two_and_a_half_kilobytes() throws IOException {
    String report = Samples.full(1);
    fits(report);
    assertTrue(gzipped(report) <= 2500, gzipped(report) + " bytes");
  }

  @Test
  void what_is_of_this_look_alone_makes_no_report_another() {
    var looks = new ArrayList<String>();
    for (String time : List.of("2026-11-22T12:00:00Z", "2026-11-22T13:00:00Z")) {
      var verdict = Verdict.pass("it is well").with(Evidence.momentary("as of", time));
      var finding = new Finding("dns-integrity", Severity.HIGH, verdict);
      looks.add(
          ReportJson.content(
                  new Report.Content(
                      "1.2.3",
                      Samples.cafe().policy(),
                      0,
                      Optional.empty(),
                      new Assessment(List.of(finding)),
                      Map.of()),
                  Samples.TELLS_NAME)
              .toString());
    }
    assertEquals(looks.get(0), looks.get(1));
    assertFalse(looks.get(0).contains("2026"), looks.get(0));
  }

  @Test
  void an_unchanged_report_fits_the_schema_and_300_bytes() throws IOException {
    String same = ReportJson.digest(ReportJson.content(Samples.cafe(), Samples.TELLS_NAME));
    String report =
        ReportJson.unchanged(
            Samples.report(9_007_199_254_740_991L, Samples.cafe()), Beside.NOTHING, same);
    fits(report);
    assertTrue(gzipped(report) <= 300, gzipped(report) + " bytes");
  }

  @Test
  void the_digest_is_of_the_contents_bytes_in_the_body() throws Exception {
    String content = ReportJson.content(Samples.cafe(), Samples.TELLS_ALL);
    String body = ReportJson.full(Samples.report(1, Samples.cafe()), Beside.NOTHING, content);
    int from = body.indexOf("\"content\":") + "\"content\":".length();
    byte[] bytes = body.substring(from, body.length() - 1).getBytes(StandardCharsets.UTF_8);
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes);
    assertEquals(
        "sha256:" + Base64.getUrlEncoder().withoutPadding().encodeToString(sum),
        ReportJson.digest(content));
  }

  @Test
  void equal_contents_are_equal_texts_and_time_is_no_part_of_them() {
    assertEquals(
        ReportJson.content(Samples.cafe(), Samples.TELLS_NAME),
        ReportJson.content(Samples.cafe(), Samples.TELLS_NAME));
    assertFalse(ReportJson.content(Samples.cafe(), Samples.TELLS_NAME).contains("2026-11-22T"));
  }

  @Test
  void names_of_networks_and_of_the_device_stay_unless_the_policy_tells_them() {
    String nothing = full(Samples.cafe(), Samples.TELLS_NOTHING);
    assertFalse(nothing.contains("Café"), nothing);
    assertFalse(nothing.contains("LT-0042"), nothing);
    String name = full(Samples.cafe(), Samples.TELLS_NAME);
    assertFalse(name.contains("Café"), name);
    assertTrue(name.contains("LT-0042"), name);
    String all = full(Samples.cafe(), Samples.TELLS_ALL);
    assertTrue(all.contains("Café Guest Wi-Fi"), all);
    List.of(nothing, name, all).forEach(this::fits);
  }

  @Test
  void long_texts_are_cut_to_the_schemas_length_and_never_within_a_character() {
    String longText = "x".repeat(1998) + "😀".repeat(50);
    String report =
        of(
            Samples.finding(
                "vpn", Severity.LOW, Verdict.pass(longText).with(Evidence.of(longText, longText))));
    fits(report);
    assertTrue(report.contains("x…"), report.substring(0, 500));
    fits(of(edge("a".repeat(2000))));
    fits(of(edge("a".repeat(2001))));
  }

  private static Finding edge(String because) {
    return Samples.finding("vpn", Severity.LOW, Verdict.pass(because));
  }

  @Test
  void too_much_evidence_says_how_much_was_left_out() {
    var evidence = new ArrayList<Evidence>();
    for (int i = 0; i < 150; i++) {
      evidence.add(Evidence.of("port", i + "/tcp"));
    }
    String report =
        of(Samples.finding("firewall", Severity.HIGH, Verdict.fail("open").withAll(evidence)));
    fits(report);
    assertTrue(report.contains("\"left out\",\"value\":\"51 more\""), report);
  }

  @Test
  void more_findings_than_the_schema_allows_still_make_a_report() {
    fits(full(Samples.content(Samples.many(250)), Samples.TELLS_ALL));
  }

  @Test
  void hostile_texts_stay_texts() {
    String hostile = "\u0000\u001b[31m\"}],\u2028\ud800</script>\\";
    String report =
        of(
            Samples.finding(
                "vpn",
                Severity.LOW,
                Verdict.unknown(Reason.NOT_UNDERSTOOD, hostile)
                    .with(Evidence.of(hostile, hostile))));
    fits(new String(report.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
  }

  @Test
  void a_device_that_could_not_be_read_still_reports() {
    fits(full(bare(Optional.empty()), Samples.TELLS_ALL));
    fits(full(bare(Optional.of(new Device("", "plan9", "", "", "", ""))), Samples.TELLS_ALL));
  }

  private static Report.Content bare(Optional<Device> device) {
    return new Report.Content(
        "0.1.0",
        new Report.PolicySaid(0, InForce.From.BUILT_IN, Optional.empty()),
        0,
        device,
        new Assessment(List.of()),
        Map.of());
  }

  @Test
  void lost_workers_are_told_when_there_were_any() {
    String report = full(Samples.content(3, List.of()), Samples.TELLS_ALL);
    fits(report);
    assertTrue(report.contains("\"workersLost\":3"), report);
    assertFalse(full(Samples.content(List.of()), Samples.TELLS_ALL).contains("workersLost"));
  }

  @Test
  void what_was_lost_and_what_was_kept_out_is_said_in_the_schemas_words() throws Exception {
    var content =
        new Report.Content(
            "0.1.0",
            new Report.PolicySaid(
                7,
                InForce.From.CENTRAL,
                Optional.of(new Report.KeptOut(8, "it is another organisation's"))),
            0,
            Optional.empty(),
            new Assessment(List.of()),
            Map.of());
    String words = ReportJson.content(content, Samples.TELLS_NAME);
    for (Beside beside :
        List.of(
            Beside.NOTHING,
            new Beside(
                new Totals(1, 2, 3, 4, 5),
                Optional.of(Duration.ofSeconds(-90)),
                Optional.of("CN=proxy.example,O=Acme")),
            new Beside(
                new Totals(0, 0, 0, 0, 5), Optional.of(Duration.ofHours(26)), Optional.empty()))) {
      String full = ReportJson.full(Samples.report(1, content), beside, words);
      assertEquals(List.of(), new Schema().errors(full));
      assertEquals(
          List.of(),
          new Schema()
              .errors(
                  ReportJson.unchanged(
                      Samples.report(1, content), beside, ReportJson.digest(words))));
      assertEquals(!beside.equals(Beside.NOTHING), full.contains("\"delivery\""));
    }
    assertTrue(
        ReportJson.full(
                Samples.report(1, content),
                new Beside(Totals.NONE, Optional.of(Duration.ofSeconds(-90)), Optional.empty()),
                words)
            .contains("\"delivery\":{\"skewSeconds\":90}"),
        "the device's clock less central's");
  }

  @Test
  void another_number_and_name_change_nothing_else() throws Exception {
    var other = java.util.UUID.fromString("99999999-5d0f-4a57-9d63-1f0a2b3c4d5e");
    String text = Samples.full(41);
    String moved = ReportJson.renumbered(text, other, 7).orElseThrow();
    assertEquals(List.of(), new Schema().errors(moved));
    assertEquals(
        text.replaceFirst("\"sequence\":41,", "\"sequence\":7,")
            .replaceFirst(Samples.DEVICE.toString(), other.toString()),
        moved);
    for (String damaged :
        List.of("", "{}", text.substring(0, 60), "{\"x\":1," + text.substring(1))) {
      assertEquals(Optional.empty(), ReportJson.renumbered(damaged, other, 7));
    }
  }
}
