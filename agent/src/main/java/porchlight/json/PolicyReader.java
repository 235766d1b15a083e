package porchlight.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import porchlight.checks.Antivirus;
import porchlight.checks.AutoLogin;
import porchlight.checks.AutoUpdates;
import porchlight.checks.CaptivePortal;
import porchlight.checks.Check;
import porchlight.checks.Clock;
import porchlight.checks.DiskEncryption;
import porchlight.checks.DnsEncryption;
import porchlight.checks.DnsFiltering;
import porchlight.checks.DnsIntegrity;
import porchlight.checks.DnsResolvers;
import porchlight.checks.Firewall;
import porchlight.checks.GatewayIdentity;
import porchlight.checks.HostsFile;
import porchlight.checks.ListeningServices;
import porchlight.checks.Management;
import porchlight.checks.NameBroadcast;
import porchlight.checks.OsPatches;
import porchlight.checks.OsSupport;
import porchlight.checks.PasswordManager;
import porchlight.checks.PhishingProtection;
import porchlight.checks.Place;
import porchlight.checks.Proxy;
import porchlight.checks.RebootPending;
import porchlight.checks.RemoteAccessTools;
import porchlight.checks.Reporting;
import porchlight.checks.RouterExposure;
import porchlight.checks.ScreenLock;
import porchlight.checks.Sharing;
import porchlight.checks.SystemIntegrity;
import porchlight.checks.TlsInterception;
import porchlight.checks.TrustedRoots;
import porchlight.checks.Vpn;
import porchlight.checks.WifiAutoJoin;
import porchlight.checks.WifiEncryption;
import porchlight.facts.NameBroadcast.Way;
import porchlight.facts.Network;
import porchlight.facts.Probes;
import porchlight.facts.RemoteTools.Tool;
import porchlight.facts.Sharing.Kind;
import porchlight.policy.PlaceRules;
import porchlight.policy.Policy;
import porchlight.policy.Rule;
import porchlight.policy.Severity;

/** Reads a policy: see the comments of {@code config/policy.json}. */
public final class PolicyReader {
  /** The resource that holds the policy that the agent carries. */
  public static final String PACKED = "/porchlight/config/policy.json";

  private static final int LONGEST_LIST_AGE = 3650;

  /** Every kind of check, and what it makes of a rule's parameters. */
  private static final Map<String, Function<Fields, Check>> KINDS = kinds();

  private static Map<String, Function<Fields, Check>> kinds() {
    var kinds = new LinkedHashMap<String, Function<Fields, Check>>();
    kinds.put(Check.idOf(WifiEncryption.class), WifiRule::read);
    kinds.put(Check.idOf(Firewall.class), rule -> new Firewall());
    kinds.put(
        Check.idOf(ListeningServices.class),
        rule -> new ListeningServices(rule.forms("allowed", PORTS, PortsWord::read)));
    kinds.put(
        Check.idOf(DnsResolvers.class),
        rule ->
            new DnsResolvers(
                rule.forms("allowed", RANGE, Network::of),
                rule.forms("refused", RANGE, Network::of)));
    kinds.put(Check.idOf(Vpn.class), rule -> new Vpn(rule.truth("required", false)));
    kinds.put(
        Check.idOf(OsPatches.class),
        rule -> new OsPatches(rule.integer("maximumListAgeDays", 0, LONGEST_LIST_AGE, 7)));
    kinds.put(
        Check.idOf(OsSupport.class), rule -> new OsSupport(rule.truth("extendedCounts", false)));
    kinds.put(Check.idOf(DiskEncryption.class), rule -> new DiskEncryption());
    kinds.put(Check.idOf(RebootPending.class), rule -> new RebootPending());
    kinds.put(Check.idOf(AutoUpdates.class), rule -> new AutoUpdates());
    kinds.put(
        Check.idOf(HostsFile.class),
        rule -> new HostsFile(rule.forms("allowed", NAME, PolicyReader::name)));
    kinds.put(
        Check.idOf(ScreenLock.class),
        rule -> new ScreenLock(rule.integer("maximumMinutes", 1, 1440, 15)));
    kinds.put(Check.idOf(WifiAutoJoin.class), rule -> new WifiAutoJoin());
    kinds.put(Check.idOf(AutoLogin.class), rule -> new AutoLogin());
    kinds.put(
        Check.idOf(DnsEncryption.class),
        rule -> new DnsEncryption(rule.truth("authenticated", false)));
    kinds.put(
        Check.idOf(Clock.class), rule -> new Clock(rule.integer("maximumAgeDays", 1, 365, 1)));
    kinds.put(
        Check.idOf(Reporting.class),
        rule -> new Reporting(rule.integer("maximumHours", 1, 720, 8)));
    kinds.put(
        Check.idOf(NameBroadcast.class),
        rule -> new NameBroadcast(rule.forms("allowed", WAY, PolicyReader::way)));
    kinds.put(
        Check.idOf(GatewayIdentity.class),
        rule -> new GatewayIdentity(rule.integer("newForDays", 0, 365, 3)));
    kinds.put(Check.idOf(Place.class), PlaceReader::check);
    kinds.put(Check.idOf(PhishingProtection.class), rule -> new PhishingProtection());
    kinds.put(
        Check.idOf(Proxy.class),
        rule -> new Proxy(rule.forms("allowed", HOST, PolicyReader::host)));
    kinds.put(Check.idOf(PasswordManager.class), PolicyReader::passwordManager);
    kinds.put(Check.idOf(RemoteAccessTools.class), PolicyReader::remoteAccessTools);
    kinds.put(
        Check.idOf(Antivirus.class),
        rule ->
            new Antivirus(
                rule.truth("demanded", false), rule.integer("maximumAgeDays", 1, 365, 7)));
    kinds.put(
        Check.idOf(SystemIntegrity.class),
        rule -> new SystemIntegrity(rule.truth("secureBoot", false)));
    kinds.put(
        Check.idOf(Management.class),
        rule ->
            new Management(
                rule.truth("demanded", false), rule.forms("servers", HOST, PolicyReader::host)));
    kinds.put(
        Check.idOf(TrustedRoots.class),
        rule -> new TrustedRoots(rule.forms("allowed", AUTHORITY, PolicyReader::authority)));
    kinds.put(Check.idOf(Sharing.class), PolicyReader::sharing);
    kinds.put(Check.idOf(DnsIntegrity.class), rule -> new DnsIntegrity());
    kinds.put(
        Check.idOf(DnsFiltering.class), rule -> new DnsFiltering(rule.truth("demanded", false)));
    kinds.put(Check.idOf(CaptivePortal.class), rule -> new CaptivePortal());
    kinds.put(
        Check.idOf(TlsInterception.class),
        rule -> new TlsInterception(rule.forms("allowed", ReachReader.PIN, ReachReader::pin)));
    kinds.put(Check.idOf(RouterExposure.class), rule -> new RouterExposure());
    return kinds;
  }

  private static final String PORTS = "ports such as 22/tcp or 1000-2000/udp";
  private static final String NAME = "a name such as example.com";
  private static final String WAY = "one of llmnr, mdns, netbios";
  private static final String HOST = "a host such as proxy.example.com";
  private static final String AUTHORITY = "a certificate's name such as Example Root CA";
  private static final String RANGE = "an address or a range such as 192.168.0.0/16";

  private PolicyReader() {}

  /** The names of all checks there are. */
  public static Set<String> checks() {
    return KINDS.keySet();
  }

  /** The policy that the agent carries: the very file {@code config/policy.json}. */
  public static Policy packed() {
    try (InputStream in = PolicyReader.class.getResourceAsStream(PACKED)) {
      byte[] bytes = Objects.requireNonNull(in, PACKED).readAllBytes();
      return read("policy.json", new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * The policy in that text.
   *
   * @param source the file as the operator knows it, for messages
   * @throws Refused when it is not one
   */
  public static Policy read(String source, String text) {
    Fields fields = Fields.read(source, text);
    int revision = fields.integer("revision", 1, Integer.MAX_VALUE);
    Policy.Tells tells =
        fields
            .objectIfThere("tells")
            .map(PolicyReader::tells)
            .orElse(new Policy.Tells(true, false));
    PlaceRules places =
        fields.objectIfThere("place").map(PlaceReader::read).orElse(PlaceRules.NONE);
    var rules = new ArrayList<Rule>();
    var seen = new HashSet<String>();
    for (Fields rule : fields.objects("rules")) {
      rules.add(rule(rule, seen));
    }
    Probes probes = fields.objectIfThere("probes").map(ProbesReader::read).orElse(Probes.USUAL);
    fields.finish();
    if (rules.isEmpty()) {
      throw fields.wrong("rules", "at least one rule");
    }
    return new Policy(revision, tells, probes, places, rules);
  }

  private static Policy.Tells tells(Fields fields) {
    var tells =
        new Policy.Tells(fields.truth("deviceName", true), fields.truth("networkNames", false));
    fields.finish();
    return tells;
  }

  private static Rule rule(Fields fields, Set<String> seen) {
    String id = fields.text("check");
    Function<Fields, Check> kind = KINDS.get(id);
    if (kind == null) {
      throw fields.refused(
          "check",
          "unknown check "
              + Fields.quoted("\"" + id + "\"")
              + DidYouMean.tail(KINDS.keySet(), id, "known: " + String.join(", ", KINDS.keySet())));
    }
    if (!seen.add(id)) {
      throw fields.refused("check", "\"" + id + "\" has a rule already");
    }
    Rule everywhere = rule(fields, kind);
    return fields
        .objectIfThere("places")
        .map(places ->
            new Rule(
                everywhere.severity(),
                everywhere.check(),
                PlacesReader.read(fields, places, merged -> rule(merged, kind))))
        .orElse(everywhere);
  }

  private static Rule rule(Fields fields, Function<Fields, Check> kind) {
    Severity severity = fields.word("severity", severities(), Severity::of);
    Check check = kind.apply(fields);
    fields.has("check");
    fields.has("places");
    fields.finish();
    return new Rule(severity, check);
  }

  private static Check passwordManager(Fields rule) {
    var words = new ArrayList<String>();
    for (PasswordManager.Demand demand : PasswordManager.Demand.values()) {
      words.add(demand.word());
    }
    return new PasswordManager(
        rule.word("demand", words, PasswordManager.Demand::of, PasswordManager.Demand.DEDICATED));
  }

  private static Check remoteAccessTools(Fields rule) {
    var words = new ArrayList<String>();
    for (Tool tool : Tool.values()) {
      words.add(tool.word());
    }
    return new RemoteAccessTools(
        rule.forms("allowed", "one of " + String.join(", ", words), Tool::of));
  }

  private static Check sharing(Fields rule) {
    var words = new ArrayList<String>();
    for (Kind kind : Kind.values()) {
      words.add(kind.word());
    }
    return new Sharing(rule.forms("allowed", "one of " + String.join(", ", words), Kind::of));
  }

  private static Optional<String> authority(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(text);
  }

  private static List<String> severities() {
    var words = new ArrayList<String>();
    for (Severity severity : Severity.values()) {
      words.add(severity.word());
    }
    return words;
  }

  private static Optional<String> name(String text) {
    return text.matches("[a-z0-9_-]+([.][a-z0-9_-]+)+") ? Optional.of(text) : Optional.empty();
  }

  private static Optional<Way> way(String word) {
    return Stream.of(Way.values()).filter(way -> way.word().equals(word)).findFirst();
  }

  private static Optional<String> host(String text) {
    return text.matches("[a-z0-9:._-]+") ? Optional.of(text) : Optional.empty();
  }
}
