package porchlight.gather.windows.wifi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Security;
import porchlight.gather.Answers;
import porchlight.gather.windows.network.Adapter;
import porchlight.gather.windows.network.Adapters;
import porchlight.gather.windows.network.Interfaces;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * The Wi-Fi of Windows: what the driver negotiated. Since Windows 11 24H2 that takes a person's
 * consent to tell the location; without it, the weakest that the stored network allows, where the
 * network can be told otherwise. A network stored with a password is never joined without one.
 */
public final class WinWifi {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(
          Wlan.NATIVE,
          Interfaces.SETTINGS4,
          NetshInterfaces.SHOW,
          NetshNetworks.SHOW,
          NetshProfiles.ALL);

  static final String NONE_JOINED = "no Wi-Fi network is joined";

  private static final int RADIO = 71;

  private final Machine machine;
  private final List<Adapter> adapters;

  private WinWifi(Machine machine, List<Adapter> adapters) {
    this.machine = machine;
    this.adapters = adapters;
  }

  public static Reading<Wifi> read(Machine machine) {
    Answer answer = machine.ask(Wlan.NATIVE);
    Reading<Wlan> told = Wlan.read(answer);
    if (told instanceof Known<Wlan>(var wlan)) {
      var adapters =
          Adapters.told(machine) instanceof Known<List<Adapter>>(var known)
              ? known
              : List.<Adapter>of();
      var reader = new WinWifi(machine, adapters);
      return together(wlan.radios().stream().map(radio -> reader.of(radio, wlan)).toList());
    }
    boolean isOff =
        answer instanceof Answer.Missing
            || (answer instanceof Answer.Failed(var code) && code.equals("1062"));
    if (isOff && hasNoRadio(machine)) {
      return Reading.known(new Wifi.NotInUse("no Wi-Fi adapter is in use"));
    }
    return told.<Wifi>flatMap(never -> Answers.notUnderstood(Wlan.NATIVE, "told after all"))
        .or(() -> NetshInterfaces.read(machine));
  }

  /** Whether Windows' own list of adapters has none that is up. */
  static boolean hasNoRadio(Machine machine) {
    return Adapters.told(machine) instanceof Known<List<Adapter>>(var known)
        && known.stream().noneMatch(one -> one.type() == RADIO && one.isUp());
  }

  /** The weakest of those that are joined; what cannot be told hides nothing but weakness. */
  static Reading<Wifi> together(List<Reading<Wifi>> all) {
    if (all.isEmpty()) {
      return Reading.known(new Wifi.NotInUse("no Wi-Fi adapter"));
    }
    var joined = new ArrayList<Wifi.Joined>();
    Optional<Reading<Wifi>> unknown = Optional.empty();
    for (Reading<Wifi> one : all) {
      switch (one) {
        case Unknown<Wifi> not -> unknown = unknown.or(() -> Optional.of(not));
        case Known<Wifi>(Wifi.Joined network) -> joined.add(network);
        case Known<Wifi>(Wifi.NotInUse not) -> {}
      }
    }
    Optional<Wifi.Joined> weakest =
        joined.stream().min(Comparator.comparing(Wifi.Joined::security));
    boolean isWeak = weakest.filter(one -> !one.security().atLeast(Security.WPA2)).isPresent();
    if (unknown.isPresent() && !isWeak) {
      return unknown.get();
    }
    return Reading.known(weakest.<Wifi>map(one -> one).orElse(new Wifi.NotInUse(NONE_JOINED)));
  }

  private Reading<Wifi> of(Radio radio, Wlan wlan) {
    return switch (radio.state()) {
      case 0, 4, 6 -> Reading.known(new Wifi.NotInUse(NONE_JOINED));
      case 1, 2 -> joined(radio, wlan);
      default ->
          Reading.unknown(Reason.NOT_UNDERSTOOD, "the radio is about to join or leave a network");
    };
  }

  private Reading<Wifi> joined(Radio radio, Wlan wlan) {
    return switch (radio.current()) {
      case "ok" -> negotiated(radio, wlan);
      case "not-asked", "5" ->
          WithoutConsent.read(machine, adapter(radio), radio, wlan, link(radio));
      case "50", "87" ->
          Reading.unknown(Reason.NOT_SUPPORTED, "the driver does not tell how a link is encrypted");
      default -> Answers.notUnderstood(Wlan.NATIVE, "connected, but current=" + radio.current());
    };
  }

  private Reading<Wifi> negotiated(Radio radio, Wlan wlan) {
    Optional<Security> security =
        radio
            .auth()
            .flatMap(auth -> radio.cipher().flatMap(cipher -> Protection.negotiated(auth, cipher)));
    if (security.isEmpty()) {
      return Answers.notUnderstood(
          Wlan.NATIVE,
          "auth " + radio.auth().orElse(-1L) + " with cipher " + radio.cipher().orElse(-1L));
    }
    boolean isMixed =
        security.get() == Security.WPA3
            && wlan.joined(radio).filter(Stored::transition).isPresent();
    return Reading.known(
        new Wifi.Joined(
            link(radio),
            Answers.brief(radio.network()),
            isMixed ? Security.WPA2_WPA3 : security.get()));
  }

  static Reading<Wifi> needsConsent() {
    return Reading.unknown(
        Reason.NEEDS_CONSENT,
        "Windows tells how the Wi-Fi is encrypted only with consent to know the location"
            + " (Settings, Privacy & security, Location)");
  }

  private Optional<Adapter> adapter(Radio radio) {
    return adapters.stream().filter(one -> one.guid().equalsIgnoreCase(radio.guid())).findFirst();
  }

  private String link(Radio radio) {
    return adapter(radio).map(Adapter::name).orElse(Answers.brief(radio.guid()));
  }
}
