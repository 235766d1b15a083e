package porchlight.gather.windows.browsers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.gather.browsers.ChromiumPolicies;
import porchlight.gather.windows.Registry;
import porchlight.json.tree.Json;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;

/** Where a maker of a browser of Chromium's kind looks for policies in the registry. */
record Vendor(
    String path,
    ReadRegistry managed,
    ReadRegistry recommended,
    ReadRegistry personsManaged,
    ReadRegistry personsRecommended) {
  private static final String LEVEL = "SafeBrowsingProtectionLevel";
  private static final String NAMES_MODE = "DnsOverHttpsMode";

  /** These are obeyed only on machines that a company manages. */
  static final List<String> OF_COMPANIES =
      List.of(LEVEL, "SafeBrowsingEnabled", "SmartScreenEnabled");

  static final List<Vendor> ALL =
      List.of(
          vendor("Google\\Chrome"),
          vendor("Chromium"),
          vendor("BraveSoftware\\Brave"),
          vendor(WinBrowsers.EDGE),
          vendor("Vivaldi"));

  /** All that may be asked. */
  static final List<Question> QUESTIONS = questions();

  private static Vendor vendor(String path) {
    String machine = "HKLM\\SOFTWARE\\Policies\\" + path;
    String person = "HKU\\*\\Software\\Policies\\" + path;
    return new Vendor(
        path,
        new ReadRegistry(machine, ChromiumPolicies.NAMES),
        new ReadRegistry(machine + "\\Recommended", ChromiumPolicies.NAMES),
        new ReadRegistry(person, ChromiumPolicies.NAMES),
        new ReadRegistry(person + "\\Recommended", ChromiumPolicies.NAMES));
  }

  static Vendor of(String path) {
    return ALL.stream().filter(one -> one.path.equals(path)).findFirst().orElseThrow();
  }

  private static List<Question> questions() {
    var all = new ArrayList<Question>();
    for (Vendor one : ALL) {
      all.addAll(List.of(one.managed, one.recommended, one.personsManaged, one.personsRecommended));
    }
    return List.copyOf(all);
  }

  /** What one policy says; how names are asked for is a text, all others are numbers. */
  static Reading<Optional<Json>> value(Registry registry, String key, String name) {
    return name.equals(NAMES_MODE)
        ? registry.text(key, name).map(text -> text.map(Json.Str::new))
        : registry.number(key, name).map(number -> number.map(value -> json(name, value)));
  }

  /** The registry has numbers where policies have truths. */
  static Json json(String name, long number) {
    boolean truth = !name.equals(LEVEL) && (number == 0 || number == 1);
    return truth ? new Json.Bool(number == 1) : new Json.Num(Long.toString(number));
  }

  /** The same of a truth that may not be there. */
  static Optional<Json> json(Optional<Long> number) {
    return number.map(value -> json("", value));
  }
}
