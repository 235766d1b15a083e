package porchlight.gather.linux.route;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.linux.Rows;
import porchlight.json.tree.Json;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** {@code ip neigh}: which hardware address answers for which address. */
final class IpNeigh {
  static final Run NEIGHBOURS = Run.of("ip", "-j", "neigh");
  private static final String MAC = "[0-9a-f]{2}(:[0-9a-f]{2}){5}";

  private IpNeigh() {}

  static Reading<Map<Neighbour, String>> macs(Answer answer) {
    return Answers.read(NEIGHBOURS, answer, said -> Rows.read(NEIGHBOURS, said).map(IpNeigh::macs));
  }

  /** Rows in the states FAILED and INCOMPLETE have no hardware address that counts. */
  private static Map<Neighbour, String> macs(List<Json.Obj> rows) {
    var found = new HashMap<Neighbour, String>();
    for (Json.Obj row : rows) {
      var address = row.text("dst").flatMap(IpAddress::of);
      var mac = row.text("lladdr").map(text -> text.toLowerCase(Locale.ROOT));
      var link = row.text("dev");
      if (address.isPresent()
          && link.isPresent()
          && mac.filter(IpNeigh::isMac).isPresent()
          && !isDead(row)) {
        found.put(new Neighbour(address.get().text(), link.get()), mac.get());
      }
    }
    return found;
  }

  static boolean isMac(String text) {
    return text.matches(MAC) && !text.equals("00:00:00:00:00:00");
  }

  private static boolean isDead(Json.Obj row) {
    return row.get("state").flatMap(Json::asItems).orElse(List.of()).stream()
        .flatMap(state -> state.asText().stream())
        .anyMatch(state -> state.equals("FAILED") || state.equals("INCOMPLETE"));
  }
}
