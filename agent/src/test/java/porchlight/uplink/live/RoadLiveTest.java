package porchlight.uplink.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import porchlight.daemon.ResidentProcess;
import porchlight.uplink.RoadAgent;

/** Reports through squid, tinyproxy, mitmproxy, nginx, and through what only pretends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoadLiveTest {
  private static final String SQUID = "http://squid.test:3128";
  private static final String TINY = "http://tiny.test:8888";
  private static final String ACCEPTED = "Accepted[";

  @TempDir static Path folder;
  private Process scene;
  private BufferedReader out;

  RoadLiveTest() throws IOException {
    scene = new ProcessBuilder("true").start();
    out = scene.inputReader(StandardCharsets.UTF_8);
  }

  @BeforeAll
  void begin() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "needs root, for namespaces");
    for (String program :
        List.of("unshare", "nginx", "squid", "tinyproxy", "mitmdump", "openssl")) {
      boolean there =
          List.of("/usr/bin", "/usr/sbin", "/bin", "/sbin").stream()
              .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
      assumeTrue(there, "needs " + program);
    }
    scene =
        new ProcessBuilder(
                Path.of("src/test/road/scene").toAbsolutePath().toString(),
                folder.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                ResidentProcess.classPath(),
                RoadAgent.class.getName())
            .redirectError(folder.resolve("agent.err").toFile())
            .start();
    out = new BufferedReader(new InputStreamReader(scene.getInputStream(), StandardCharsets.UTF_8));
    assertEquals("ready", out.readLine(), () -> text("agent.err"));
  }

  @AfterAll
  void end() {
    scene.destroy(); // its pid namespace and all in it end with it
  }

  private static String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException none) {
      return "";
    }
  }

  /** What came of a report sent by those settings. */
  private String send(String settings) throws IOException {
    scene.outputWriter(StandardCharsets.UTF_8).append("{" + settings + "}\n").flush();
    String answer = out.readLine();
    assertTrue(answer != null && answer.contains("faults []"), answer + text("agent.err"));
    return answer;
  }

  private String through(String proxy) throws IOException {
    return send("\"proxy\": \"" + proxy + "\"");
  }

  private static void assertSays(String part, String answer) {
    assertTrue(answer.contains(part), answer);
  }

  /** The last line of nginx's log: from where, by which TLS and HTTP, to which port. */
  private static String seen() {
    return text("access.log").lines().reduce("", (before, line) -> line);
  }

  private static long millis(String answer) {
    return Long.parseLong(answer.substring(answer.indexOf("\tms ") + 4));
  }

  @Test
  void straight_by_http_2_and_the_authority_of_the_system_s_store() throws IOException {
    String answer = through("none");
    assertSays(ACCEPTED, answer);
    assertSays("issuer CN=known authority,O=Test", answer);
    assertEquals("10.77.0.1 TLSv1.3 HTTP/2.0 443 202", seen());
  }

  @Test
  void nothing_is_set_and_nothing_needed() throws IOException {
    assertSays(ACCEPTED, send("\"reportSeconds\": 900"));
  }

  @Test
  void a_name_that_has_only_version_6() throws IOException {
    assertSays(ACCEPTED, send("\"proxy\": \"none\", \"server\": \"https://six.test\""));
    assertEquals("fd77::1 TLSv1.3 HTTP/2.0 443 202", seen());
  }

  @Test
  void tls_from_1_2_on() throws IOException {
    assertSays(ACCEPTED, send("\"server\": \"https://central.test:4412\""));
    assertEquals("10.77.0.1 TLSv1.2 HTTP/1.1 4412 202", seen());
    assertSays(ACCEPTED, send("\"server\": \"https://central.test:4413\""));
    assertEquals("10.77.0.1 TLSv1.3 HTTP/1.1 4413 202", seen());
    String old = send("\"server\": \"https://central.test:4411\"");
    assertSays("Unreachable[", old);
    assertSays("requests 0", old);
  }

  @Test
  void a_certificate_of_an_unknown_authority_is_named_and_not_spoken_to() throws IOException {
    String answer = send("\"server\": \"https://central.test:4499\"");
    assertSays("Unreachable[", answer);
    assertSays("issued by CN=unknown authority,O=Test, is not trusted here", answer);
    assertSays("requests 0", answer);
  }

  @Test
  void a_certificate_for_another_name_is_not_spoken_to() throws IOException {
    String answer = send("\"server\": \"https://10.77.0.1\"");
    assertSays("Unreachable[", answer);
    assertSays("requests 0", answer);
  }

  @Test
  void tinyproxy() throws IOException {
    assertSays(ACCEPTED, through(TINY));
    assertEquals("10.77.0.3 TLSv1.3 HTTP/2.0 443 202", seen());
  }

  @Test
  void squid_wants_a_password_from_a_file_for_its_owner_only() throws IOException {
    assertSays("the proxy wants a name and a password", through(SQUID));
    Path file = folder.resolve("credentials");
    Files.writeString(
        file, "# ours\nother.test:3128 agent:wrong\nsquid.test:3128 agent:c0rrect horse\n");
    String settings = "\"proxy\": \"" + SQUID + "\", \"proxyCredentialsFile\": \"" + file + "\"";
    assertSays("others may read it: chmod 600", send(settings));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertSays(ACCEPTED, send(settings));
    assertEquals("10.77.0.2 TLSv1.3 HTTP/2.0 443 202", seen());
    Files.writeString(file, "squid.test:3128 agent:wrong\n");
    assertSays("does not take the name and password", send(settings));
    Files.writeString(file, "tiny.test:8888 agent:c0rrect horse\n");
    assertSays("the proxy wants a name and a password", send(settings));
    Files.delete(file);
    assertSays("there is no " + file, send(settings));
  }

  @Test
  void a_script_of_a_real_server_names_a_dead_proxy_first() throws IOException {
    assertSays(ACCEPTED, through("pac+http://pac.test/over.pac"));
    assertEquals("10.77.0.3 TLSv1.3 HTTP/2.0 443 202", seen());
  }

  @Test
  void scripts_that_cannot_be_had_or_do_not_end_leave_the_straight_way() throws IOException {
    assertSays(ACCEPTED, through("pac+http://pac.test/nothing.pac"));
    assertSays(ACCEPTED, through("pac+http://pac.test/endless.pac"));
    String dead = through("pac+http://pac.test/dead.pac");
    assertSays("Unreachable[", dead);
    assertSays("odd.test", dead);
  }

  @Test
  void who_reads_along_and_is_in_the_store_is_named_and_the_report_still_goes() throws IOException {
    String answer = through("http://mitm.test:8080");
    assertSays(ACCEPTED, answer);
    assertSays("issuer O=mitmproxy,CN=mitmproxy", answer);
  }

  @Test
  void who_reads_along_and_is_not_in_the_store_gets_nothing() throws IOException {
    String answer = through("http://mitm.test:8081");
    assertSays("Unreachable[", answer);
    assertSays("issued by", answer);
    assertSays("mitmproxy", answer);
    assertSays("requests 0", answer);
  }

  @Test
  void pins() throws IOException {
    List<String> pins = Files.readAllLines(folder.resolve("pins"));
    String other = "\"sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"";
    String leaf = "\"sha256/" + pins.get(0) + "\"";
    String authority = "\"sha256/" + pins.get(1) + "\"";
    String stranger = "\"sha256/" + pins.get(2) + "\"";
    assertSays(ACCEPTED, send("\"pins\": [" + leaf + ", " + other + "]"));
    assertSays(ACCEPTED, send("\"pins\": [" + other + ", " + authority + "]"));
    String wrong = send("\"pins\": [" + other + ", " + stranger + "]");
    assertSays("Unreachable[", wrong);
    assertSays("none of the keys that vouch for central", wrong);
    assertSays("requests 0", wrong);
    String readAlong =
        send("\"proxy\": \"http://mitm.test:8080\", \"pins\": [" + leaf + ", " + authority + "]");
    assertSays("none of the keys that vouch for central", readAlong);
    assertSays("requests 0", readAlong);
    // A pin does not make an unknown authority a known one.
    assertSays(
        "is not trusted here",
        send(
            "\"server\": \"https://central.test:4499\", \"pins\": ["
                + stranger
                + ", "
                + other
                + "]"));
  }

  @Test
  void a_proxy_that_wants_the_platform_s_account_is_named() throws IOException {
    assertSays("the proxy wants Negotiate or NTLM", through("http://odd.test:9003"));
  }

  @Test
  void proxies_that_hang_or_answer_garbage_cost_seconds_and_not_the_report() throws IOException {
    for (int port : List.of(9001, 9002, 9004, 9005, 9006, 7)) {
      String answer = through("http://odd.test:" + port + ", direct");
      assertSays(ACCEPTED, answer);
      assertTrue(millis(answer) < 15_000, answer);
      assertSays("requests 1", answer);
    }
    for (int port : List.of(9002, 9005, 9006)) {
      String alone = through("http://odd.test:" + port);
      assertSays("Unreachable[", alone);
      assertSays("requests 0", alone);
    }
  }
}
