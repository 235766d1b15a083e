package porchlight.gather.linux.patches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DebianVersionTest {
  private static DebianVersion version(String text) {
    return DebianVersion.of(text).orElseThrow();
  }

  @Test
  void versions_are_in_debians_order() {
    var ascending =
        List.of(
            "0~~",
            "0~~a",
            "0~",
            "0",
            "0a",
            "0+",
            "1.0~beta1~svn1245",
            "1.0~beta1",
            "1.0",
            "1.0-1~bpo12+1",
            "1.0-1",
            "1.0-1ubuntu0.1",
            "1.0-1+b1",
            "1.0-1+deb12u1",
            "1.0-1+deb12u2",
            "1.0-1+deb12u10",
            "1.0-1.1",
            "1.0.1-1",
            "1.9-1",
            "1.10-1",
            "2:0.1-1",
            "10:0.1-1");
    for (int i = 0; i < ascending.size(); i++) {
      for (int j = 0; j < ascending.size(); j++) {
        assertEquals(
            Integer.compare(i, j),
            Integer.signum(version(ascending.get(i)).compareTo(version(ascending.get(j)))),
            ascending.get(i) + " and " + ascending.get(j));
      }
    }
  }

  @Test
  void what_is_written_otherwise_may_be_the_same_version() {
    assertEquals(0, version("1.0").compareTo(version("0:1.0-0")));
    assertEquals(0, version("1.01").compareTo(version("1.1")));
    assertEquals(0, version("00:1").compareTo(version("1")));
  }

  @Test
  void no_number_is_too_long_to_compare() {
    assertTrue(version("1." + "9".repeat(100)).compareTo(version("1." + "9".repeat(99))) > 0);
  }

  @Test
  void what_is_no_version_is_none() {
    for (String text :
        List.of("", " ", "1 0", ":1", "1:", "a:1", "1:-1", "1.0_2", "-1", "1\n2", "é", "1/2")) {
      assertTrue(DebianVersion.of(text).isEmpty(), text);
    }
    assertTrue(DebianVersion.of("1".repeat(5_000_000)).isEmpty());
  }
}
