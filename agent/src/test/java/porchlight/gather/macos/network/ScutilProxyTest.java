package porchlight.gather.macos.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Proxy.Setting;
import porchlight.facts.Proxy.Way;
import porchlight.facts.Reason;
import porchlight.gather.macos.MacCaptures;
import porchlight.machine.Answer;

class ScutilProxyTest {
  private static List<Way> ways(String text) {
    return known(ScutilProxy.read(new Answer.Said(0, text))).settings().stream()
        .map(Setting::way)
        .toList();
  }

  private static String list(String... lines) {
    return "<dictionary> {\n  " + String.join("\n  ", lines) + "\n}\n";
  }

  @Test
  void every_captured_setting_is_read() {
    assertEquals(
        List.of(new Way.Fixed("127.0.0.1", 1088), new Way.Fixed("127.0.0.1", 1080)),
        ways(MacCaptures.text("proxy/scutil-proxy_http-https-socks_local-proxy_2026-09-11.txt")));
    assertEquals(
        List.of(new Way.Script("http", "wpad.company.com")),
        ways(MacCaptures.text("proxy/scutil-proxy_pac_10.15.txt")));
  }

  @Test
  void a_proxy_that_is_named_but_off_is_none_and_one_of_an_interface_does_not_count() {
    assertEquals(List.of(), ways("<dictionary> {\n}\n"));
    assertEquals(
        List.of(),
        ways(
            list(
                "ExceptionsList : <array> {",
                "  0 : *.local",
                "}",
                "HTTPEnable : 0",
                "HTTPProxy : 192.0.2.1",
                "__SCOPED__ : <dictionary> {",
                "  en0 : <dictionary> {",
                "    HTTPEnable : 1",
                "  }",
                "}")));
  }

  @Test
  void what_the_network_names_is_told_as_such() {
    assertEquals(List.of(new Way.Discovered()), ways(list("ProxyAutoDiscoveryEnable : 1")));
    assertEquals(
        List.of(new Way.Script("file", "")),
        ways(list("ProxyAutoConfigEnable : 1", "ProxyAutoConfigURLString : file:///tmp/x.pac")));
    assertEquals(
        List.of(new Way.Script("https", "pac.example.com")),
        ways(
            list(
                "ProxyAutoConfigEnable : 1",
                "ProxyAutoConfigURLString : https://ann:secret@PAC.example.com:8443/a?b")));
  }

  @Test
  void scutil_that_is_missing_knows_nothing() {
    assertEquals(Reason.TOOL_MISSING, why(ScutilProxy.read(new Answer.Missing())));
  }

  @Test
  void scutil_that_is_denied_says_so() {
    assertEquals(
        Reason.NEEDS_PRIVILEGE, why(ScutilProxy.read(new Answer.Said(1, "", "Permission denied"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "usage: scutil",
        "<dictionary> {",
        "<dictionary> {\nHTTPEnable : 1\n}",
        "<dictionary> {\n  HTTPEnable : 1\n}",
        "<dictionary> {\n  HTTPEnable : yes\n}",
        "<dictionary> {\n  HTTPEnable : 1\n  HTTPProxy : a b\n}",
        "<dictionary> {\n  HTTPEnable : 0\n  HTTPEnable : 1\n  HTTPProxy : a\n}",
        "<dictionary> {\n  ProxyAutoConfigEnable : 1\n}",
        "<dictionary> {\n  ProxyAutoDiscoveryEnable : TRUE\n}"
      })
  void what_is_not_understood_is_not_guessed(String text) {
    assertEquals(Reason.NOT_UNDERSTOOD, why(ScutilProxy.read(new Answer.Said(0, text))));
  }
}
