package porchlight.gather.windows.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Patches;
import porchlight.facts.Reason;
import porchlight.gather.Readings;
import porchlight.gather.windows.WinLaptop;
import porchlight.machine.Answer;
import porchlight.machine.ReadRegistry;

/** "Nothing waits" of a Windows to which not everything is offered. */
class HeldBackTest {
  private static final String SEARCHED = "2026-11-21T08:00:00Z";
  private static final Revisions TABLE =
      Revisions.of(
          "# data-as-of: 2026-11-10\nbuild\tkind\trevision\tpublished\tsource\n"
              + "26100\tclient\t9711\t2026-10-13\tx");

  /** Its build is not in the table. */
  private static WinLaptop laptop() {
    return of(26200, 9999);
  }

  private static WinLaptop of(int build, int revision) {
    return WinLaptop.of(build, revision, "Client", "Professional")
        .absent(UpdatePolicy.SERVER, UpdatePolicy.OPTIONS, ManagedUpdates.RULES)
        .registry(Pause.CHOSEN)
        .says(WinUpdates.UPDATES, "updates=\nsearched=" + SEARCHED + "\n")
        .says(WinSearch.SEARCH, "search=2\ncount=0\n");
  }

  private static void isUnknown(Reason reason, WinLaptop laptop, String words) {
    assertEquals(reason, Readings.why(WinPatches.read(laptop, TABLE)), words);
  }

  private static void isKnown(WinLaptop laptop) {
    Patches known = Readings.known(WinPatches.read(laptop, TABLE));
    assertEquals(List.of(), known.pending());
    assertEquals(List.of(), known.beside());
    assertEquals(Instant.parse(SEARCHED), known.asOf());
  }

  private static WinLaptop wsus(WinLaptop laptop) {
    return laptop
        .registry(UpdatePolicy.SERVER, "\"WUServer\"=\"https://wsus.example.com:8531\"")
        .registry(UpdatePolicy.OPTIONS, "\"UseWUServer\"=dword:00000001");
  }

  @Test
  void where_nothing_is_held_back_nothing_waits() {
    isKnown(laptop());
    isKnown(wsus(laptop()).registry(UpdatePolicy.OPTIONS)); // named, and not used
  }

  @Test
  void a_row_of_an_older_month_vouches_for_no_later_one() {
    var table =
        Revisions.of(
            """
            # data-as-of: 2026-11-10
            build\tkind\trevision\tpublished\tsource
            26200\tclient\t8800\t2026-06-09\tx
            26200\tclient\t8875\t2026-07-14\tx
            26100\tclient\t9711\t2026-11-10\tx
            """);
    for (int revision : new int[] {8875, 8900}) {
      Patches known = Readings.known(WinPatches.read(wsus(of(26200, revision)), table));
      assertEquals(List.of(), known.pending());
      assertEquals(Instant.parse("2026-07-14T00:00:00Z"), known.asOf());
    }
  }

  @Test
  void what_a_server_of_updates_does_not_offer_is_not_known() {
    isUnknown(Reason.NOT_SUPPORTED, wsus(laptop()), "by policy");
    isUnknown(
        Reason.NOT_SUPPORTED,
        laptop().registry(ManagedUpdates.RULES, "\"UpdateServiceUrl\"=\"https://w.example.com\""),
        "by a management server");
    isUnknown(
        Reason.NOT_SUPPORTED,
        laptop().registry(UpdatePolicy.OPTIONS, "\"UseWUServer\"=dword:00000001"),
        "one that is used and not named");
  }

  @Test
  void what_is_deferred_is_not_known() {
    String days = "\"DeferQualityUpdatesPeriodInDays\"=dword:0000000e";
    isUnknown(
        Reason.NOT_SUPPORTED,
        laptop().registry(UpdatePolicy.SERVER, "\"DeferQualityUpdates\"=dword:00000001", days),
        "by policy");
    isUnknown(Reason.NOT_SUPPORTED, laptop().registry(ManagedUpdates.RULES, days), "managed");
    isKnown(laptop().registry(ManagedUpdates.RULES, days.replace("0e", "00")));
  }

  @Test
  void what_was_put_off_when_it_looked_is_not_known() {
    for (String name : List.of("PauseUpdatesExpiryTime", "PauseQualityUpdatesEndTime")) {
      String end = '"' + name + "\"=\"";
      isUnknown(
          Reason.NOT_SUPPORTED,
          laptop().registry(Pause.CHOSEN, end + "2026-12-01T09:00:00Z\""),
          name);
      isKnown(laptop().registry(Pause.CHOSEN, end + "2026-11-20T09:00:00Z\""));
      isUnknown(Reason.NOT_UNDERSTOOD, laptop().registry(Pause.CHOSEN, end + "bald\""), name);
    }
  }

  @Test
  void what_a_policy_puts_off_is_not_known_for_as_long_as_that_may_last() {
    for (ReadRegistry question : List.of(UpdatePolicy.SERVER, ManagedUpdates.RULES)) {
      String start = "\"PauseQualityUpdatesStartTime\"=\"";
      for (String value :
          List.of(start + "2026-11-01\"", start + "bald\"", "\"PauseQualityUpdates\"=dword:1")) {
        String whole = value.replace("dword:1", "dword:00000001");
        isUnknown(Reason.NOT_SUPPORTED, laptop().registry(question, whole), whole);
      }
      isKnown(laptop().registry(question, start + "2026-10-01T00:00:00Z\""));
      isKnown(laptop().registry(question, start + "\""));
      isKnown(
          laptop()
              .registry(question, start + "2026-11-01\"\n\"PauseQualityUpdates\"=dword:00000000"));
    }
  }

  @Test
  void what_may_be_held_back_and_was_not_seen_is_not_known() {
    for (ReadRegistry question :
        List.of(UpdatePolicy.SERVER, UpdatePolicy.OPTIONS, ManagedUpdates.RULES, Pause.CHOSEN)) {
      isUnknown(
          Reason.NEEDS_PRIVILEGE, laptop().answers(question, new Answer.Denied()), question.text());
      isUnknown(Reason.NOT_UNDERSTOOD, laptop().says(question, "\uFFFD\uFFFD"), question.text());
    }
  }

  @Test
  void a_revision_of_the_table_is_known_to_lack_nothing_as_of_the_day_of_its_row() {
    Patches known = Readings.known(WinPatches.read(wsus(of(26100, 9711)), TABLE));
    assertEquals(List.of(), known.pending());
    assertEquals(1, known.beside().size());
    assertEquals(Instant.parse("2026-10-13T00:00:00Z"), known.asOf());
    var unread = of(26100, 9800).answers(ManagedUpdates.RULES, new Answer.Denied());
    assertTrue(
        Readings.known(WinPatches.read(unread, TABLE)).beside().getFirst().contains("could not"));
    assertEquals(1, Readings.known(WinPatches.read(wsus(of(26100, 9000)), TABLE)).pending().size());
  }
}
