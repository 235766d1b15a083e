package porchlight.gather.linux.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import porchlight.gather.SystemProxies;
import porchlight.machine.Answer;
import porchlight.machine.Machine;

class ProxyAddressesTest {
  private static Machine with(String file) {
    return question ->
        question.equals(ProxyAddresses.ALL) ? new Answer.Said(0, file) : new Answer.Missing();
  }

  @Test
  void the_service_s_environment_comes_before_the_file() {
    assertEquals(
        new SystemProxies(
            List.of("http://service.example:1", "http://file.example:2"), "a.example,b.example"),
        ProxyAddresses.read(
            with("export https_proxy=\"http://file.example:2\"\nno_proxy='b.example'\n"),
            Map.of("HTTPS_PROXY", "http://service.example:1", "NO_PROXY", "a.example")));
  }

  @Test
  void a_proxy_for_plain_http_is_none_for_us() {
    assertEquals(
        new SystemProxies(List.of(), ""),
        ProxyAddresses.read(with(""), Map.of("http_proxy", "http://plain.example:1")));
    assertEquals(
        new SystemProxies(List.of("http://all.example:1"), ""),
        ProxyAddresses.read(with("all_proxy=http://all.example:1\n"), Map.of()));
  }

  @Test
  void a_file_that_is_missing_or_denied_names_none() {
    for (Answer answer :
        List.of(new Answer.Missing(), new Answer.Denied(), new Answer.TimedOut())) {
      assertEquals(
          new SystemProxies(List.of(), ""), ProxyAddresses.read(question -> answer, Map.of()));
    }
  }
}
