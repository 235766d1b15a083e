package porchlight.gather.linux.wifi;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Wifi;
import porchlight.gather.Answers;
import porchlight.gather.linux.Failed;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/**
 * {@code iw}: what the kernel knows, whoever manages Wi-Fi, and for every user. {@code iw link}
 * says whether, the scan what is offered, the station whether the keys are agreed on. A mesh is no
 * link to {@code iw}, so a radio that is up without one is asked what it is.
 */
final class Iw {
  static final Run LINK = Run.of("iw", "dev", Run.LINK, "link").hiding("^\\s*SSID: (.*)$");
  static final Run SCAN =
      Run.of("iw", "dev", Run.LINK, "scan", "dump")
          .hiding("^\\s*SSID: (.*)$")
          .hiding("\\* Device name: (.*)$")
          .hiding("^\\s*Mesh ID: (.*)$");
  static final Run STATION = Run.of("iw", "dev", Run.LINK, "station", "dump");
  static final Run INFO = Run.of("iw", "dev", Run.LINK, "info").hiding("^\\s*ssid (.*)$");

  private static final Pattern JOINED =
      Pattern.compile("(Connected to|Joined IBSS) (\\S+) \\(on [^)]*\\)");
  private static final Pattern TYPE = Pattern.compile("(?m)^\\s*type (.*)$");

  /** Radios that join networks, or that others join. */
  private static final Set<String> WITHOUT_A_LINK =
      Set.of("managed", "P2P-client", "IBSS", "AP", "AP/VLAN", "P2P-GO", "monitor");

  private static final String NO_NL80211 = "nl80211 not found";

  private Iw() {}

  static Reading<Wifi> wifi(Machine machine, LinkName link) {
    return Settling.look(machine, () -> look(machine, link));
  }

  private static Reading<Seen> look(Machine machine, LinkName link) {
    Run question = LINK.on(link);
    return Answers.read(
        question,
        machine.ask(question),
        said -> {
          String first = said.text().lines().findFirst().orElse("").stripTrailing();
          if (said.code() != 0) {
            return failed(question, said, first);
          }
          if (first.equals("Not connected.")) {
            return notConnected(machine, link);
          }
          if (first.startsWith("Authenticated with ")) {
            return Settling.connecting(link.value());
          }
          Matcher joined = JOINED.matcher(first);
          return joined.matches()
              ? joined(machine, link, joined, IwBlock.name(said.text().lines().toList()))
              : Answers.notUnderstood(question, first);
        });
  }

  private static Reading<Seen> failed(Run question, Answer.Said said, String first) {
    if (said.error().contains(NO_NL80211)) {
      return Reading.unknown(Reason.TOOL_MISSING, "iw: this kernel has no nl80211");
    }
    // Older versions know a connection of several links, but not how to ask for more about it.
    return JOINED.matcher(first).matches()
        ? Reading.unknown(Reason.NOT_SUPPORTED, "iw: connected, but it cannot say to what")
        : Failed.because(question, said);
  }

  /** Only what says that it is something else is: most laptops are here because of a cable. */
  private static Reading<Seen> notConnected(Machine machine, LinkName link) {
    if (Adapters.isUp(machine, link)
        && machine.ask(INFO.on(link)) instanceof Answer.Said said
        && said.code() == 0) {
      Matcher type = TYPE.matcher(said.text());
      if (type.find() && !WITHOUT_A_LINK.contains(type.group(1).strip())) {
        return Reading.unknown(
            Reason.NOT_UNDERSTOOD,
            link.value() + " is a radio of type " + Answers.brief(type.group(1)));
      }
    }
    return Seen.notConnected();
  }

  private static Reading<Seen> joined(Machine machine, LinkName link, Matcher joined, String name) {
    String bssid = joined.group(2);
    // Without an access point there is nobody to be authorized by: each other laptop is a station.
    Reading<Boolean> authorized =
        joined.group(1).startsWith("Connected")
            ? IwStation.isAuthorized(STATION.on(link), machine.ask(STATION.on(link)), bssid)
            : Reading.known(true);
    return authorized.flatMap(isAuthorized ->
        isAuthorized ? offered(machine, link, bssid, name) : Settling.connecting(link.value()));
  }

  private static Reading<Seen> offered(Machine machine, LinkName link, String bssid, String name) {
    Run question = SCAN.on(link);
    return IwScan.joined(question, link.value(), bssid, machine.ask(question))
        .map(found ->
            found
                .filter(wifi -> isNamed(wifi, name))
                .<Seen>map(Seen.Settled::new)
                .orElseGet(() -> roaming(question)));
  }

  /** A hidden network may have its name in one of the two answers only. */
  private static boolean isNamed(Wifi wifi, String name) {
    return !(wifi instanceof Wifi.Joined joined)
        || name.isEmpty()
        || joined.network().isEmpty()
        || joined.network().equals(name);
  }

  /** Connected, but the scan does not have the network: it changed between the two questions. */
  private static Seen roaming(Run question) {
    return new Seen.Connecting(Answers.notUnderstood(question, "no associated network in it"));
  }
}
