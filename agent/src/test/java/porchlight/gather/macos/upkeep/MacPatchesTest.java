package porchlight.gather.macos.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;
import static porchlight.gather.macos.upkeep.UpkeptMac.mac;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Patches.Pending;
import porchlight.facts.Reason;
import porchlight.gather.linux.Told;
import porchlight.gather.macos.MacCaptures;
import porchlight.gather.macos.MacVersion;
import porchlight.gather.macos.SwVers;
import porchlight.machine.Answer;

/** What waits to be installed on a Mac. */
class MacPatchesTest {
  private static final String NOTHING = "No new software available.\n";

  private static String settings(String date, String... updates) {
    return "{\n LastSuccessfulDate = \""
        + date
        + "\";\n LastRecommendedUpdatesAvailable = "
        + updates.length
        + ";\n RecommendedUpdates = (\n"
        + String.join(",\n", updates)
        + ");\n}\n";
  }

  private static String update(String name, String version, String identifier) {
    return "{ \"Display Name\" = \""
        + name
        + "\"; \"Display Version\" = \""
        + version
        + "\"; Identifier = \""
        + identifier
        + "\"; }";
  }

  private static List<String> pending(Told mac) {
    return known(MacPatches.read(mac)).pending().stream().map(Pending::name).toList();
  }

  private static SwVers running(String version, String build) {
    return new SwVers("macOS", MacVersion.of(version).orElseThrow(), "", build);
  }

  @Test
  void nothing_waits_when_macos_says_so_and_says_when_it_looked() {
    String captured =
        MacCaptures.text("softwareupdate/defaults-SoftwareUpdate_up-to-date_10.15.7.txt");
    var mac = mac("10.15.8", "19H2026", captured);
    var patches = known(MacPatches.read(mac));
    assertEquals(List.of(), patches.pending());
    assertEquals(Instant.parse("2020-10-10T14:14:38Z"), patches.asOf());
    assertFalse(mac.asked().contains(SoftwareUpdate.LIST.text()), "and nothing slow is asked");
  }

  @Test
  void what_the_table_knows_waits_even_when_macos_has_not_told() {
    var mac = mac("15.7.9", "24G830", settings("2026-09-20 09:00:00 +0000"));
    var patches = known(MacPatches.read(mac));
    assertEquals(List.of(new Pending("macOS 15.8.1", "15.7.9", "15.8.1")), patches.pending());
    assertEquals(List.of(), pending(mac("15.9", "24J1", settings("2026-09-20 09:00:00 +0000"))));
    assertEquals(List.of(), pending(mac("28.0", "27A1", settings("2027-09-20 09:00:00 +0000"))));
  }

  @Test
  void another_major_version_is_no_patch_and_neither_is_what_runs_already() {
    assertEquals(
        List.of("Safari", "macOS Sequoia 15.8.2"),
        pending(
            mac(
                "15.8.1",
                "24H32",
                settings(
                    "2026-10-20 09:00:00 +0000",
                    update("macOS Tahoe 26.7.1", "26.7.1", "MSU_UPDATE_25G241_patch_26.7.1_major"),
                    update("macOS Tahoe 26.7", "26.7", "macOS Tahoe 26.7-25G229"),
                    update("macOS Sequoia 15.8.2", "15.8.2", "MSU_UPDATE_24H40_patch_15.8.2_minor"),
                    update("macOS Sequoia 15.8.1", "15.8.1", "MSU_UPDATE_24H32_patch_15.8.1_minor"),
                    update("macOS Sequoia 15.8", "15.8", "MSU_UPDATE_24H23_patch_15.8_minor"),
                    update("macOS Sequoia 15.9 Beta", "15.9", "MSU_UPDATE_24J1_patch_15.9_minor"),
                    update("Command Line Tools for Xcode 26.6", "26.6", "Command Line Tools"),
                    update("Safari", "26.1", "Safari26.1SequoiaAuto")))));
  }

  @Test
  void a_quick_fix_and_a_supplement_of_the_running_version_wait() {
    String fix = "MSU_UPDATE_22F770820d_patch_13.4.1_rsr";
    assertTrue(new Offer("macOS RSR", "13.4.1 (c)", fix).waits(running("13.4.1", "22F82")));
    assertFalse(new Offer("macOS RSR", "13.4.1 (c)", fix).waits(running("13.4.1", "22F770820d")));
    assertTrue(
        new Offer("macOS Catalina 10.15.7 Supplemental Update", "10.15.7", "Supplemental")
            .waits(running("10.15.7", "19H2")));
    assertFalse(
        new Offer("macOS Ventura 13.3.1", "13.3.1", "macOS Ventura 13.3.1-22E261")
            .waits(running("13.3.1", "22E261")));
  }

  @Test
  void what_was_offered_for_weeks_waits_although_the_list_is_gone() {
    String stuck =
        MacCaptures.text("softwareupdate/defaults-SoftwareUpdate_stuck-nightly_15.7_trimmed.txt");
    assertEquals(List.of("macOS 15.7.9"), pending(mac("15.7.7", "24G720", stuck)));
    var mac = mac("15.8.1", "24H32", stuck);
    assertEquals(Reason.TOOL_MISSING, why(MacPatches.read(mac)), "and what else is not known");
    assertEquals(Reason.STALE, why(MacPatches.read(mac.says(SoftwareUpdate.LIST, NOTHING))));
  }

  @Test
  void a_newer_release_that_was_offered_once_and_is_not_listed_leaves_it_open() {
    String offered = "FirstOfferDateDictionary = { \"MSU_UPDATE_%s\" = 1; };\n}";
    String quiet = settings("2026-10-20 09:00:00 +0000");
    for (String newer : List.of("24J10_patch_15.9_minor", "24J10_full_15.9")) {
      String own = quiet.replace("}\n", offered.formatted(newer));
      assertEquals(Reason.STALE, why(MacPatches.read(mac("15.8.1", "24H32", own))), newer);
    }
    for (String other : List.of("25G241_patch_26.7.1_major", "24H32_patch_15.8.1_minor")) {
      String own = quiet.replace("}\n", offered.formatted(other));
      assertEquals(List.of(), pending(mac("15.8.1", "24H32", own)), other);
    }
  }

  @Test
  void an_update_that_shows_no_version_has_it_in_its_identifier() {
    var running = running("15.8.1", "24H32");
    String name = "macOS Update";
    assertFalse(new Offer(name, "", "MSU_UPDATE_25G241_patch_26.7.1_major").waits(running));
    assertFalse(new Offer(name, "", "MSU_UPDATE_25G241_full_26.7.1").waits(running));
    assertFalse(new Offer(name, "", "macOS Tahoe 26.7-25G229").waits(running));
    assertTrue(new Offer(name, "", "MSU_UPDATE_24H40_patch_15.8.2_minor").waits(running));
    assertTrue(new Offer(name, "", "macOS Sequoia 15.8.2-24H40").waits(running));
    assertTrue(new Offer(name, "", "words").waits(running), "what is not known may wait");
  }

  @Test
  void a_count_that_is_higher_than_the_list_is_long_makes_it_ask_again() {
    String lying = settings("2026-10-20 09:00:00 +0000").replace("Available = 0", "Available = 2");
    var mac = mac("15.8.1", "24H32", lying);
    assertEquals(Reason.TOOL_MISSING, why(MacPatches.read(mac)));
    mac.says(
        SoftwareUpdate.LIST,
        MacCaptures.text("softwareupdate/softwareupdate-l_safari_new-grammar_10.15.6.txt"));
    assertEquals(List.of("Safari"), pending(mac));
  }

  @ParameterizedTest
  @CsvSource({
    "softwareupdate-l_multiple-updates-available-noscan.txt, 2",
    "softwareupdate-l_no-update-available-noscan.txt, 0",
    "softwareupdate-l_safari_new-grammar_10.15.6.txt, 1",
    "softwareupdate-l_safari_old-grammar_10.14.6.txt, 1",
    "softwareupdate-l_update-available-noscan.txt, 1",
    "softwareupdate-l_update-available-scan.txt, 1",
    "softwareupdate-list_tahoe-26.6_2026.txt, 1",
  })
  void every_captured_list_is_read(String file, int count) {
    var offers =
        known(SoftwareUpdate.read(new Answer.Said(0, MacCaptures.text("softwareupdate/" + file))));
    assertEquals(count, offers.size());
    if (file.contains("safari")) {
      assertEquals("Safari", offers.getFirst().name());
      assertEquals("14.0", offers.getFirst().version());
    }
    if (file.contains("multiple")) {
      assertTrue(offers.stream().noneMatch(offer -> offer.waits(running("13.3.1", "22E261"))));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"softwareupdate-l_error-scan.txt", "softwareupdate-list_cannot-connect.txt"})
  void a_look_that_failed_knows_nothing(String file) {
    var said = new Answer.Said(0, MacCaptures.text("softwareupdate/" + file));
    assertEquals(Reason.NOT_UNDERSTOOD, why(SoftwareUpdate.read(said)));
  }

  @Test
  void nothing_may_be_said_among_the_messages() {
    assertEquals(
        List.of(),
        known(SoftwareUpdate.read(new Answer.Said(0, "Software Update Tool\n\n", NOTHING))));
  }

  @Test
  void a_source_that_is_missing_knows_nothing_of_what_waits() {
    assertEquals(Reason.TOOL_MISSING, why(MacPatches.read(new Told())));
    assertEquals(Reason.TOOL_MISSING, why(SoftwareUpdate.read(new Answer.Missing())));
  }

  @Test
  void a_list_that_is_not_understood_is_not_guessed() {
    for (String odd :
        List.of(
            "",
            "usage: softwareupdate",
            NOTHING + "Software Update found the following new or updated software:\n",
            """
            Software Update found the following new or updated software:
            * Label: x
            * Label: y
            """)) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(SoftwareUpdate.read(new Answer.Said(0, odd))), odd);
    }
  }
}
