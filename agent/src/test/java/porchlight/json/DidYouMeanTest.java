package porchlight.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {
  private static final List<String> WORDS =
      List.of("check", "checks", "firewall", "wifi-encryption", "vpn");

  private static Optional<String> meant(String written) {
    return DidYouMean.among(WORDS, written);
  }

  @Test
  void a_slip_of_the_keys_is_recognised() {
    assertEquals(Optional.of("check"), meant("chek"));
    assertEquals(Optional.of("check"), meant("chcek"));
    assertEquals(Optional.of("firewall"), meant("firewal"));
    assertEquals(Optional.of("wifi-encryption"), meant("wifi-encrpytion"));
  }

  @Test
  void a_beginning_is_recognised() {
    assertEquals(Optional.of("wifi-encryption"), meant("wifi"));
  }

  @Test
  void another_word_is_not() {
    assertEquals(Optional.empty(), meant("antivirus"));
    assertEquals(Optional.empty(), meant("xyz"));
    assertEquals(Optional.empty(), meant(""));
  }
}
