package porchlight.gather.linux.wifi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Wifi;
import porchlight.gather.Answers;
import porchlight.gather.linux.Failed;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/**
 * {@code iw}: what the kernel knows, whoever manages Wi-Fi, and for every user. {@code iw link}
 * says whether, the scan what is offered, the station whether the keys are agreed on.
 */
final class Iw {
  static final Run LINK = Run.of("iw", "dev", Run.LINK, "link").hiding("^\\s*SSID: (.*)$");
  static final Run SCAN =
      Run.of("iw", "dev", Run.LINK, "scan", "dump")
          .hiding("^\\s*SSID: (.*)$")
          .hiding("\\* Device name: (.*)$")
          .hiding("^\\s*Mesh ID: (.*)$");
  static final Run STATION = Run.of("iw", "dev", Run.LINK, "station", "dump");

  private static final Pattern JOINED =
      Pattern.compile("(?:Connected to|Joined IBSS) (\\S+) \\(on [^)]*\\)");
  private static final Pattern STATION_OF = Pattern.compile("Station (\\S+) \\(on [^)]*\\)");
  private static final Pattern AUTHORIZED = Pattern.compile("\\s+authorized:\\s*(\\S+)");

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
            return Failed.because(question, said);
          }
          if (first.equals("Not connected.")) {
            return Seen.notConnected();
          }
          if (first.startsWith("Authenticated with ")) {
            return Settling.connecting(link.value());
          }
          Matcher joined = JOINED.matcher(first);
          return joined.matches()
              ? joined(machine, link, joined.group(1), IwBlock.name(said.text().lines().toList()))
              : Answers.notUnderstood(question, first);
        });
  }

  private static Reading<Seen> joined(Machine machine, LinkName link, String bssid, String name) {
    if (isUnauthorized(machine.ask(STATION.on(link)), bssid)) {
      return Settling.connecting(link.value());
    }
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

  /** The keys are not agreed on yet. What cannot be told is left to the scan. */
  static boolean isUnauthorized(Answer answer, String bssid) {
    if (!(answer instanceof Answer.Said said)) {
      return false;
    }
    boolean ours = false;
    for (String line : said.text().lines().toList()) {
      Matcher station = STATION_OF.matcher(line.stripTrailing());
      Matcher authorized = AUTHORIZED.matcher(line.stripTrailing());
      if (station.matches()) {
        ours = station.group(1).equals(bssid);
      } else if (ours && authorized.matches()) {
        return !authorized.group(1).equals("yes");
      }
    }
    return false;
  }
}
