package porchlight.gather.linux.wifi;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Joined;
import porchlight.gather.Answers;
import porchlight.gather.linux.Failed;
import porchlight.gather.linux.Terse;
import porchlight.gather.linux.wifi.Offer.Akm;
import porchlight.gather.linux.wifi.Offer.Cipher;
import porchlight.gather.linux.wifi.Offer.Suite;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/** {@code nmcli}: NetworkManager's view, to be believed when iwd is not below it. */
final class NmcliWifi {
  static final Run DEVICES = Run.of("nmcli", "-t", "-f", "DEVICE,TYPE,STATE", "device");

  private static final List<String> COLUMNS =
      List.of("IN-USE", "BSSID", "SSID", "SECURITY", "WPA-FLAGS", "RSN-FLAGS", "DEVICE");
  static final Run NETWORKS =
      Run.of(
              "nmcli",
              "-t",
              "-f",
              String.join(",", COLUMNS),
              "device",
              "wifi",
              "list",
              "--rescan",
              "no")
          .hiding("^[* ]:(?:[0-9A-Fa-f]{2}(?:\\\\:)?){6}:((?:[^:\\\\]|\\\\.){0,200}):");

  private static final Map<String, Akm> AKMS =
      Map.of(
          "psk",
          Akm.PSK,
          "sae",
          Akm.SAE,
          "owe",
          Akm.OWE,
          "802.1X",
          Akm.EAP,
          "wpa-eap-suite-b-192",
          Akm.EAP);
  private static final Map<String, Cipher> CIPHERS =
      Map.of(
          "wpe40",
          Cipher.WEP,
          "wpe104",
          Cipher.WEP,
          "wep40",
          Cipher.WEP,
          "wep104",
          Cipher.WEP,
          "tkip",
          Cipher.TKIP,
          "ccmp",
          Cipher.AES);
  private static final String BSSID = "[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}";

  /** On iwd, the networks that are not joined get made-up addresses and half their protection. */
  private static final String INVENTED = "00:01:02:00:00:";

  private NmcliWifi() {}

  /** A network of the list. */
  private record Network(
      boolean inUse, String name, String security, String wpa, String rsn, String device) {}

  private record Device(String name, String state) {}

  static Reading<Wifi> wifi(Machine machine) {
    return Settling.look(
        machine,
        () ->
            devices(machine.ask(DEVICES))
                .flatMap(devices ->
                    networks(machine.ask(NETWORKS)).flatMap(networks -> seen(devices, networks))));
  }

  private static Reading<List<Device>> devices(Answer answer) {
    return rows(DEVICES, answer, 3)
        .flatMap(rows -> {
          var found =
              rows.stream()
                  .filter(row -> row.get(1).equals("wifi"))
                  .map(row -> new Device(row.get(0), row.get(2)))
                  .toList();
          return found.isEmpty()
              ? Reading.unknown(Reason.TOOL_MISSING, "NetworkManager has no Wi-Fi device")
              : Reading.known(found);
        });
  }

  private static Reading<List<Network>> networks(Answer answer) {
    return rows(NETWORKS, answer, COLUMNS.size())
        .flatMap(rows -> {
          var found = new ArrayList<Network>();
          for (List<String> row : rows) {
            boolean inUse = row.get(0).equals("*");
            if (row.get(1).startsWith(INVENTED)) {
              return Answers.notUnderstood(NETWORKS, "addresses that it invents when iwd joins");
            }
            if ((!inUse && !row.get(0).equals(" ")) || !row.get(1).matches(BSSID)) {
              return Answers.notUnderstood(NETWORKS, "a row without a mark or an address");
            }
            found.add(
                new Network(inUse, row.get(2), row.get(3), row.get(4), row.get(5), row.get(6)));
          }
          return Reading.known(found);
        });
  }

  private static Reading<List<List<String>>> rows(Run question, Answer answer, int fields) {
    return Answers.read(
        question,
        answer,
        said -> {
          if (said.error().contains("NetworkManager is not running")) {
            return Reading.unknown(Reason.TOOL_MISSING, "NetworkManager is not running");
          }
          var rows = said.code() == 0 ? Terse.rows(said.text(), fields) : noRows();
          return rows.map(Reading::known).orElseGet(() -> Failed.because(question, said));
        });
  }

  private static Optional<List<List<String>>> noRows() {
    return Optional.empty();
  }

  /** One device that still connects makes the look one to repeat. */
  private static Reading<Seen> seen(List<Device> devices, List<Network> networks) {
    var readings = new ArrayList<Reading<Wifi>>();
    for (Device device : devices) {
      if (device.state.startsWith("connecting") || device.state.startsWith("deactivating")) {
        return Settling.connecting(device.name);
      }
      readings.add(wifi(device, networks));
    }
    return Weakest.of(readings).flatMap(Seen::settled);
  }

  private static Reading<Wifi> wifi(Device device, List<Network> networks) {
    var inUse =
        networks.stream()
            .filter(network -> network.inUse && network.device.equals(device.name))
            .toList();
    boolean isUp = device.state.equals("connected") || device.state.startsWith("connected (");
    if (isUp && inUse.size() == 1) {
      return joined(inUse.get(0));
    }
    if (inUse.isEmpty() && Set.of("disconnected", "unavailable").contains(device.state)) {
      return Reading.known(new Wifi.NotInUse("not connected"));
    }
    if (device.state.equals("unmanaged")) {
      return Reading.unknown(
          Reason.TOOL_MISSING, "NetworkManager leaves " + device.name + " alone");
    }
    return Answers.notUnderstood(
        NETWORKS, device.name + " is " + device.state + " with " + inUse.size() + " networks");
  }

  private static Reading<Wifi> joined(Network network) {
    return offer(network)
        .flatMap(Offer::security)
        .<Reading<Wifi>>map(security ->
            Reading.known(new Joined(network.device, NetworkName.shown(network.name), security)))
        .orElseGet(() ->
            Answers.notUnderstood(
                NETWORKS, network.security + ", " + network.wpa + ", " + network.rsn));
  }

  private static Optional<Offer> offer(Network network) {
    if (network.security.equals("OWE-TM")
        && network.wpa.equals("(none)")
        && network.rsn.equals("owe")) { // the open one of the two that such a network is made of
      return Optional.of(new Offer(false, Optional.empty(), Optional.empty()));
    }
    if (network.wpa.equals("(none)") && network.rsn.equals("(none)")) {
      return switch (network.security) {
        case "" -> Optional.of(new Offer(false, Optional.empty(), Optional.empty()));
        case "WEP" -> Optional.of(new Offer(true, Optional.empty(), Optional.empty()));
        default -> Optional.empty();
      };
    }
    var wpa = suite(network.wpa);
    var rsn = suite(network.rsn);
    boolean isUnderstood =
        (wpa.isPresent() || network.wpa.equals("(none)"))
            && (rsn.isPresent() || network.rsn.equals("(none)"));
    return isUnderstood ? Optional.of(new Offer(true, wpa, rsn)) : Optional.empty();
  }

  /** Ciphers stronger than CCMP have no word in these flags; NetworkManager then names none. */
  private static Optional<Suite> suite(String flags) {
    Set<Akm> akms = EnumSet.noneOf(Akm.class);
    Set<Cipher> pairwise = EnumSet.noneOf(Cipher.class);
    Set<Cipher> group = EnumSet.noneOf(Cipher.class);
    for (String flag : flags.split(" ", -1)) {
      if (AKMS.containsKey(flag)) {
        akms.add(AKMS.get(flag));
      } else if (flag.startsWith("pair_") && CIPHERS.containsKey(flag.substring(5))) {
        pairwise.add(CIPHERS.get(flag.substring(5)));
      } else if (flag.startsWith("group_") && CIPHERS.containsKey(flag.substring(6))) {
        group.add(CIPHERS.get(flag.substring(6)));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new Suite(akms, pairwise, group)).filter(Suite::isComplete);
  }
}
