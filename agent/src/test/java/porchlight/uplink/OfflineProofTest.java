package porchlight.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.json.Identity;
import porchlight.json.Samples;
import porchlight.json.Trusted;
import porchlight.uplink.Enrolment.Member;

class OfflineProofTest {
  private final DeviceKey device = DeviceKey.make(new SecureRandom());
  private final DeviceKey before = DeviceKey.make(new SecureRandom());
  private final DeviceKey central = DeviceKey.make(new SecureRandom());
  private final OfflineProof proof =
      new OfflineProof(member(), "password-reset", new SecureRandom());

  private Member member() {
    return new Member(
        new Identity(
            Samples.DEVICE,
            "Acme Dental",
            URI.create("https://central.example/"),
            device.id(),
            new Trusted(List.of(before.jwk(), central.jwk()), true, 0),
            Optional.empty(),
            Optional.empty()),
        device,
        new StateFolder(Path.of("/nowhere")));
  }

  /** What central answers to our question, with that key and about that purpose. */
  private String read(DeviceKey by, String purpose) {
    var agreed = Agreed.offline(by, device.jwk(), Samples.DEVICE.toString()).orElseThrow();
    return Ocra.MUTUAL.answer(agreed.bytes(), proof.question() + "00000042", purpose);
  }

  @Test
  void central_is_believed_by_any_key_that_was_pinned() {
    assertTrue(proof.question().matches("\\d{8}"), proof.question());
    assertTrue(proof.answer("00000042", read(central, "password-reset")).isPresent());
    assertTrue(proof.answer("00000042", read(before, "password-reset")).isPresent());
    assertEquals(3, proof.left());
  }

  @Test
  void the_laptop_answers_as_central_expects() {
    var agreed = Agreed.offline(central, device.jwk(), Samples.DEVICE.toString()).orElseThrow();
    assertEquals(
        Optional.of(
            Ocra.MUTUAL.answer(agreed.bytes(), "00000042" + proof.question(), "password-reset")),
        proof.answer("00000042", read(central, "password-reset")));
  }

  @Test
  void another_purpose_or_key_is_not_believed_and_after_three_nobody_is() {
    assertEquals(Optional.empty(), proof.answer("00000042", read(central, "remote-help")));
    assertEquals(
        Optional.empty(),
        proof.answer("00000042", read(DeviceKey.make(new SecureRandom()), "password-reset")));
    assertEquals(Optional.empty(), proof.answer("00000043", read(central, "password-reset")));
    assertEquals(0, proof.left());
    assertEquals(Optional.empty(), proof.answer("00000042", read(central, "password-reset")));
  }
}
