package porchlight.deploy;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import porchlight.Golden;
import porchlight.json.Refused;
import porchlight.json.Setting;
import porchlight.json.SettingsReader;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;
import porchlight.json.tree.PropertyList;

/**
 * What administrators' tools are given of the settings comes from the one list of them; {@code
 * -Dgolden=accept} rewrites it.
 */
class DeployedSettingsTest {
  static final Path FOLDER = Path.of("../installer/deploy");
  private static final String DOMAIN = "com.porchlight.agent";

  private static Document xml(Path file) throws Exception {
    var builder =
        javax.xml.parsers.DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
    return builder.parse(file.toFile());
  }

  private static List<Element> elements(Document document, String name) {
    var found = new ArrayList<Element>();
    var nodes = document.getElementsByTagName(name);
    for (int at = 0; at < nodes.getLength(); at++) {
      found.add((Element) nodes.item(at));
    }
    return found;
  }

  @Test
  void the_group_policy_has_every_setting_once_in_its_own_type_and_every_word_of_it_is_there()
      throws Exception {
    Path admx = FOLDER.resolve("windows/Porchlight.admx");
    Path adml = FOLDER.resolve("windows/en-US/Porchlight.adml");
    Golden.check(admx, Admx.definitions(SettingText.all()));
    Golden.check(adml, Admx.words(SettingText.all()));
    Golden.check(FOLDER.resolve("intune/settings.tsv"), Admx.intune(SettingText.all()));

    var names = new ArrayList<String>();
    for (var type : List.of("text", "decimal", "multiText")) {
      elements(xml(admx), type).forEach(element -> names.add(element.getAttribute("valueName")));
    }
    assertEquals(words(), new TreeSet<>(names));
    assertEquals(Setting.values().length, names.size());
    var policies = elements(xml(admx), "policy");
    assertTrue(policies.stream().allMatch(policy -> policy.getAttribute("key").equals(Admx.KEY)));
    var ids = new TreeSet<String>();
    for (String kind : List.of("string", "presentation")) {
      elements(xml(adml), kind)
          .forEach(element -> ids.add("$(" + kind + "." + element.getAttribute("id") + ")"));
    }
    var asked = new TreeSet<String>();
    var ask = Pattern.compile("\\$\\([a-z]+\\.\\w+\\)").matcher(Files.readString(admx));
    while (ask.find()) {
      asked.add(ask.group());
    }
    assertEquals(ids, asked);
  }

  private static Set<String> words() {
    var words = new TreeSet<String>();
    for (Setting setting : Setting.values()) {
      words.add(setting.word());
    }
    return words;
  }

  @Test
  void a_number_s_bounds_are_the_reader_s() throws Exception {
    int numbers = 0;
    for (SettingText one : SettingText.all()) {
      if (one.kind() == SettingText.Kind.NUMBER) {
        numbers++;
        var bounds = one.bounds();
        for (int good : new int[] {bounds.least(), bounds.most()}) {
          assertDoesNotThrow(() -> read(one.word(), good));
        }
        for (int bad : new int[] {bounds.least() - 1, bounds.most() + 1}) {
          assertThrows(Refused.class, () -> read(one.word(), bad), one.word());
        }
      }
    }
    assertTrue(numbers >= 2);
  }

  private static void read(String word, int value) {
    SettingsReader.read("policy", "{\"" + word + "\": " + value + "}");
  }

  @Test
  void the_profile_for_macs_is_read_by_the_reader_of_settings_and_names_them_all()
      throws Exception {
    Path file = FOLDER.resolve("macos/porchlight-settings.mobileconfig");
    Golden.check(file, MacProfiles.settings(DOMAIN, SettingText.all()));
    var payload = payloads(file).getFirst();
    assertEquals(DOMAIN, payload.text("PayloadType").orElseThrow());
    var members = new LinkedHashMap<>(payload.members());
    members.keySet().removeIf(name -> name.startsWith("Payload"));
    var read = SettingsReader.read(file.toString(), JsonText.compact(new Json.Obj(members)));
    assertEquals("https://central.example", read.server().orElseThrow().toString());
    String text = Files.readString(file);
    for (String word : words()) {
      assertTrue(text.contains("<key>" + word + "</key>"), word);
    }
  }

  @Test
  void jamf_s_form_asks_for_every_setting() throws Exception {
    Path file = FOLDER.resolve("macos/jamf-schema.json");
    Golden.check(file, MacProfiles.schema(DOMAIN, SettingText.all()));
    var properties =
        JsonText.parse(Files.readString(file))
            .asObject()
            .flatMap(schema -> schema.get("properties"))
            .flatMap(Json::asObject)
            .orElseThrow();
    assertEquals(words(), new TreeSet<>(properties.members().keySet()));
  }

  /** The rights that a Mac's management gives are for the files that the package brings. */
  @Test
  void the_profile_of_rights_names_our_job_and_our_java() throws Exception {
    Path file = FOLDER.resolve("macos/porchlight-rights.mobileconfig");
    var types = payloads(file).stream().map(one -> one.text("PayloadType").orElse("")).toList();
    assertEquals(
        List.of("com.apple.TCC.configuration-profile-policy", "com.apple.servicemanagement"),
        types);
    String text = Files.readString(file);
    assertTrue(text.contains("<string>" + DOMAIN + "</string>"), text);
    assertTrue(text.contains("/Library/Application Support/Porchlight/runtime/bin/java"), text);
  }

  private static List<Json.Obj> payloads(Path file) throws Exception {
    var profile =
        PropertyList.of(Files.readString(file, StandardCharsets.UTF_8))
            .flatMap(Json::asObject)
            .orElseThrow();
    return profile.get("PayloadContent").flatMap(Json::asItems).orElseThrow().stream()
        .map(item -> item.asObject().orElseThrow())
        .toList();
  }
}
