package porchlight.gather.windows.wifi;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Wifi.Security;
import porchlight.facts.WifiAutoJoin;
import porchlight.facts.WifiAutoJoin.NoAdapter;
import porchlight.facts.WifiAutoJoin.Profile;
import porchlight.facts.WifiAutoJoin.Saved;
import porchlight.facts.WifiAutoJoin.Unseen;
import porchlight.facts.WifiAutoJoin.Weakness;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** The networks that Windows joins by itself, those of a company's policy among them. */
public final class WinWifiAutoJoin {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(Wlan.NATIVE, NetshProfiles.ALL, NetshList.LIST);

  private WinWifiAutoJoin() {}

  public static Reading<WifiAutoJoin> read(Machine machine) {
    Answer answer = machine.ask(Wlan.NATIVE);
    if (answer instanceof Answer.Missing && WinWifi.hasNoRadio(machine)) {
      return Reading.known(new NoAdapter()); // servers have no such library
    }
    return Wlan.read(answer).map(WinWifiAutoJoin::of).or(() -> NetshProfiles.read(machine));
  }

  private static WifiAutoJoin of(Wlan wlan) {
    if (wlan.radios().isEmpty()) {
      return new NoAdapter();
    }
    Set<Profile> weak = new LinkedHashSet<>();
    Set<String> names = new HashSet<>();
    Optional<Unseen> unseen = Optional.empty();
    for (Stored stored : wlan.stored()) {
      names.add(stored.profile());
      switch (weak(stored)) {
        case Known<Optional<Profile>>(var profile) -> profile.ifPresent(weak::add);
        case Unknown<Optional<Profile>>(var reason, var detail) ->
            unseen = Optional.of(new Unseen(reason, detail));
      }
    }
    return new Saved(List.copyOf(weak), names.size(), unseen);
  }

  private static Reading<Optional<Profile>> weak(Stored stored) {
    if (!stored.isReadable()) {
      return Reading.unknown(Reason.NOT_UNDERSTOOD, "a stored network could not be read");
    }
    var security =
        Protection.configured(stored.authentication(), stored.encryption(), stored.transition());
    if (security.isEmpty()) {
      return Answers.notUnderstood(
          Wlan.NATIVE, stored.authentication() + " with " + stored.encryption());
    }
    String network = stored.network().isEmpty() ? stored.profile() : stored.network();
    var weak =
        weakness(security.get())
            .map(why ->
                new Profile(
                    Answers.brief(network), why, stored.isOfPolicy() ? "a policy" : "Windows"));
    return switch (stored.mode().toLowerCase(Locale.ROOT)) {
      case "auto" -> Reading.known(weak);
      case "manual" -> Reading.known(Optional.empty());
      default ->
          weak.isEmpty()
              ? Reading.known(weak)
              : Answers.notUnderstood(Wlan.NATIVE, "connectionMode=" + stored.mode());
    };
  }

  /** Why anybody can pretend to be a network with that protection; empty when nobody can. */
  static Optional<Weakness> weakness(Security security) {
    return switch (security) {
      case OPEN -> Optional.of(Weakness.OPEN);
      case WEP -> Optional.of(Weakness.WEP);
      case OWE -> Optional.of(Weakness.OWE);
      case WPA, WPA_WPA2, WPA2, WPA2_WPA3, WPA3, ENTERPRISE -> Optional.empty();
    };
  }
}
