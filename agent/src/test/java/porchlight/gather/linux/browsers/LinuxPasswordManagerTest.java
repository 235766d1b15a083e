package porchlight.gather.linux.browsers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.PasswordManager;
import porchlight.facts.PasswordManager.Keeper;
import porchlight.facts.PasswordManager.Place;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Broken;
import porchlight.gather.PasswordManagers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;

class LinuxPasswordManagerTest {
  /** The extension of the captures stands in for a manager of Chromium's. */
  private static final PasswordManagers STAND_IN =
      PasswordManagers.of(
          """
          # data-as-of: 2026-11-22
          name\tchromium\tfirefox\tprograms\tused\tsource
          Stand-in\tjeacofohippadljkjjkhdocjklljjlaf\t\tusr/bin/stand-in ~/stand-in\t.config/stand-in\ttest
          """);

  private static final String FIREFOX = "/home/ann/.config/mozilla/firefox/";

  /** The capture has KeePassXC's and Browserpass's extensions; the table's first is told. */
  private static final Keeper OF_FIREFOX = new Keeper.Dedicated("Browserpass");

  private static final Keeper STANDS_IN = new Keeper.Dedicated("Stand-in");
  private static final Keeper BUILT_IN = new Keeper.BuiltIn();

  @TempDir Path root = Path.of("");
  private Laptop laptop = new Laptop(root);

  @BeforeEach
  void ann() {
    laptop = Laptop.of(root);
  }

  private static List<Place> places(Reading<PasswordManager> read) {
    var known = assertInstanceOf(Reading.Known.class, read);
    return assertInstanceOf(PasswordManager.class, known.value()).places();
  }

  private Keeper keeper() {
    return keeper(LinuxPasswordManager.read(laptop.machine()));
  }

  private Keeper standIn() {
    return keeper(LinuxPasswordManager.read(laptop.machine(), STAND_IN));
  }

  private static Keeper keeper(Reading<PasswordManager> read) {
    List<Place> places = places(read);
    assertEquals(1, places.size(), places.toString());
    return places.get(0).keeper();
  }

  private static Reason unclear(Keeper keeper) {
    var unclear = assertInstanceOf(Keeper.Unclear.class, keeper);
    assertFalse(unclear.detail().contains("ann"), unclear.detail());
    return unclear.reason();
  }

  @Test
  void without_a_browser_there_is_nothing() {
    assertEquals(List.of(), places(LinuxPasswordManager.read(laptop.machine())));
  }

  @Test
  void what_real_browsers_left_is_read_as_they_said_themselves() {
    assertEquals(OF_FIREFOX, keeperOf("firefox-keepassxc"));
    assertEquals(BUILT_IN, keeperOf("firefox-keepassxc-disabled"));
    assertEquals(BUILT_IN, keeperOf("firefox-default"));
    assertEquals(new Keeper.Nothing(), keeperOf("firefox-off"));
    assertEquals(BUILT_IN, keeperOf("chromium-default"));
    assertEquals(new Keeper.Nothing(), keeperOf("chromium-off"));
    assertEquals(new Keeper.Nothing(), keeperOf("chromium-policy-off"));
    assertEquals(BUILT_IN, keeperOf("chromium-manager")); // nobody knows that extension
  }

  private Keeper keeperOf(String capture) {
    laptop = Laptop.of(root.resolve(capture)).with(capture);
    return keeper();
  }

  @Test
  void an_extension_of_chromium_counts_while_it_runs() {
    laptop.with("chromium-manager");
    assertEquals(STANDS_IN, standIn());
    laptop.with("chromium-manager-disabled");
    assertEquals(BUILT_IN, standIn());
  }

  @Test
  void an_extension_as_older_versions_wrote_it_counts_while_it_runs() {
    laptop.with("chromium-default");
    String entry = "{\"extensions\":{\"settings\":{\"jeacofohippadljkjjkhdocjklljjlaf\":{%s}}}}";
    for (String runs :
        List.of("\"location\":1,\"state\":1", "\"location\":1,\"state\":1,\"disable_reasons\":0")) {
      laptop.write("/home/ann/.config/chromium/Default/Preferences", String.format(entry, runs));
      assertEquals(STANDS_IN, standIn(), runs);
    }
    for (String not :
        List.of(
            "\"location\":1,\"state\":0",
            "\"location\":1,\"state\":1,\"disable_reasons\":1",
            "\"state\":1",
            "\"location\":1,\"state\":2",
            "\"location\":1,\"disable_reasons\":[8192]")) {
      laptop.write("/home/ann/.config/chromium/Default/Preferences", String.format(entry, not));
      assertEquals(BUILT_IN, standIn(), not);
    }
  }

  @Test
  void a_program_counts_where_it_is_installed_and_was_started() {
    laptop.with("chromium-default").write("/usr/bin/stand-in", "");
    assertEquals(BUILT_IN, standIn());
    laptop.write("/home/ann/.config/stand-in/x", "");
    assertEquals(STANDS_IN, standIn());
  }

  @Test
  void a_program_in_the_home_counts_and_one_that_is_gone_is_unclear() {
    laptop.with("chromium-default").write("/home/ann/.config/stand-in/x", "");
    assertEquals(Reason.NOT_SUPPORTED, unclear(standIn()));
    laptop.write("/home/ann/stand-in", "");
    assertEquals(STANDS_IN, standIn());
  }

  @Test
  void a_program_counts_for_people_without_a_browser_and_in_any_browser() {
    laptop.write("/home/ann/stand-in", "").write("/home/ann/.config/stand-in/x", "");
    assertEquals(
        new Place("ann", "", "", STANDS_IN),
        places(LinuxPasswordManager.read(laptop.machine(), STAND_IN)).get(0));
    laptop.write("/home/ann/.config/opera/x", "");
    assertEquals(
        new Place("ann", "Opera", "", STANDS_IN),
        places(LinuxPasswordManager.read(laptop.machine(), STAND_IN)).get(0));
  }

  @Test
  void every_profile_counts_for_itself() {
    laptop
        .with("firefox-keepassxc")
        .write(FIREFOX + "zzzzzzzz.Second/prefs.js", "")
        .write(FIREFOX + "zzzzzzzz.Second/extensions.json", "{\"addons\":[]}");
    assertEquals(
        new HashSet<>(List.of(OF_FIREFOX, BUILT_IN)),
        new HashSet<>(
            places(LinuxPasswordManager.read(laptop.machine())).stream()
                .map(Place::keeper)
                .toList()));
  }

  @Test
  void a_list_of_addons_that_is_missing_or_not_understood_is_unclear() {
    laptop.with("firefox-keepassxc");
    for (String text :
        List.of(
            "",
            "{}",
            "[]",
            "{\"addons\":{}}",
            "{\"addons\":[7]}",
            "{\"addons\":[{\"id\":\"a\"}]}",
            "{\"addons\":[{\"id\":\"a\",\"active\":1}]}",
            "{\"addons\":[")) {
      laptop.write(FIREFOX + "abcdefgh.default-esr/extensions.json", text);
      assertEquals(Reason.NOT_UNDERSTOOD, unclear(keeper()), text);
    }
    laptop =
        Laptop.of(root.resolve("new"))
            .write(FIREFOX + "profiles.ini", "[Profile0]\nIsRelative=1\nPath=a\n")
            .write(FIREFOX + "a/prefs.js", "");
    assertEquals(Reason.TOOL_MISSING, unclear(keeper()));
  }

  @Test
  void a_broken_source_never_makes_a_manager_and_never_takes_one_away() {
    for (String capture : List.of("firefox-default", "firefox-keepassxc", "chromium-default")) {
      Laptop one = Laptop.of(root.resolve(capture)).with(capture);
      Keeper whole = keeper(LinuxPasswordManager.read(one.machine()));
      var asked = new ArrayList<Question>();
      LinuxPasswordManager.read(question -> {
        asked.add(question);
        return one.machine().ask(question);
      });
      assertTrue(asked.size() >= 6, asked.toString());
      for (Question broken : asked) {
        for (Answer answer : Broken.WAYS) {
          Machine machine =
              question ->
                  question.text().equals(broken.text()) ? answer : one.machine().ask(question);
          if (LinuxPasswordManager.read(machine)
              instanceof Reading.Known<PasswordManager>(var known)) {
            for (Place place : known.places()) {
              boolean fine =
                  place.keeper().equals(whole)
                      || place.keeper() instanceof Keeper.Unclear
                      || place.keeper() instanceof Keeper.NotDedicated;
              assertTrue(fine, capture + ": " + broken.text() + " " + answer + place);
            }
          }
        }
      }
    }
  }

  @Test
  void the_table_has_a_date_and_says_each_id_once() {
    PasswordManagers shipped = PasswordManagers.shipped();
    assertTrue(shipped.managers().size() >= 25, "only " + shipped.managers().size());
    var ids = new HashSet<String>();
    shipped
        .managers()
        .forEach(manager -> {
          manager.chromium().forEach(id -> assertTrue(id.matches("[a-p]{32}") && ids.add(id), id));
          manager
              .firefox()
              .forEach(id ->
                  assertTrue(id.matches("\\{[0-9a-f-]{36}}|[^ @]*@[^ @]+") && ids.add(id), id));
          assertEquals(manager.programs().isEmpty(), manager.used().isEmpty(), manager.name());
        });
    assertThrows(IllegalArgumentException.class, () -> PasswordManagers.of("Bitwarden\ta"));
  }
}
