package porchlight.gather.macos.wifi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.WifiAutoJoin;
import porchlight.facts.WifiAutoJoin.Profile;
import porchlight.facts.WifiAutoJoin.Unseen;
import porchlight.facts.WifiAutoJoin.Weakness;
import porchlight.gather.Answers;
import porchlight.gather.Told;
import porchlight.gather.macos.Refusal;
import porchlight.json.tree.Json;
import porchlight.json.tree.PropertyList;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * The list of known networks that macOS keeps since 11, by {@code plutil}. Root needs Full Disk
 * Access to read it.
 */
final class KnownNetworks {
  static final Run KNOWN =
      Run.of(
              "plutil",
              "-convert",
              "xml1",
              "-o",
              "-",
              "/Library/Preferences/com.apple.wifi.known-networks.plist")
          .hiding("<key>wifi\\.(?:network\\.)?ssid\\.(.*)</key>")
          .hiding("<string>wifi\\.(?:network\\.)?ssid\\.(.*)</string>")
          .hiding("<key>SSID</key>\\s*<data>\\s*([A-Za-z0-9+/=\\s]*?)\\s*</data>");

  private static final List<String> PREFIXES = List.of("wifi.network.ssid.", "wifi.ssid.");
  private static final String CALLED = "the list of known networks";
  private static final String SECURITY = "SupportedSecurityTypes";
  private static final String BY = "macOS";

  private KnownNetworks() {}

  static Reading<WifiAutoJoin> read(Answer answer) {
    return Told.read(
        KNOWN,
        CALLED,
        answer,
        said ->
            said.code() == 0
                ? PropertyList.of(said.text())
                    .flatMap(Json::asObject)
                    .map(KnownNetworks::read)
                    .orElseGet(() -> Answers.notUnderstood(KNOWN, said.text()))
                : Refusal.because(KNOWN, said));
  }

  private static Reading<WifiAutoJoin> read(Json.Obj root) {
    var weak = new ArrayList<Profile>();
    int networks = 0;
    Optional<Unseen> unseen = Optional.empty();
    for (var member : root.members().entrySet()) {
      var network = member.getValue().asObject();
      var security = network.flatMap(one -> one.text(SECURITY));
      var name = name(member.getKey());
      if (name.isEmpty() && security.isEmpty()) {
        continue; // settings of other kinds stand beside the networks
      }
      networks++;
      var joins = network.flatMap(KnownNetworks::joins);
      if (joins.isEmpty() || (joins.get() && !isKnown(security))) {
        unseen =
            Optional.of(
                new Unseen(
                    porchlight.facts.Reason.NOT_UNDERSTOOD,
                    "a saved network's settings are not understood"));
      } else if (joins.get()) {
        weakness(security.orElse(""))
            .ifPresent(kind ->
                weak.add(new Profile(name.orElse(Answers.brief(member.getKey())), kind, BY)));
      }
    }
    // A list of something else, or one that macOS keeps back, would look like one without networks.
    return networks == 0
        ? Answers.notUnderstood(KNOWN, "no network is in it")
        : Reading.known(new WifiAutoJoin.Saved(weak, networks, unseen));
  }

  private static Optional<String> name(String key) {
    return PREFIXES.stream()
        .filter(key::startsWith)
        .findFirst()
        .map(prefix -> Answers.brief(key.substring(prefix.length())));
  }

  /** Every network is joined unless its own switch says no; anything else there is not known. */
  private static Optional<Boolean> joins(Json.Obj network) {
    Optional<Json> disabled = network.get("AutoJoinDisabled");
    if (disabled.isEmpty()) {
      return Optional.of(true);
    }
    return disabled.get() instanceof Json.Bool(var off) ? Optional.of(!off) : Optional.empty();
  }

  private static boolean isKnown(Optional<String> security) {
    return security
        .filter(word ->
            weakness(word).isPresent()
                || word.matches("(WPA[23]?/)?WPA[23]? (Personal|Enterprise)"))
        .isPresent();
  }

  private static Optional<Weakness> weakness(String security) {
    return switch (security) {
      case "Open", "None" -> Optional.of(Weakness.OPEN);
      case "WEP", "Dynamic WEP" -> Optional.of(Weakness.WEP);
      case "OWE", "Enhanced Open", "Open/OWE", "OWE Transition" -> Optional.of(Weakness.OWE);
      default -> Optional.empty();
    };
  }
}
