package porchlight.central.web;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static porchlight.central.people.Scope.READ;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import porchlight.central.people.Role;
import porchlight.central.people.Scope;

/** The table of routes: what is not in it is not answered, and each line says who may. */
final class Routes {
  private static final Set<Role> EVERY_ROLE = Set.of(Role.values());

  private Routes() {}

  static List<Route> table(Door door, Reading reading, Api api, News news, Outward outward) {
    return Stream.concat(of(door, reading, api, news).stream(), outward.routes().stream()).toList();
  }

  private static List<Route> of(Door door, Reading reading, Api api, News news) {
    return List.of(
        signed(POST, "/v1/enroll", door::enroll),
        signed(POST, "/v1/reports", door::report),
        signed(GET, "/v1/policy", door::policy),
        signed(POST, "/v1/key", door::key),
        signed(POST, "/v1/goodbye", door::goodbye),
        open(GET, "/v1/health", door::health),
        open(GET, "/v1/probe", door::probe),
        open(GET, "/assets/{asset}", Assets::serve),
        read("/", reading::morning),
        read("/organisations", reading::organisations),
        read("/organisations/{organisation}", reading::organisation),
        read("/devices", reading::devices),
        read("/devices/{device}", reading::device),
        read("/devices/{device}/difference", reading::difference),
        read("/checks", reading::checks),
        read("/checks/{check}", reading::check),
        read("/places", reading::places),
        read("/places/{organisation}/{place}", reading::place),
        read("/search", reading::search),
        read("/v1/trend", reading::trend),
        read("/v1/news", news::to),
        known(GET, "/v1/organisations", EVERY_ROLE, READ, api::organisations),
        known(GET, "/v1/devices", EVERY_ROLE, READ, api::devices),
        known(GET, "/v1/devices/{device}", EVERY_ROLE, READ, api::device));
  }

  private static Route open(HandlerType method, String path, Handler handler) {
    return new Route.Open(method, path, handler);
  }

  private static Route signed(HandlerType method, String path, Handler handler) {
    return new Route.Signed(method, path, handler);
  }

  private static Route read(String path, Route.Show show) {
    return known(GET, path, EVERY_ROLE, READ, show);
  }

  private static Route known(
      HandlerType method, String path, Set<Role> roles, Scope scope, Route.Show show) {
    return new Route.Known(method, path, roles, scope, show);
  }
}
