package porchlight.gather.macos.wifi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Security;
import porchlight.gather.Answers;
import porchlight.gather.macos.SystemProfiler;
import porchlight.json.tree.Json;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Run;

/**
 * {@code system_profiler SPAirPortDataType}: the same in seconds and with a scan, so it is asked
 * only when nothing cheaper knew. Neighbours stand in it with the same keys.
 */
final class AirPort {
  static final Run PROFILE =
      Run.of("system_profiler", "-json", "SPAirPortDataType")
          .within(Duration.ofSeconds(12))
          .hiding("\"_name\" : \"(?!en\\d+\"|awdl\\d+\"|llw\\d+\"|spairport_|<redacted>)(.+)\",?$");

  private static final String MODE = "pairport_security_mode_";

  private AirPort() {}

  static Reading<Wifi> read(Answer answer, LinkName link) {
    return SystemProfiler.read(PROFILE, answer, root -> read(root, link));
  }

  static Reading<Wifi> read(Json root, LinkName link) {
    List<Json.Obj> found =
        objects(root.asObject().flatMap(all -> all.get("SPAirPortDataType"))).stream()
            .flatMap(part -> objects(part.get("spairport_airport_interfaces")).stream())
            // awdl0 has a current network too, but no status.
            .filter(one -> one.text("_name").filter(link.value()::equals).isPresent())
            .toList();
    return found.size() == 1
        ? read(found.getFirst(), link)
        : Answers.notUnderstood(PROFILE, found.size() + " interfaces are called " + link.value());
  }

  private static List<Json.Obj> objects(Optional<Json> list) {
    return list.flatMap(Json::asItems).orElse(List.of()).stream()
        .flatMap(item -> item.asObject().stream())
        .toList();
  }

  private static Reading<Wifi> read(Json.Obj adapter, LinkName link) {
    String status = adapter.text("spairport_status_information").orElse("");
    return switch (status) {
      case "spairport_status_off" -> notInUse("Wi-Fi is turned off");
      case "spairport_status_disassociated", "spairport_status_inactive" ->
          notInUse("no Wi-Fi network is joined");
      case "spairport_status_connected" ->
          adapter
              .get("spairport_current_network_information")
              .flatMap(Json::asObject)
              .map(network -> joined(network, link))
              .orElseGet(() -> Answers.notUnderstood(PROFILE, "connected to no network"));
      default -> Answers.notUnderstood(PROFILE, "a status that is not known: " + status);
    };
  }

  private static Reading<Wifi> notInUse(String because) {
    return Reading.known(new Wifi.NotInUse(because));
  }

  private static Reading<Wifi> joined(Json.Obj network, LinkName link) {
    String mode = network.text("spairport_security_mode").orElse("");
    String type = network.text("spairport_network_type").orElse("");
    if (!type.equals("spairport_network_type_station")) {
      return Answers.notUnderstood(PROFILE, "a network of the type " + type);
    }
    String name = network.text("_name").filter(text -> !text.equals("<redacted>")).orElse("");
    return security(mode)
        .map(security ->
            Reading.<Wifi>known(new Wifi.Joined(link.value(), Answers.brief(name), security)))
        .orElseGet(
            () -> Answers.notUnderstood(PROFILE, "a security mode that is not known: " + mode));
  }

  /** Apple itself leaves out the first letter of one of these words. */
  private static Optional<Security> security(String word) {
    String mode = word.startsWith("s") ? word.substring(1) : word;
    if (!mode.startsWith(MODE)) {
      return Optional.empty();
    }
    return switch (mode.substring(MODE.length())) {
      case "none" -> Optional.of(Security.OPEN);
      case "wep", "wep40", "wep128", "8021x" -> Optional.of(Security.WEP);
      case "wpa_personal", "wpa_enterprise" -> Optional.of(Security.WPA);
      case "wpa2_personal_mixed", "wpa2_enterprise_mixed" -> Optional.of(Security.WPA_WPA2);
      case "wpa2_personal" -> Optional.of(Security.WPA2);
      case "wpa3_transition" -> Optional.of(Security.WPA2_WPA3);
      case "wpa3_personal" -> Optional.of(Security.WPA3);
      case "wpa2_enterprise", "wpa3_enterprise" -> Optional.of(Security.ENTERPRISE);
      default -> Optional.empty();
    };
  }
}
