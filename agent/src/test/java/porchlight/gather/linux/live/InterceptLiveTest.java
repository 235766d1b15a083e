package porchlight.gather.linux.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.checks.CaptivePortal;
import porchlight.checks.Evidence;
import porchlight.checks.Outcome;
import porchlight.checks.TlsInterception;
import porchlight.checks.Verdict;
import porchlight.facts.Facts;
import porchlight.facts.Probes;

/** A real mitmproxy on the way, with its own authority and with a company's. */
class InterceptLiveTest {
  private static final int PROXY = 8443;
  private static final String COMPANY = "/O=Example GmbH/CN=Example inspection";

  @TempDir Path folder = Path.of("");
  private Hotel hotel;

  @BeforeEach
  void hotel() {
    Processes.require("mitmdump", "openssl", "sh");
    hotel = new Hotel(folder);
  }

  @AfterEach
  void no_trace() {
    Stream.ofNullable(hotel).forEach(Hotel::close);
  }

  /** All that the laptop asks of the site goes through it from now on. */
  private void intercept(Path settings) {
    hotel.gateway.start(
        "env",
        "HOME=" + folder,
        "mitmdump",
        "-q",
        "--mode",
        "transparent",
        "--listen-port",
        Integer.toString(PROXY),
        "--set",
        "confdir=" + settings,
        "--set",
        "ssl_verify_upstream_trusted_ca=" + hotel.run.resolve("site-ca.pem"));
    hotel.await(PROXY);
    hotel.redirect(80, PROXY);
    hotel.redirect(443, PROXY);
  }

  private static Verdict tls(Facts facts, String... allowed) {
    return new TlsInterception(List.of(allowed)).judge(facts);
  }

  private static void assertOutcome(Outcome outcome, Verdict verdict) {
    assertEquals(outcome, verdict.outcome(), verdict.toString());
  }

  private static String seen(Verdict verdict, String name) {
    return verdict.evidence().stream()
        .filter(one -> one.name().equals(name))
        .map(Evidence::value)
        .findFirst()
        .orElse("");
  }

  @Test
  void mitmproxy_is_found_and_named_and_nothing_else_is() {
    assertOutcome(Outcome.PASS, tls(hotel.look()));
    intercept(folder.resolve("mitm"));
    Facts facts = hotel.look();
    Verdict verdict = tls(facts);
    assertOutcome(Outcome.FAIL, verdict);
    assertTrue(seen(verdict, "certificate made by").contains("CN=mitmproxy"), verdict.toString());
    assertFalse(verdict.because().contains("mitmproxy"), "its own word is evidence only");
    assertOutcome(Outcome.PASS, new CaptivePortal().judge(facts)); // it hands pages on as they are
    assertOutcome(Outcome.FAIL, tls(hotel.look(List.of(), new Probes.Portal.Page("a known page"))));
  }

  @Test
  void a_companys_authority_is_named_from_the_chain_and_allowed_by_its_key() throws Exception {
    Path settings = Files.createDirectories(folder.resolve("company"));
    String made =
        "cd \"$0\" && openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out ca.pem -days 30"
            + " -subj \"$1\" -addext keyUsage=critical,keyCertSign 2>/dev/null && cat key.pem ca.pem"
            + " >mitmproxy-ca.pem && openssl x509 -in ca.pem -noout -pubkey"
            + " | openssl pkey -pubin -outform der | sha256sum | cut -c1-64";
    var said = hotel.gateway.said(List.of("sh", "-c", made, settings.toString(), COMPANY));
    assertEquals(0, said.code(), said.error());
    intercept(settings);
    Facts facts = hotel.look();
    Verdict verdict = tls(facts);
    assertOutcome(Outcome.FAIL, verdict);
    assertEquals("CN=Example inspection,O=Example GmbH", seen(verdict, "certificate made by"));
    assertOutcome(Outcome.FAIL, tls(facts, "00".repeat(32)));
    assertOutcome(Outcome.PASS, tls(facts, said.text().strip()));
  }
}
