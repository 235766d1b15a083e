package porchlight.gather.macos.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.gather.SystemProxies;
import porchlight.machine.Answer;

class ScutilAddressesTest {
  private static SystemProxies read(String inner) {
    return ScutilAddresses.read(new Answer.Said(0, "<dictionary> {\n" + inner + "}\n"));
  }

  @Test
  void those_for_https_are_told_and_their_exceptions() {
    assertEquals(
        new SystemProxies(
            List.of(
                "pac+http://pac.example/p.pac",
                "http://proxy.example:3128",
                "socks://[fd00::1]:1080"),
            "*.local,169.254/16"),
        read(
            """
              ExceptionsList : <array> {
                0 : *.local
                1 : 169.254/16
              }
              FTPPassive : 1
              HTTPEnable : 1
              HTTPPort : 8080
              HTTPProxy : plain.example
              HTTPSEnable : 1
              HTTPSPort : 3128
              HTTPSProxy : proxy.example
              ProxyAutoConfigEnable : 1
              ProxyAutoConfigURLString : http://pac.example/p.pac
              SOCKSEnable : 1
              SOCKSPort : 1080
              SOCKSProxy : fd00::1
            """));
  }

  @Test
  void what_is_off_or_missing_or_denied_names_none() {
    assertEquals(new SystemProxies(List.of(), ""), read("  HTTPSEnable : 0\n  HTTPSProxy : x\n"));
    for (Answer answer :
        List.of(new Answer.Missing(), new Answer.Denied(), new Answer.TimedOut())) {
      assertEquals(new SystemProxies(List.of(), ""), ScutilAddresses.read(answer));
    }
  }
}
