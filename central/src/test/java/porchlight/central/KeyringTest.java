package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.KeyPair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.Standing;

/** A key that reported a moment ago is remembered; what has become of it meanwhile is not. */
class KeyringTest extends OneLaptop {
  private static final String CONTENT = Fleet.safeContent("LT-1", 90);

  @BeforeEach
  void reported() {
    assertEquals(202, laptop.full(CONTENT).send().statusCode());
    assertEquals(202, laptop.unchanged(CONTENT).send().statusCode());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void who_is_shut_out_by_another_process_is_refused_at_once_and_let_in_again_at_once(boolean full)
      throws IOException {
    assertEquals(0, running.exit("revoke", "--device", laptop.device));
    for (int i = 0; i < 2; i++) {
      Answers.refused(403, "revoked", full ? laptop.full(CONTENT) : laptop.unchanged(CONTENT));
    }
    assertTrue(stand(Standing.ACTIVE));
    assertEquals(202, laptop.unchanged(CONTENT).send().statusCode());
  }

  private boolean stand(Standing standing) throws IOException {
    try (Ledger ledger = running.ledger()) {
      return ledger.stand(laptop.device, standing);
    }
  }

  @Test
  void a_key_that_was_changed_is_nobodys_at_once() {
    KeyPair before = laptop.keys;
    KeyPair next = LaptopKeys.make();
    assertEquals(2, laptop.rekey(next).send().statusCode() / 100);
    assertEquals(202, laptop.unchanged(CONTENT).send().statusCode(), "until the next is used");
    laptop.keys = next;
    assertEquals(202, laptop.unchanged(CONTENT).send().statusCode());
    laptop.keys = before;
    Answers.refused(401, "unknown-key", laptop.unchanged(CONTENT));
    laptop.keys = next;
    assertEquals(202, laptop.unchanged(CONTENT).send().statusCode());
  }

  @Test
  void a_remembered_key_holds_no_signature_of_another() {
    KeyPair own = laptop.keys;
    Laptop.Request forged = laptop.unchanged(CONTENT);
    laptop.keys = LaptopKeys.make();
    Answers.refused(401, "bad-signature", forged);
    laptop.keys = own;
    assertEquals(202, laptop.unchanged(CONTENT).send().statusCode());
  }

  @Test
  void what_is_asked_of_a_device_is_asked_with_its_next_report() throws IOException {
    try (Ledger ledger = running.ledger()) {
      assertTrue(ledger.rotate(laptop.device));
    }
    assertEquals(
        "true", Samples.parse(laptop.unchanged(CONTENT).send().body()).path("rotateKey").asText());
  }
}
