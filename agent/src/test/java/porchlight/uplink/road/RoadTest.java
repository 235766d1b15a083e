package porchlight.uplink.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.json.RoadSettings;
import porchlight.json.Way;

class RoadTest {
  private static final URI CENTRAL = URI.create("https://central.example");

  private static List<String> lanes(URI server, String except, String... addresses) {
    return new Road(
            RoadSettings.DEFAULTS,
            () -> new Road.Told(List.of(addresses), except),
            () -> ZonedDateTime.of(2026, 11, 22, 0, 0, 0, 0, ZoneOffset.UTC))
        .lanes(server).stream().map(Lane::words).toList();
  }

  @Test
  void the_system_s_proxies_come_in_their_order_and_then_none() {
    assertEquals(
        List.of(
            "through the proxy p.example:3128",
            "through the SOCKS proxy s.example:1080",
            "without a proxy"),
        lanes(CENTRAL, "", "http://p.example:3128", "socks5h://s.example:1080"));
    assertEquals(List.of("without a proxy"), lanes(CENTRAL, ""));
  }

  @Test
  void environments_name_proxies_without_a_scheme_and_with_a_password() {
    assertEquals(
        List.of("through the proxy p.example:3128", "without a proxy"),
        lanes(CENTRAL, "", "p.example:3128", "p.example:3128"));
    var road =
        new Road(
            RoadSettings.DEFAULTS,
            () -> new Road.Told(List.of("http://user:p%40ss+word@p.example:3128/"), ""),
            () -> ZonedDateTime.of(2026, 11, 22, 0, 0, 0, 0, ZoneOffset.UTC));
    Lane lane = road.lanes(CENTRAL).get(0);
    assertEquals(Optional.of(new Way.Login("user", "p@ss+word")), lane.login());
    assertFalse(lane.toString().contains("p@ss"), lane.toString());
  }

  @Test
  void what_the_system_names_and_we_cannot_go_is_passed_over() {
    for (String odd :
        List.of(
            "https://p.example:3128",
            "p.example",
            "http://p.example",
            "http://p:99999",
            "",
            "wpad",
            "pac+",
            "pac+file:///etc/shadow",
            "http://a b:1",
            "javascript:alert(1)")) {
      assertEquals(List.of("without a proxy"), lanes(CENTRAL, "", odd), odd);
    }
  }

  @Test
  void no_more_than_a_few_are_tried() {
    String[] many = new String[50];
    for (int i = 0; i < many.length; i++) {
      many[i] = "http://p" + i + ".example:1";
    }
    assertEquals(5, lanes(CENTRAL, "", many).size());
  }

  @Test
  void exceptions_and_loopback_are_reached_without() {
    for (String except :
        List.of("*", "central.example", ".example", "*.example", "a, central.example:443")) {
      assertEquals(
          List.of("without a proxy"), lanes(CENTRAL, except, "http://p.example:1"), except);
    }
    for (String except : List.of("", "entral.example", "central.example.com", "exam", ",,")) {
      assertEquals(2, lanes(CENTRAL, except, "http://p.example:1").size(), except);
    }
    for (String near :
        List.of("http://127.0.0.1:8640", "http://localhost:8640", "http://[::1]:8640")) {
      assertEquals(List.of("without a proxy"), lanes(URI.create(near), "", "http://p.example:1"));
    }
  }

  @Test
  void a_script_s_answer_is_taken_in_its_order_and_what_is_no_proxy_left_out() {
    assertEquals(
        List.of(
            "through the proxy a.example:8080",
            "through the SOCKS proxy b.example:1080",
            "without a proxy"),
        Road.named(
                "proxy A.example:8080; HTTPS c.example:443; SOCKS5 b.example:1080;PROXY nonsense;"
                    + " PROXY x:0; DIRECT;")
            .stream()
            .map(Lane::words)
            .toList());
    assertEquals(List.of(), Road.named("<html>"));
  }

  @Test
  void a_password_goes_to_the_proxy_of_its_line_only(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("file");
    Files.writeString(file, "# other:1 x:y\nother.example:1 a:b\nP.example:3128 me: s:e c \n");
    Files.setPosixFilePermissions(
        file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    assertEquals(
        Optional.of(new Way.Login("me", " s:e c")), Credentials.of(file, "p.example:3128"));
    assertEquals(Optional.empty(), Credentials.of(file, "q.example:3128"));
    assertEquals(Optional.empty(), Credentials.of(file, "#"));
  }

  @Test
  void a_damaged_certificate_does_not_take_the_others_away(@TempDir Path folder)
      throws IOException {
    assertEquals(
        List.of(),
        SystemRoots.of("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"));
    assertEquals(List.of(), SystemRoots.of("-----BEGIN CERTIFICATE-----\n"));
    assertTrue(SystemRoots.read(List.of(folder.resolve("none"))).isEmpty());
  }
}
