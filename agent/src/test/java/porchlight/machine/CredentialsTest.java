package porchlight.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No password of a proxy gets past the machine's door. */
class CredentialsTest {
  @Test
  void names_passwords_and_paths_are_taken_out() {
    assertEquals("http://proxy:3128/", Credentials.without("http://ann:secret@proxy:3128/"));
    assertEquals("http://proxy 3128", Credentials.without("http://ann:se@cret@proxy 3128"));
    assertEquals("proxy:3128", Credentials.without("ann:secret@proxy:3128"));
    assertEquals("https://pac.test/", Credentials.without("https://pac.test/secret/a.pac?k=1"));
    assertEquals("file:///", Credentials.without("file:///home/ann/a.pac"));
    assertEquals("/", Credentials.without("/home/ann/a.pac"));
    assertEquals("http://[::1]:8080", Credentials.without("http://[::1]:8080"));
    assertEquals("", Credentials.without(""));
  }

  @Test
  void what_could_be_read_in_two_ways_is_not_told_at_all() {
    for (String value :
        List.of(
            "http://evil.test/@proxy.test",
            "http://evil.test\\@proxy.test",
            "http://evil.test?@proxy.test",
            "http://ann:sec/ret@proxy:3128",
            "http://ann:secret#@proxy:3128",
            "ann:secret@http://proxy")) {
      String told = Credentials.without(value);
      assertFalse(told.contains("secret") || told.contains("proxy"), value + " is " + told);
    }
  }

  @Test
  void lines_of_proxies_lose_them_and_no_other_line_is_changed() {
    String text =
        """
        export http_proxy="http://ann:secret@proxy:3128/"
        TOKEN=secret
        export PATH=/bin
        Proxy Config Script=http://ann:secret@pac.test/x
        ssid=ann@home://a@b
        """;
    var said =
        assertInstanceOf(
            Answer.Said.class,
            SettingsLines.pick(
                text.getBytes(StandardCharsets.UTF_8), List.of("http_proxy", "Proxy", "ssid")));
    assertEquals(
        """
        export http_proxy="http://proxy:3128/
        Proxy Config Script=http://pac.test/
        ssid=ann@home://a@b
        """,
        said.text());
  }
}
