package porchlight.gather.macos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.json.tree.Json;
import porchlight.json.tree.PropertyList;

/** Both forms of property lists. */
class ListsTest {
  private static final String HEAD = "<?xml version=\"1.0\"?><plist version=\"1.0\">";

  @Test
  void every_captured_xml_list_is_read_but_the_one_with_a_flaw() {
    var list =
        PropertyList.of(
                MacCaptures.text(
                    "known-networks/com.apple.wifi.known-networks_3-networks_open-wpa2-wpa3.plist"))
            .flatMap(Json::asObject)
            .orElseThrow();
    assertEquals(3, list.members().size());
    var old =
        MacCaptures.text(
            "known-networks/com.apple.airport.preferences_KnownNetworks_10.10-10.15.plist");
    assertTrue(PropertyList.of(old).isPresent(), "data are not looked into");
  }

  @Test
  void every_kind_of_value_is_read() {
    assertEquals(
        Optional.of(
            new Json.Obj(
                Map.of(
                    "a", new Json.Arr(List.of(new Json.Num("-1"), new Json.Bool(true))),
                    "b", new Json.Str("<x>"),
                    "c", new Json.Str("QUJD"),
                    "d", new Json.Bool(false)))),
        PropertyList.of(
            HEAD
                + "<dict><key>a</key><array><integer>-1</integer><true/></array>"
                + "<key>b</key><string>&lt;x&gt;</string><key>c</key><data>\n QU\n JD</data>"
                + "<key>d</key><false/></dict></plist>"));
  }

  @Test
  void a_list_that_declares_fetches_or_repeats_is_none() {
    for (String bad :
        List.of(
            "",
            "bplist00",
            HEAD,
            HEAD + "<dict><key>a</key></dict></plist>",
            HEAD + "<dict><key>a</key><true/><key>a</key><false/></dict></plist>",
            HEAD + "<integer>1</integer><integer>1</integer></plist>",
            HEAD + "<string>a</string></plist><plist/>",
            HEAD + "<string>&x;</string></plist>",
            "<!DOCTYPE plist [<!ENTITY x SYSTEM"
                + " \"file:///etc/passwd\">]><plist><string>&x;</string></plist>",
            HEAD + "<array>".repeat(5000) + "</array>".repeat(5000) + "</plist>")) {
      assertEquals(
          Optional.empty(), PropertyList.of(bad), bad.substring(0, Math.min(80, bad.length())));
    }
  }

  @Test
  void what_defaults_prints_is_read() {
    var list =
        DefaultsText.of(
                MacCaptures.text("softwareupdate/defaults-SoftwareUpdate_up-to-date_10.15.7.txt"))
            .flatMap(Json::asObject)
            .orElseThrow();
    assertEquals(Optional.of("1"), list.text("AutomaticallyInstallMacOSUpdates"));
    assertEquals(Optional.of("2020-10-10 14:14:38 +0000"), list.text("LastSuccessfulDate"));
    assertEquals(Optional.of(new Json.Arr(List.of())), list.get("RecommendedUpdates"));
    assertEquals(
        Optional.of(new Json.Str("a\"b\u00e9\n")), DefaultsText.of("\"a\\\"b\\U00e9\\n\""));
    assertTrue(DefaultsText.of("{ a = {length = 3, bytes = 0x010203}; b = <01 02>; }").isPresent());
  }

  @Test
  void what_defaults_never_prints_is_nothing() {
    for (String bad :
        List.of(
            "",
            "{",
            "{ a = 1 }",
            "{ a = 1; a = 2; }",
            "( a",
            "{} {}",
            "\"",
            "\"\\U00",
            "{ = 1; }",
            "(".repeat(9999))) {
      assertEquals(Optional.empty(), DefaultsText.of(bad), bad);
    }
  }
}
