package porchlight.central.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootsTest {
  /** Which of these boots, in the order of their news, is the first to prove two machines. */
  @ParameterizedTest
  @CsvSource({
    "A, none",
    "AAAB, none",
    "AB, none",
    "ABCDEF, none",
    "ABA, none",
    "AABBAA, none",
    "ABAC, none",
    "ABCA, none",
    "ABACA, none",
    "ABAB, 3",
    "AABBABB, 5",
    "ABCAB, 4",
    "ABCACB, 4",
    "ABCB, none",
    "ABABA, 3",
  })
  void only_boots_that_take_turns_are_two_machines(String news, String first) {
    String proof = "none";
    for (int i = 0; i < news.length() && proof.equals("none"); i++) {
      boolean turn = i > 0 && news.charAt(i) != news.charAt(i - 1);
      if (turn && after(news.substring(0, i)).takeTurns(news.substring(i, i + 1))) {
        proof = Integer.toString(i);
      }
    }
    assertEquals(first, proof, news);
  }

  private static Boots after(String news) {
    Map<String, Boots.Turn> turns = new LinkedHashMap<>();
    for (int i = 0; i < news.length(); i++) {
      String boot = news.substring(i, i + 1);
      long number = i + 1L;
      turns.merge(
          boot,
          new Boots.Turn(boot, number, number),
          (before, now) -> new Boots.Turn(boot, before.first(), number));
    }
    return new Boots(List.copyOf(new ArrayList<>(turns.values())));
  }
}
