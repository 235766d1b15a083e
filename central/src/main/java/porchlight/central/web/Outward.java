package porchlight.central.web;

import static porchlight.central.people.Scope.EXPORT;
import static porchlight.central.people.Scope.METRICS;
import static porchlight.central.people.Scope.READ;
import static porchlight.central.people.Scope.WRITE;

import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Set;
import porchlight.central.people.Role;
import porchlight.central.people.Scope;

/** The addresses by which what is known goes out, and notes are compared. */
record Outward(
    Takeaway takeaway,
    Papers papers,
    Notebooks notebooks,
    NotePages pages,
    Sharing sharing,
    Figures figures) {
  private static final Set<Role> EVERY_ROLE = Set.of(Role.values());
  private static final Set<Role> OURS = Set.of(Role.ADMIN, Role.TECH);

  List<Route> routes() {
    return List.of(
        new Route.Open(HandlerType.GET, "/v1/openapi.json", Document::serve),
        export("devices.csv", takeaway::devicesCsv),
        export("devices.json", takeaway::devicesJson),
        export("findings.csv", takeaway::findingsCsv),
        export("findings.json", takeaway::findingsJson),
        export("events.csv", takeaway::eventsCsv),
        export("events.json", takeaway::eventsJson),
        export("ocsf.ndjson", takeaway::ocsf),
        known(
            HandlerType.GET,
            "/v1/organisations/{organisation}/proof.pdf",
            EVERY_ROLE,
            EXPORT,
            papers::proof),
        known(HandlerType.GET, "/notes", EVERY_ROLE, READ, pages::notes),
        known(HandlerType.POST, "/notes", OURS, WRITE, pages::add),
        known(HandlerType.POST, "/notes/{remark}/end", OURS, WRITE, pages::end),
        known(HandlerType.GET, "/out", EVERY_ROLE, READ, pages::out),
        known(HandlerType.POST, "/out/{hook}/again", OURS, WRITE, pages::again),
        known(HandlerType.GET, "/v1/remarks", EVERY_ROLE, READ, notebooks::list),
        known(HandlerType.POST, "/v1/remarks", OURS, WRITE, notebooks::add),
        known(HandlerType.DELETE, "/v1/remarks/{remark}", OURS, WRITE, notebooks::end),
        known(HandlerType.GET, "/v1/share", OURS, EXPORT, sharing::give),
        known(HandlerType.POST, "/v1/share", OURS, WRITE, sharing::take),
        known(HandlerType.GET, "/v1/shared", EVERY_ROLE, READ, notebooks::shared),
        known(
            HandlerType.GET,
            "/v1/organisations/{organisation}/peers",
            EVERY_ROLE,
            READ,
            notebooks::peers),
        known(HandlerType.GET, "/metrics", OURS, METRICS, figures::scrape));
  }

  private static Route known(
      HandlerType method, String path, Set<Role> roles, Scope scope, Route.Show show) {
    return new Route.Known(method, path, roles, scope, show);
  }

  private static Route export(String file, Route.Show show) {
    return new Route.Known(HandlerType.GET, "/v1/exports/" + file, EVERY_ROLE, EXPORT, show);
  }
}
