package porchlight.gather.macos.wifi;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Security;
import porchlight.gather.Answers;
import porchlight.machine.LinkName;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * The Wi-Fi link of a Mac. CoreWLAN says what the access point offers, {@code ipconfig} what was
 * negotiated; both at once cost milliseconds, and where they disagree nothing is known. The slow
 * system_profiler decides only what they leave open.
 */
public final class MacWifi {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(Air.NATIVE, Summary.SUMMARY, HardwarePorts.PORTS, AirPort.PROFILE);

  private static final String NONE_JOINED = "no Wi-Fi network is joined";

  private MacWifi() {}

  public static Reading<Wifi> read(Machine machine) {
    var air = Air.read(machine.ask(Air.NATIVE));
    return air instanceof Known<Air>(var known) && known.link().isPresent()
        ? read(machine, known, known.link().get())
        : WifiLink.find(machine)
            .flatMap(link ->
                link.isEmpty()
                    ? Reading.known(new Wifi.NotInUse("no Wi-Fi adapter"))
                    : withoutAir(machine, link.get(), air));
  }

  /**
   * Whether that interface is the Wi-Fi adapter, as far as it can be told without looking twice.
   */
  public static boolean isAdapter(Machine machine, String link) {
    if (Air.read(machine.ask(Air.NATIVE)) instanceof Known<Air>(var air)
        && air.link().isPresent()) {
      return air.link().get().value().equals(link);
    }
    return HardwarePorts.read(machine.ask(HardwarePorts.PORTS))
            instanceof Known<HardwarePorts>(var ports)
        && ports.wifi().stream().anyMatch(one -> one.value().equals(link));
  }

  private static Reading<Wifi> read(Machine machine, Air air, LinkName link) {
    Optional<Summary> summary =
        Summary.of(machine, link) instanceof Known<Summary>(var known) && known.isWifi()
            ? Optional.of(known)
            : Optional.empty();
    return air.isJoined() ? joined(machine, air, link, summary) : apart(air, link, summary);
  }

  /** Not joined by CoreWLAN's word, which an active link with a security contradicts. */
  private static Reading<Wifi> apart(Air air, LinkName link, Optional<Summary> summary) {
    boolean denied =
        summary
            .filter(one -> one.isActive().orElse(false))
            .filter(one -> one.isOpenOrWep() || one.negotiated().isPresent())
            .isPresent();
    if (denied) {
      return conflict(
          "CoreWLAN says that " + link.value() + " is on no network, ipconfig that it is");
    }
    if (!air.isOn()) {
      return Reading.known(new Wifi.NotInUse("Wi-Fi is turned off"));
    }
    if (air.mode() == Air.ACCESS_POINT) {
      return Reading.known(new Wifi.NotInUse("this Mac is an access point itself"));
    }
    return air.mode() == 0 || air.mode() == Air.STATION
        ? Reading.known(new Wifi.NotInUse(NONE_JOINED))
        : Reading.unknown(
            Reason.NOT_SUPPORTED, "how a Wi-Fi link of mode " + air.mode() + " is encrypted");
  }

  private static Reading<Wifi> joined(
      Machine machine, Air air, LinkName link, Optional<Summary> summary) {
    String network = name(air.network(), summary);
    Optional<Security> offered = air.offered();
    Optional<Security> negotiated = summary.flatMap(Summary::negotiated);
    boolean openOrWep = summary.filter(Summary::isOpenOrWep).isPresent();
    boolean weak = offered.filter(one -> one == Security.OPEN || one == Security.WEP).isPresent();
    if (air.security() == Air.OWE_TRANSITION && negotiated.isEmpty()) {
      return Reading.unknown(
          Reason.NOT_UNDERSTOOD,
          "the network offers OWE beside no encryption; which is used is not told");
    }
    if (offered.isEmpty() && negotiated.isPresent()) {
      return known(link, network, negotiated.get());
    }
    if (offered.isEmpty() || (weak && negotiated.isEmpty() && !openOrWep)) {
      return profile(machine, link, network)
          .flatMap(wifi -> agreeing(wifi, offered, openOrWep, negotiated));
    }
    if (weak != openOrWep && (openOrWep || negotiated.isPresent())) {
      return conflict("CoreWLAN and ipconfig disagree about the security of " + link.value());
    }
    Security seen = offered.get();
    return known(
        link,
        network,
        negotiated.filter(other -> other.compareTo(seen) < 0).orElse(seen)); // the weaker counts
  }

  private static Reading<Wifi> withoutAir(Machine machine, LinkName link, Reading<Air> air) {
    return switch (Summary.of(machine, link)) {
      case Known<Summary>(var summary) when summary.isWifi() -> bySummary(machine, link, summary);
      case Known<Summary> other -> profile(machine, link, "");
      case Unknown<Summary> unknown ->
          profile(machine, link, "").or(unknown::as).or(() -> air.flatMap(known -> unknown.as()));
    };
  }

  private static Reading<Wifi> bySummary(Machine machine, LinkName link, Summary summary) {
    if (!summary.isActive().orElse(true)) {
      return Reading.known(new Wifi.NotInUse(NONE_JOINED));
    }
    return summary.isActive().isPresent() && summary.negotiated().isPresent()
        ? known(link, summary.network(), summary.negotiated().get())
        : profile(machine, link, summary.network())
            .flatMap(wifi ->
                agreeing(wifi, Optional.empty(), summary.isOpenOrWep(), summary.negotiated()));
  }

  /** What system_profiler says must not be told otherwise by what the others do say. */
  private static Reading<Wifi> agreeing(
      Wifi wifi, Optional<Security> offered, boolean openOrWep, Optional<Security> negotiated) {
    if (!(wifi instanceof Wifi.Joined(var link, var network, var security))) {
      return openOrWep || offered.isPresent() || negotiated.isPresent()
          ? conflict("system_profiler sees no network that the others do")
          : Reading.known(wifi);
    }
    boolean weak = security == Security.OPEN || security == Security.WEP;
    boolean fits = (!openOrWep || weak) && offered.filter(one -> one != security).isEmpty();
    return fits
        ? Reading.known(wifi)
        : conflict("CoreWLAN, ipconfig and system_profiler disagree about " + link);
  }

  private static Reading<Wifi> profile(Machine machine, LinkName link, String network) {
    return AirPort.read(machine.ask(AirPort.PROFILE), link)
        .map(wifi ->
            wifi instanceof Wifi.Joined joined && joined.network().isEmpty()
                ? new Wifi.Joined(joined.link(), network, joined.security())
                : wifi);
  }

  private static String name(String fromAir, Optional<Summary> summary) {
    return Answers.brief(fromAir.isEmpty() ? summary.map(Summary::network).orElse("") : fromAir);
  }

  private static Reading<Wifi> known(LinkName link, String network, Security security) {
    return Reading.known(new Wifi.Joined(link.value(), Answers.brief(network), security));
  }

  private static Reading<Wifi> conflict(String what) {
    return new Unknown<>(Reason.NOT_UNDERSTOOD, what);
  }
}
