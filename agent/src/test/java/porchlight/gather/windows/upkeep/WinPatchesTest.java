package porchlight.gather.windows.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Patches;
import porchlight.facts.Patches.Pending;
import porchlight.facts.Reason;
import porchlight.gather.Readings;
import porchlight.gather.linux.Garbled;
import porchlight.gather.windows.WinCaptures;
import porchlight.gather.windows.WinLaptop;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;
import porchlight.machine.Answer;

class WinPatchesTest {
  private static final String SEARCHED = "updates=\nsearched=2026-11-21T08:00:00Z\n";
  private static final String SECURITY = "0fa1201d-4330-4fa8-8ae9-b877473b6441";
  private static final String DEFINITIONS = "e0789628-ce08-4437-be74-2495b842f43b";

  /** Newer than the table, with a policy that holds back nothing. */
  private static WinLaptop laptop() {
    return WinLaptop.of(26200, 9999, "Client", "Professional")
        .absent(UpdatePolicy.SERVER, UpdatePolicy.OPTIONS, ManagedUpdates.RULES)
        .registry(Pause.CHOSEN)
        .says(WinUpdates.UPDATES, SEARCHED)
        .says(WinSearch.SEARCH, "search=2\ncount=0\n");
  }

  private static String found(String... updates) {
    return "search=2\ncount=" + updates.length + "\n\n" + String.join("\n\n", updates) + "\n";
  }

  private static String update(String kb, String severity, String categories) {
    return "update=0\nkb=" + kb + "\nseverity=" + severity + "\ncategories=" + categories;
  }

  private static Patches patches(WinLaptop laptop) {
    return Readings.known(WinPatches.read(laptop));
  }

  private static List<String> pending(WinLaptop laptop) {
    return patches(laptop).pending().stream().map(Pending::name).toList();
  }

  @Test
  void nothing_waits_and_that_is_as_old_as_the_last_look() {
    Patches known = patches(laptop());
    assertEquals(List.of(), known.pending());
    assertEquals(List.of(), known.beside());
    assertEquals(Instant.parse("2026-11-21T08:00:00Z"), known.asOf());
  }

  @Test
  void nothing_on_lists_that_were_never_made_is_not_known() {
    for (String never :
        List.of("updates=\nsearched=\n", "updates=\nsearched=1899-12-30T00:00:00Z\n")) {
      assertEquals(
          Reason.STALE, Readings.why(WinPatches.read(laptop().says(WinUpdates.UPDATES, never))));
    }
    for (String odd :
        List.of("", "updates=\nsearched=gestern\n", "updates=\nsearchedCode=80240438\n")) {
      assertEquals(
          Reason.NOT_UNDERSTOOD,
          Readings.why(WinPatches.read(laptop().says(WinUpdates.UPDATES, odd))));
    }
  }

  @Test
  void the_category_makes_it_security_where_microsoft_gives_no_severity() {
    assertEquals(
        List.of("KB5066835"),
        pending(laptop().says(WinSearch.SEARCH, found(update("5066835", "", SECURITY)))));
  }

  @Test
  void lists_of_the_antivirus_and_drivers_are_no_patches() {
    String driver = "ebfc1fc5-71a4-4f7b-9aca-3b9a503104a0";
    assertEquals(
        List.of(),
        pending(
            laptop()
                .says(
                    WinSearch.SEARCH,
                    found(
                        update("2267602", "", DEFINITIONS),
                        update("", "Critical", driver),
                        update("890830", "", "28bc880e-0592-4cbf-8f95-c79b17911d5f")))));
  }

  @Test
  void what_somebody_hid_waits_all_the_same() {
    var laptop =
        laptop().says(WinSearch.SEARCH, found(update("5066835", "", SECURITY) + "\nhidden=1"));
    assertEquals(
        List.of(new Pending("KB5066835", "hidden by somebody", "offered")),
        patches(laptop).pending());
  }

  @Test
  void a_real_list_has_a_cumulative_update_without_a_severity() throws Exception {
    var blocks = new StringBuilder();
    String text = WinCaptures.text("windows-update/json-server2019-pending-updates.json");
    var updates = JsonText.parse(text).asItems().orElseThrow();
    for (Json item : updates) {
      Json.Obj one = item.asObject().orElseThrow();
      blocks.append("\nupdate=0\nkb=").append(words(one, "KBArticleIDs"));
      blocks.append("\nseverity=").append(one.text("MsrcSeverity").orElse(""));
      blocks.append("\ncategories=").append(words(one, "CategoryIDs")).append('\n');
    }
    assertEquals(
        List.of("KB4537759", "KB4538461"),
        pending(
            laptop().says(WinSearch.SEARCH, "search=2\ncount=" + updates.size() + "\n" + blocks)));
    assertEquals(6, updates.size());
  }

  private static String words(Json.Obj update, String name) {
    return String.join(
        ",",
        update.get(name).orElseThrow().asItems().orElseThrow().stream()
            .map(one -> one.asText().orElseThrow())
            .toList());
  }

  @Test
  void a_lower_revision_than_our_table_s_waits_even_when_windows_has_not_told() {
    var behind = WinLaptop.of(26100, 8000, "Client", "Professional");
    assertEquals(
        List.of(new Pending("the monthly update of 2026-10-13", "26100.8000", "26100.9711")),
        patches(behind).pending());
    // The same number is far behind on a server, whose revisions are counted otherwise.
    assertEquals(1, pending(WinLaptop.of(26100, 9711, "Server", "ServerStandard")).size());
    assertEquals(
        Reason.TOOL_MISSING,
        Readings.why(WinPatches.read(WinLaptop.of(26100, 9711, "Client", "Professional"))));
  }

  @Test
  void what_is_published_after_the_end_of_support_is_not_told_to_wait() {
    var old = WinLaptop.of(19045, 6456, "Client", "Professional");
    assertEquals(Reason.TOOL_MISSING, Readings.why(WinPatches.read(old)));
  }

  @Test
  void a_search_that_found_part_of_them_knows_no_nothing() {
    for (String text :
        List.of(
            "search=3\ncount=0\n",
            "search=4\ncount=0\n",
            "search=2\n",
            "search=2\ncount=1\n",
            "count=0\n",
            found(update("5066835", "", "")),
            found(update("5066835", "", "security")))) {
      assertEquals(
          Reason.NOT_UNDERSTOOD,
          Readings.why(WinPatches.read(laptop().says(WinSearch.SEARCH, text))),
          text);
    }
    assertEquals(
        List.of("KB5066835"),
        pending(
            laptop()
                .says(
                    WinSearch.SEARCH, "search=3\ncount=9\n\n" + update("5066835", "", SECURITY))));
  }

  @Test
  void missing_denied_late_and_failed_searches_are_not_known() {
    for (var one :
        List.of(
            new Answer.Missing(),
            new Answer.Denied(),
            new Answer.TimedOut(),
            new Answer.Failed("0x80240438"))) {
      Readings.why(WinPatches.read(laptop().answers(WinSearch.SEARCH, one)));
    }
    String text = found(update("5066835", "Critical", SECURITY));
    Garbled.eachAnswer(text, answer -> WinPatches.read(laptop().answers(WinSearch.SEARCH, answer)));
  }

  @Test
  void the_table_says_where_each_row_is_from_and_refuses_what_is_none() {
    Revisions table = Revisions.shipped();
    assertTrue(table.rows().size() >= 10);
    assertTrue(table.rows().stream().noneMatch(row -> row.published().isAfter(table.asOf())));
    String head = "# data-as-of: 2026-11-10\nbuild\tkind\trevision\tpublished\tsource\n";
    for (String row :
        List.of(
            "x\tclient\t1\t2026-01-01\tx",
            "19045\tphone\t1\t2026-01-01\tx",
            "19045\tclient\t-1\t2026-01-01\tx",
            "19045\tclient\t1\tlately\tx",
            "19045\tclient\t1\t2026-01-01\t")) {
      assertThrows(IllegalArgumentException.class, () -> Revisions.of(head + row), row);
    }
  }
}
