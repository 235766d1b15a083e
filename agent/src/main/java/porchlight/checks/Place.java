package porchlight.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porchlight.checks.PlaceKind.Sure;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Lan;
import porchlight.facts.Place.By;
import porchlight.facts.Place.Kind;
import porchlight.facts.Place.Label;
import porchlight.facts.Place.Met;
import porchlight.facts.Place.Proof;
import porchlight.facts.Place.Sign;
import porchlight.facts.Place.Spot;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Vpn;
import porchlight.facts.Wifi;

/**
 * What kind of place this is, and whether this laptop was here before.
 *
 * @param refused kinds of places where nobody should work
 */
public record Place(List<Kind> refused) implements Check {

  public Place {
    refused = List.copyOf(refused);
  }

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.PLACE, Fact.LAN, Fact.WIFI, Fact.VPN);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.place()) {
      case Unknown<porchlight.facts.Place> unknown -> Verdict.unknown(unknown);
      case Known<porchlight.facts.Place>(porchlight.facts.Place(var spots)) when spots.isEmpty() ->
          nowhere(facts);
      case Known<porchlight.facts.Place>(porchlight.facts.Place(var spots)) -> judge(spots, facts);
    };
  }

  /** A tunnel that is the only way out still goes through some network. */
  private static Verdict nowhere(Facts facts) {
    boolean isHidden =
        facts.vpn() instanceof Known<Vpn>(Vpn(var ipv4, var ipv6))
            && (ipv4 instanceof Vpn.Path.Tunnel || ipv6 instanceof Vpn.Path.Tunnel);
    return isHidden
        ? Verdict.unknown(
            Reason.NOT_SUPPORTED,
            "a tunnel is the only way out, and which local network it goes through cannot be told")
        : Verdict.notApplicable("this laptop is on no local network");
  }

  private Verdict judge(List<Spot> spots, Facts facts) {
    var kinds = PlaceKind.of(facts);
    var seen = new ArrayList<Evidence>();
    for (int i = 0; i < spots.size(); i++) {
      seen.addAll(seen(spots.get(i), kinds.get(i)));
    }
    var bad = kinds.stream().filter(one -> refused.contains(one.kind())).findFirst();
    if (bad.isPresent()) {
      return Verdict.fail(words(bad.get()) + "; the policy asks to work elsewhere").withAll(seen);
    }
    boolean isRadio =
        facts.lan() instanceof Known<Lan>(var lan)
            && lan.attachments().stream().anyMatch(one -> one.kind() == Lan.Kind.WIFI);
    boolean isOpen = kinds.stream().anyMatch(one -> one.kind() == Kind.UNKNOWN);
    if (isOpen && isRadio && facts.wifi() instanceof Unknown<Wifi>(var reason, var detail)) {
      return Verdict.unknown(reason, "which Wi-Fi network this is cannot be told: " + detail)
          .withAll(seen);
    }
    String sentence = met(spots.getFirst().met()) + words(kinds.getFirst());
    if (isOpen && !refused.isEmpty()) {
      return Verdict.unknown(
              Reason.NOT_UNDERSTOOD, sentence + "; whether the policy refuses it cannot be told")
          .withAll(seen);
    }
    return Verdict.pass(sentence).withAll(seen);
  }

  private static String met(Reading<Optional<Met>> met) {
    return switch (met) {
      case Unknown<Optional<Met>> unknown -> "";
      case Known<Optional<Met>>(var earlier) ->
          earlier.isPresent() ? "been here before, " : "first time here as far as can be told, ";
    };
  }

  private static String words(PlaceKind kind) {
    String label = kind.kind().label();
    if (kind.by().isEmpty() && kind.sure().compareTo(Sure.LIKELY) <= 0) {
      return label + ", as was said"; // by a label
    }
    var signs = String.join(", ", kind.by().stream().map(Sign::label).toList());
    if (kind.looksLike().isPresent()) {
      return label
          + " that looks like "
          + kind.looksLike().get().label()
          + ", which nobody has said ("
          + signs
          + ")";
    }
    if (kind.kind() == Kind.WIRED) {
      return label;
    }
    return switch (kind.sure()) {
      case SURE, LIKELY -> label + " (" + signs + ")";
      case PERHAPS -> "perhaps " + label + " (" + signs + ")";
      case NOT_AT_ALL -> label;
    };
  }

  /** When this laptop was where would tell one place from another: personal. */
  private static List<Evidence> seen(Spot spot, PlaceKind kind) {
    var seen = new ArrayList<Evidence>();
    seen.add(Evidence.of("link", spot.link()));
    seen.add(Evidence.of("kind", kind.kind().word() + ", " + kind.sure().word()));
    spot.id().ifPresent(id -> seen.add(Evidence.personal("fingerprint", id)));
    spot.label().ifPresent(label -> seen.add(Evidence.of("said", said(label))));
    if (!spot.signs().isEmpty()) {
      var words = spot.signs().stream().map(Sign::word).toList();
      seen.add(Evidence.of("signs", String.join(", ", words)));
    }
    switch (spot.met()) {
      case Unknown<Optional<Met>>(var reason, var detail) ->
          seen.add(Evidence.of("been here before", "cannot be told: " + detail));
      case Known<Optional<Met>>(var met) ->
          met.ifPresent(earlier -> {
            seen.add(Evidence.personal("met first", earlier.first().toString()));
            seen.add(Evidence.personal("met last", earlier.last().toString()));
            seen.add(Evidence.personal("visits before", Integer.toString(earlier.visits())));
          });
    }
    return seen;
  }

  private static String said(Label label) {
    return label.kind().word()
        + (label.by() == By.POLICY ? ", by the policy; " : ", by a person; ")
        + recognised(label.proof());
  }

  private static String recognised(Proof proof) {
    return switch (proof) {
      case PASSWORD -> "recognised by its password and its gateway";
      case ADDRESSES -> "recognised by its gateway and addresses, which can be copied";
      case NOTHING ->
          "which does not count here: the Wi-Fi is open, or another than the one that was meant";
    };
  }
}
