package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Disks;
import porchlight.facts.Disks.Place;
import porchlight.facts.Disks.Protection;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;

class DiskEncryptionTest {
  private static final Reading<Protection> BLIND =
      Reading.unknown(Reason.NOT_SUPPORTED, "on zfs, where encryption cannot be seen");

  private static Place place(String name, Protection protection) {
    return new Place(name, Reading.known(protection));
  }

  private static Verdict judge(Place... places) {
    return new DiskEncryption()
        .judge(new SampleFacts().disks(Reading.known(new Disks(List.of(places)))).build());
  }

  @Test
  void encrypted_everywhere_passes() {
    Verdict verdict = judge(place("/", Protection.ENCRYPTED), place("swap", Protection.ENCRYPTED));
    assertEquals(Outcome.PASS, verdict.outcome());
    assertEquals("/ and swap are encrypted", verdict.because());
    assertEquals("/ is encrypted", judge(place("/", Protection.ENCRYPTED)).because());
  }

  @Test
  void one_place_that_lies_open_fails() {
    Verdict verdict = judge(place("/", Protection.ENCRYPTED), place("swap", Protection.PLAIN));
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals("swap is not encrypted", verdict.because());
    assertEquals(
        List.of(Evidence.of("/", "encrypted"), Evidence.of("swap", "not encrypted")),
        verdict.evidence());
  }

  @Test
  void what_lies_open_fails_whatever_else_is_not_known() {
    assertEquals(
        Outcome.FAIL, judge(new Place("/", BLIND), place("/home", Protection.PLAIN)).outcome());
  }

  @Test
  void suspended_is_not_encrypted() {
    Verdict verdict = judge(place("C:", Protection.SUSPENDED));
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals(
        "C: is encrypted, but protection is suspended: the key lies beside the data",
        verdict.because());
  }

  @Test
  void one_place_that_cannot_be_seen_is_no_pass() {
    Verdict verdict = judge(place("/", Protection.ENCRYPTED), new Place("/home", BLIND));
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertEquals(Optional.of(Reason.NOT_SUPPORTED), verdict.reason());
    assertTrue(verdict.because().startsWith("whether /home is encrypted"), verdict.because());
  }

  @Test
  void the_owner_of_a_home_is_not_named() {
    for (var protection : Protection.values()) {
      Verdict verdict = judge(place("/", Protection.ENCRYPTED), place("/home/alice", protection));
      assertFalse(verdict.because().contains("alice"), verdict.because());
      assertTrue(verdict.evidence().stream().anyMatch(Evidence::personal));
    }
    assertFalse(judge(new Place("/var/home/alice", BLIND)).because().contains("alice"));
  }

  @Test
  void nothing_looked_at_is_no_pass() {
    assertEquals(Outcome.UNKNOWN, judge().outcome());
    Verdict verdict =
        new DiskEncryption()
            .judge(
                new SampleFacts().disks(Reading.unknown(Reason.NEEDS_PRIVILEGE, "denied")).build());
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
  }
}
