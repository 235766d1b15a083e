package porchlight.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {
  private static String refusal(String text) {
    return String.valueOf(
        assertThrows(Refused.class, () -> SettingsReader.read("agent.json", text)).getMessage());
  }

  @Test
  void the_file_that_operators_read_shows_the_defaults_and_every_key() throws IOException {
    String file = Files.readString(Path.of("../config/agent.json"));
    assertEquals(Settings.DEFAULTS, SettingsReader.read("agent.json", file));
    String message = refusal("{\"x\": 1}");
    for (String key : message.substring(message.indexOf("here: ") + 6).split(", ", -1)) {
      assertTrue(file.contains("\"" + key + "\""), key);
    }
  }

  @Test
  void nothing_written_means_the_defaults() {
    assertEquals(Settings.DEFAULTS, SettingsReader.read("agent.json", "{}"));
  }

  @Test
  void everything_can_be_set() {
    assertEquals(
        new Settings(
            Optional.of(URI.create("https://central.example:8443")),
            Path.of("/srv/p"),
            Path.of("/srv/t"),
            60,
            30,
            Optional.of(Path.of("/srv/policy.json")),
            RoadSettings.DEFAULTS),
        SettingsReader.read(
            "agent.json",
            """
            {"server": "https://central.example:8443", "stateFolder": "/srv/p",
             "enrollmentTokenFile": "/srv/t", "reportSeconds": 60, "workerSeconds": 30,
             "policyFile": "/srv/policy.json"}
            """));
  }

  @Test
  void an_unknown_key_is_refused_with_the_known_ones() {
    assertEquals(
        "agent.json: sever: there is no such setting; did you mean \"server\"? known here: server, stateFolder,"
            + " enrollmentTokenFile, reportSeconds, workerSeconds, policyFile, proxyCredentialsFile, proxy, pins, connection",
        refusal("{\"sever\": \"\"}"));
  }

  @Test
  void a_wrong_type_is_refused() {
    assertEquals(
        "agent.json: reportSeconds: expected a whole number from 60 to 86400, found \"900\"",
        refusal("{\"reportSeconds\": \"900\"}"));
    assertEquals(
        "agent.json: stateFolder: expected an absolute path, found \"state\"",
        refusal("{\"stateFolder\": \"state\"}"));
  }

  @Test
  void an_address_that_reports_must_not_go_to_is_refused() {
    for (String url :
        List.of(
            "http://central.example",
            "ftp://central.example",
            "https://",
            "https:///v1",
            "central.example",
            "https://user:secret@central.example",
            "https://central.example/porchlight",
            "https://central.example?x=1",
            "https://central.example#x",
            "https://central.example:99999",
            "http://127.0.0.1.evil.example",
            "http://127.0.0.256",
            "http://localhost.evil.example",
            "http://[::2]",
            "http://10.0.0.1",
            "https://central example")) {
      assertTrue(
          refusal("{\"server\": \"" + url + "\"}").startsWith("agent.json: server: expected "),
          url);
    }
  }

  @Test
  void https_and_plain_http_on_loopback_are_taken() {
    for (String url :
        List.of(
            "https://central.example",
            "https://central.example/",
            "https://10.0.0.1:8443",
            "http://127.0.0.1:8640",
            "http://localhost:8640",
            "http://[::1]:8640")) {
      assertEquals(
          Optional.of(URI.create(url)),
          SettingsReader.read("agent.json", "{\"server\": \"" + url + "\"}").server());
    }
  }

  private static RoadSettings road(String text) {
    return SettingsReader.read("agent.json", "{" + text + "}").road();
  }

  @Test
  void ways_out_are_taken_in_their_order() {
    assertEquals(RoadSettings.DEFAULTS, road("\"proxy\": \"system\""));
    assertEquals(
        Optional.of(java.util.List.of(new Way.Direct())), road("\"proxy\": \"none\"").ways());
    assertEquals(
        Optional.of(
            java.util.List.of(
                new Way.Http("p.example", 3128, Optional.empty()),
                new Way.Script(URI.create("https://pac.example/a.pac")),
                new Way.Direct())),
        road("\"proxy\": \"http://p.example:3128, pac+https://pac.example/a.pac, direct\"").ways());
  }

  @Test
  void a_way_that_is_none_and_a_password_in_the_settings_are_refused() {
    for (String proxy :
        java.util.List.of(
            "",
            "p.example:3128",
            "http://me:secret@p.example:3128",
            "https://p.example:1",
            "auto",
            "http://p.example:1,",
            "pac+file:///etc/proxy.pac")) {
      String refusal = refusal("{\"proxy\": \"" + proxy + "\"}");
      assertTrue(refusal.startsWith("agent.json: proxy: expected system, none, or ways"), refusal);
    }
  }

  @Test
  void one_pin_alone_is_refused_and_so_is_what_is_none() {
    String pin = "\"sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"";
    for (String pins : java.util.List.of(pin, pin + ", " + pin)) {
      String refusal = refusal("{\"pins\": [" + pins + "]}");
      assertTrue(refusal.startsWith("agent.json: pins: one pin alone would shut"), refusal);
    }
    assertTrue(
        refusal("{\"pins\": [\"sha256/AAAA\"]}").startsWith("agent.json: pins[0]: expected"));
    assertTrue(refusal("{\"pins\": [\"sha1/x\"]}").startsWith("agent.json: pins[0]: expected"));
  }
}
