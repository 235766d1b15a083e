package porchlight.json.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The binary form, written by Python's plistlib. */
class BinaryListTest {
  private static final String LIST =
      """
      YnBsaXN0MDDbAQIDBAUGBwgJCgsMDQ4PEBU9Phw/QFRkYXRhVGhhbGZVbGFyZ2VUbGVzc1RsaXN0
      VG1hbnlTb2ZmUm9uVXNtYWxsVHRleHRUd2hlbkMBAgMjP+AAAAAAAAATAAAAAQAAAAAT////////
      //uiERIQAdETFFFhUWKvECgWERcYGRobHB0eHyAhIiMkJSYnKCkqKywtLi8wMTIzNDU2Nzg5Ojs8
      EAAQAhADEAQQBRAGEAcQCBAJEAoQCxAMEA0QDhAPEBAQERASEBMQFBAVEBYQFxAYEBkQGhAbEBwQ
      HRAeEB8QIBAhECIQIxAkECUQJhAnCAlkAGYA/ABuAGYzQcg2ipAAAAAACAAfACQAKQAvADQAOQA+
      AEIARQBLAFAAVQBZAGIAawB0AHcAeQB8AH4AgACrAK0ArwCxALMAtQC3ALkAuwC9AL8AwQDDAMUA
      xwDJAMsAzQDPANEA0wDVANcA2QDbAN0A3wDhAOMA5QDnAOkA6wDtAO8A8QDzAPUA9wD5APoA+wEE
      AAAAAAAAAgEAAAAAAAAAQQAAAAAAAAAAAAAAAAAAAQ0=
      """;

  private static byte[] bytes() {
    return Base64.getMimeDecoder().decode(LIST);
  }

  @Test
  void every_kind_of_value_is_read() {
    var expected =
        Map.of(
            "on", new Json.Bool(true),
            "off", new Json.Bool(false),
            "small", new Json.Num("7"),
            "large", new Json.Num("4294967296"),
            "less", new Json.Num("-5"),
            "half", new Json.Num("0.5"),
            "when", new Json.Str("2026-09-30T10:00:00Z"),
            "data", new Json.Str("AQID"),
            "text", new Json.Str("f\u00fcnf"),
            "list",
                new Json.Arr(
                    List.of(new Json.Num("1"), new Json.Obj(Map.of("a", new Json.Str("b"))))));
    var read = PropertyList.of(bytes()).flatMap(Json::asObject).orElseThrow();
    assertEquals(List.copyOf(new java.util.TreeSet<>(read.members().keySet())).size(), 11);
    expected.forEach((key, value) -> assertEquals(Optional.of(value), read.get(key), key));
    assertEquals(40, read.get("many").flatMap(Json::asItems).orElseThrow().size());
  }

  @Test
  void what_is_cut_off_is_none() {
    byte[] whole = bytes();
    assertTrue(PropertyList.isOne(whole));
    for (int length = 8; length < whole.length; length++) {
      assertEquals(Optional.empty(), PropertyList.of(java.util.Arrays.copyOf(whole, length)));
    }
  }

  @Test
  void whatever_is_broken_makes_no_fault() {
    var random = new Random(5);
    byte[] whole = bytes();
    var read = new ArrayList<Json>();
    for (int i = 0; i < 20_000; i++) {
      byte[] broken = whole.clone();
      for (int times = random.nextInt(4); times >= 0; times--) {
        broken[8 + random.nextInt(broken.length - 8)] = (byte) random.nextInt();
      }
      PropertyList.of(broken).ifPresent(read::add);
    }
    assertFalse(read.isEmpty(), "some of it is still a list");
  }

  @Test
  void a_list_that_holds_itself_or_grows_without_an_end_is_none() {
    // One object, an array of itself: marker, its own number, table, trailer.
    byte[] itself = "bplist00\u00a1\u0000\b".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(Optional.empty(), PropertyList.of(ended(itself, 1, 10)));
    // Forty arrays, each of twice the next.
    var text = new StringBuilder("bplist00");
    for (int i = 1; i <= 40; i++) {
      text.append('\u00a2').append((char) i).append((char) i);
    }
    text.append('\t');
    int table = text.length();
    for (int i = 0; i <= 40; i++) {
      text.append((char) (8 + 3 * i));
    }
    byte[] grows = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(Optional.empty(), PropertyList.of(ended(grows, 41, table)));
  }

  private static byte[] ended(byte[] body, int objects, int table) {
    byte[] all = java.util.Arrays.copyOf(body, body.length + 32);
    all[body.length + 6] = 1;
    all[body.length + 7] = 1;
    all[body.length + 15] = (byte) objects;
    all[body.length + 31] = (byte) table;
    return all;
  }
}
