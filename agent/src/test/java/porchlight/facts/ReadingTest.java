package porchlight.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

class ReadingTest {
  private static final Reading<Integer> ONE = Reading.known(1);

  private static Reading<Integer> dark(Reason reason, String detail) {
    return Reading.unknown(reason, detail);
  }

  @Test
  void the_first_source_that_knows_is_believed_and_no_other_is_asked() {
    assertEquals(ONE, ONE.or(() -> fail("asked")));
    assertEquals(ONE, dark(Reason.TIMED_OUT, "late").or(() -> ONE));
  }

  @Test
  void when_none_knows_the_details_add_up() {
    assertEquals(
        dark(Reason.TOOL_MISSING, "no iw; no nmcli; no wpa"),
        dark(Reason.TOOL_MISSING, "no iw")
            .or(() -> dark(Reason.TOOL_MISSING, "no nmcli"))
            .or(() -> dark(Reason.TOOL_MISSING, "no wpa")));
  }

  @Test
  void the_reason_that_a_person_can_do_something_about_is_kept() {
    for (Reason helpful : new Reason[] {Reason.NEEDS_PRIVILEGE, Reason.NEEDS_CONSENT}) {
      for (Reason other : Reason.values()) {
        if (other == Reason.NEEDS_PRIVILEGE || other == Reason.NEEDS_CONSENT) {
          continue;
        }
        assertEquals(dark(helpful, "a; b"), dark(helpful, "a").or(() -> dark(other, "b")));
        assertEquals(dark(helpful, "a; b"), dark(other, "a").or(() -> dark(helpful, "b")));
      }
    }
    assertEquals(
        dark(Reason.TIMED_OUT, "a; b"),
        dark(Reason.NOT_SUPPORTED, "a").or(() -> dark(Reason.TIMED_OUT, "b")));
  }

  @Test
  void not_knowing_stays_not_knowing() {
    assertEquals(Reading.known("1"), ONE.map(String::valueOf));
    assertEquals(dark(Reason.STALE, "old"), dark(Reason.STALE, "old").map(one -> one + 1));
    assertEquals(
        dark(Reason.STALE, "old"), ONE.flatMap(one -> ReadingTest.dark(Reason.STALE, "old")));
  }
}
