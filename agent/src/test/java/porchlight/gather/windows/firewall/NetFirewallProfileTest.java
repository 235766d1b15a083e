package porchlight.gather.windows.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static porchlight.gather.Readings.known;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.gather.linux.Told;
import porchlight.gather.windows.FromCaptures;
import porchlight.gather.windows.Keys;
import porchlight.gather.windows.Registry;
import porchlight.gather.windows.Wmi;
import porchlight.machine.Answer;
import porchlight.machine.ReadRegistry;

/** What PowerShell printed of real profiles, as the registry has the same. */
class NetFirewallProfileTest {
  private static final FwProfile ON = new FwProfile(true, false, false, false, true);
  private static final FwProfile OFF = new FwProfile(false, false, false, false, true);
  private static final Map<String, String> KEYS =
      Map.of("Domain", "DomainProfile", "Private", "StandardProfile", "Public", "PublicProfile");

  /** What was not set stands in no value. */
  private static final Map<String, Integer> NUMBERS =
      Map.of("TRUE", 1, "1", 1, "FALSE", 0, "0", 0, "Block", 1, "4", 1, "Allow", 0);

  private static List<Wmi.Instance> printed(String file) {
    String path = "netfirewallprofile/" + file;
    String text = file.endsWith(".json") ? FromCaptures.wmi(path, "") : FromCaptures.listed(path);
    return known(Wmi.read(new Told().says(ANY, text), ANY)).stream()
        .filter(one -> one.text("Name").isPresent())
        .toList();
  }

  private static final porchlight.machine.ReadWmi ANY =
      new porchlight.machine.ReadWmi(
          "ROOT\\StandardCimv2", "MSFT_NetFirewallProfile", List.of("Name"));

  private static String key(Wmi.Instance profile) {
    return KEYS.getOrDefault(profile.text("Name").orElse(""), "");
  }

  private static String export(String tree, List<Wmi.Instance> profiles) {
    var text = new StringBuilder(Keys.header(tree));
    for (Wmi.Instance one : profiles) {
      var lines = new ArrayList<String>();
      value(one, "Enabled").ifPresent(on -> lines.add(line("EnableFirewall", on)));
      one.text("DefaultInboundAction")
          .filter(word -> !word.equals("0")) // not configured; a block is 4
          .map(NUMBERS::get)
          .ifPresent(blocks -> lines.add(line("DefaultInboundAction", blocks)));
      value(one, "AllowInboundRules")
          .ifPresent(rules -> lines.add(line("DoNotAllowExceptions", 1 - rules)));
      value(one, "AllowLocalFirewallRules")
          .ifPresent(own -> lines.add(line("AllowLocalPolicyMerge", own)));
      text.append(Keys.with(tree + "\\" + key(one), lines.toArray(String[]::new)));
    }
    return text.toString();
  }

  private static Optional<Integer> value(Wmi.Instance one, String name) {
    return one.text(name).map(NUMBERS::get);
  }

  private static String line(String name, int number) {
    return '"' + name + "\"=dword:0000000" + number;
  }

  private static Map<String, FwProfile> profiles(String file) {
    List<Wmi.Instance> printed = printed(file);
    Registry registry =
        known(Registry.read(FwRegistry.OWN, new Answer.Said(0, export(FwRegistry.TREE, printed))));
    var profiles = new TreeMap<String, FwProfile>();
    for (Wmi.Instance one : printed) {
      profiles.put(
          key(one), known(FwRegistry.profile(registry, FwRegistry.TREE + "\\" + key(one))));
    }
    return profiles;
  }

  @Test
  void what_is_not_configured_blocks_where_the_firewall_is_on() {
    assertEquals(
        Map.of("DomainProfile", ON, "StandardProfile", ON, "PublicProfile", ON),
        profiles("en-server2019-dc-all-enabled-notconfigured.txt"));
    assertEquals(
        Map.of("DomainProfile", ON), profiles("fr-win11-domain-enabled-notconfigured.txt"));
    assertEquals(
        Map.of("StandardProfile", ON, "PublicProfile", ON),
        profiles("json-win10-private-public-enabled.json"));
  }

  @Test
  void what_somebody_turned_off_is_off() {
    assertEquals(Map.of("DomainProfile", OFF), profiles("nl-server-domain-disabled.txt"));
  }

  @Test
  void where_a_policy_leaves_out_the_laptops_own_rules_they_are_left_out() {
    String tree = "HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall";
    var told = new Told();
    for (ReadRegistry question : FwPolicies.QUESTIONS.toArray(ReadRegistry[]::new)) {
      told.says(question, Keys.absent(question));
    }
    told.says(
        FwPolicies.BY_GROUP, export(tree, printed("en-win11-activestore-local-rules-ignored.txt")));
    var own =
        new FwState(FwProfile.DOMAIN, Map.of(FwProfile.DOMAIN, OFF), Reading.known(List.of()));
    assertEquals(
        Map.of(FwProfile.DOMAIN, new FwProfile(true, false, false, false, false)),
        known(known(FwPolicies.read(told)).over(own)).profiles());
  }
}
