package porchlight.gather.linux.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Gateway.Hop;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.linux.Rows;
import porchlight.json.tree.Json;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** {@code ip route}: the main routing table. */
final class IpRoute {
  static final Run DEFAULT4 = Run.of("ip", "-j", "route", "show", "default");
  static final Run DEFAULT6 = Run.of("ip", "-j", "-6", "route", "show", "default");

  private IpRoute() {}

  /**
   * A default route.
   *
   * @param protocol who made it, as the kernel names it; empty when it was just made
   * @param expires in how many seconds it goes away by itself
   */
  record Route(Hop hop, long metric, String protocol, Optional<Long> expires) {}

  /** The default routes' ways, lowest metric first, without hardware addresses. */
  static Reading<List<Hop>> hops(Run question, Answer answer) {
    return routes(question, answer).map(routes -> routes.stream().map(Route::hop).toList());
  }

  /** The default routes, lowest metric first. */
  static Reading<List<Route>> routes(Run question, Answer answer) {
    return Answers.read(
        question,
        answer,
        said -> Rows.read(question, said).flatMap(rows -> routes(question, rows)));
  }

  private static Reading<List<Route>> routes(Run question, List<Json.Obj> rows) {
    var found = new ArrayList<Route>();
    for (Json.Obj row : rows) {
      if (row.text("dst").isEmpty()) {
        return Answers.notUnderstood(question, "a route without a destination");
      }
      if (!row.text("dst").equals(Optional.of("default")) || !carries(row)) {
        continue;
      }
      long metric = metric(row);
      for (Json.Obj leg : legs(row)) {
        if (isDead(leg)) {
          continue;
        }
        var hop = hop(leg);
        if (hop.isEmpty()) {
          return Answers.notUnderstood(question, "a default route without a usable way");
        }
        found.add(
            new Route(hop.get(), metric, row.text("protocol").orElse(""), number(row, "expires")));
      }
    }
    found.sort(Comparator.comparingLong(Route::metric));
    return Reading.known(List.copyOf(found));
  }

  /** An unreachable, blackhole or prohibit route leads nowhere. */
  private static boolean carries(Json.Obj row) {
    return row.text("type").orElse("unicast").equals("unicast");
  }

  private static long metric(Json.Obj row) {
    return number(row, "metric").orElse(0L);
  }

  static Optional<Long> number(Json.Obj row, String name) {
    return row.get(name).orElse(new Json.Null()) instanceof Json.Num number
        ? number.whole()
        : Optional.empty();
  }

  /** A multipath route has several ways; any other is its own. */
  private static List<Json.Obj> legs(Json.Obj row) {
    return row.get("nexthops")
        .flatMap(Json::asItems)
        .map(items -> items.stream().map(item -> item.asObject().orElse(row)).toList())
        .orElse(List.of(row));
  }

  private static boolean isDead(Json.Obj leg) {
    return leg.get("flags").flatMap(Json::asItems).orElse(List.of()).stream()
        .flatMap(flag -> flag.asText().stream())
        .anyMatch(flag -> flag.equals("dead") || flag.equals("linkdown"));
  }

  static Optional<Hop> hop(Json.Obj leg) {
    var gateway =
        leg.text("gateway")
            .or(() -> leg.get("via").flatMap(Json::asObject).flatMap(via -> via.text("host")));
    String address = gateway.flatMap(IpAddress::of).map(IpAddress::text).orElse("");
    if (gateway.isPresent() && address.isEmpty()) {
      return Optional.empty();
    }
    return leg.text("dev")
        .filter(link -> !link.isBlank())
        .map(link -> new Hop(address, Answers.brief(link), ""));
  }
}
