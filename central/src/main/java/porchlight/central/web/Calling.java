package porchlight.central.web;

import static porchlight.central.people.Scope.READ;
import static porchlight.central.people.Scope.WRITE;

import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Set;
import porchlight.central.people.Role;
import porchlight.central.people.Scope;

/** The addresses by which a caller is verified: by the laptop, by a tech, by a tech's programs. */
record Calling(CallDoor door, CallPages pages, CallApi api) {
  private static final Set<Role> OURS = Set.of(Role.ADMIN, Role.TECH);

  List<Route> routes() {
    return List.of(
        new Route.Signed(HandlerType.POST, "/v1/verify", door::look),
        new Route.Signed(HandlerType.POST, "/v1/verify/answer", door::answer),
        new Route.Signed(HandlerType.POST, "/v1/verify/state", door::stand),
        known(HandlerType.GET, "/devices/{device}/verify", READ, pages::form),
        known(HandlerType.POST, "/devices/{device}/verify", WRITE, pages::open),
        known(HandlerType.GET, "/verifications/{verification}", READ, pages::one),
        known(HandlerType.POST, "/verifications/{verification}/code", WRITE, pages::code),
        known(HandlerType.POST, "/verifications/{verification}/question", WRITE, pages::question),
        known(HandlerType.POST, "/verifications/{verification}/answer", WRITE, pages::answer),
        known(HandlerType.POST, "/verifications/{verification}/message", WRITE, pages::message),
        known(HandlerType.POST, "/verifications/{verification}/cancel", WRITE, pages::cancel),
        known(HandlerType.GET, "/v1/devices/{device}/verifications", READ, api::list),
        known(HandlerType.POST, "/v1/devices/{device}/verifications", WRITE, api::open),
        known(HandlerType.POST, "/v1/verifications/{verification}/code", WRITE, api::code));
  }

  private static Route known(HandlerType method, String path, Scope scope, Route.Show show) {
    return new Route.Known(method, path, OURS, scope, show);
  }
}
