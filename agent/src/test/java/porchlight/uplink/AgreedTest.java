package porchlight.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.json.Jwk;

class AgreedTest {
  private static final byte[] PAYLOAD = {1, 2, 3};
  private final DeviceKey one = DeviceKey.make(new SecureRandom());
  private final DeviceKey other = DeviceKey.make(new SecureRandom());

  /** RFC 5869, test case 1; our block is the first of its two. */
  @Test
  void the_secret_is_made_as_the_rfc_says() {
    var hex = HexFormat.of();
    byte[] made =
        Agreed.hkdf(
            hex.parseHex("0b".repeat(22)),
            hex.parseHex("000102030405060708090a0b0c"),
            hex.parseHex("f0f1f2f3f4f5f6f7f8f9"));
    assertEquals(
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf", hex.formatHex(made));
  }

  @Test
  void both_halves_make_one_code_of_six_digits() {
    String code = code(one, other, "id", PAYLOAD);
    assertEquals(code, code(other, one, "id", PAYLOAD));
    assertTrue(code.matches("\\d{6}"), code);
  }

  @Test
  void another_call_transcript_or_key_makes_another() {
    String code = code(one, other, "id", PAYLOAD);
    assertNotEquals(code, code(one, other, "di", PAYLOAD));
    assertNotEquals(code, code(one, other, "id", new byte[] {1, 2, 4}));
    assertNotEquals(code, code(DeviceKey.make(new SecureRandom()), other, "id", PAYLOAD));
  }

  @Test
  void a_point_on_no_curve_agrees_on_nothing() {
    assertEquals(
        Optional.empty(), Agreed.call(one, new Jwk("A".repeat(43), "A".repeat(43)), "id", PAYLOAD));
  }

  @Test
  void what_was_not_encrypted_for_this_call_opens_to_nothing() {
    var agreed = Agreed.call(one, other.jwk(), "id", PAYLOAD).orElseThrow();
    for (String box : new String[] {"", "!", "AAAA", "A".repeat(60)}) {
      assertEquals(Optional.empty(), agreed.open(box, "id"), box);
    }
  }

  private static String code(DeviceKey ours, DeviceKey theirs, String id, byte[] payload) {
    return Agreed.call(ours, theirs.jwk(), id, payload).orElseThrow().code();
  }
}
