package porchlight.central;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porchlight.central.calls.Purpose;
import porchlight.central.ledger.ApiToken;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.Link;
import porchlight.central.ledger.Picked;
import porchlight.central.ledger.Register;
import porchlight.central.ledger.Seen;
import porchlight.central.people.Act;
import porchlight.central.people.Deed;
import porchlight.central.people.Person;
import porchlight.central.people.Role;
import porchlight.central.people.Scope;
import porchlight.central.people.Viewer;
import porchlight.central.remarks.Remark;
import porchlight.central.remarks.Subject;
import porchlight.central.reports.Answer;
import porchlight.central.reports.Word;
import porchlight.central.settings.Settings;
import porchlight.central.signing.Digests;
import porchlight.central.web.Route;

/** A page for every route that has one, over a fleet that is there, each with something on it. */
final class EveryPage {
  /** The secret in the cookie of an admin who is signed in. */
  static final String ADMIN = "a-secret-of-ada";

  private static final String LINK = "a-link-for-theo";

  /** Routes that answer with a file, or send the browser on. */
  private static final Set<String> NO_PAGES =
      Set.of("/audit.csv", "/metrics", "/signin/company", "/signin/company/back");

  private final Map<String, Shown> pages = new LinkedHashMap<>();
  private final String laptop;

  /** A page, and of which route it is. */
  record Shown(String route, String path) {}

  EveryPage(DataFolder data, Instant now) throws IOException {
    try (Ledger ledger = Ledger.open(data.store(Settings.DEFAULTS), 1)) {
      Seen unsafe = first(ledger, now, new Picked.Newly(Answer.UNSAFE, now.minusSeconds(86_400)));
      laptop = "/devices/" + unsafe.device().id();
      devices(unsafe, first(ledger, now, new Picked.Like("safe")));
      notes(ledger, unsafe, now);
      accounts(ledger.register(), now);
    }
  }

  private static Seen first(Ledger ledger, Instant now, Picked picked) {
    return ledger.seenBy(Viewer.operator()).overview(now).devices(picked, 1, 0).getFirst();
  }

  private void show(String name, String route, String path) {
    pages.put(name, new Shown(route, path));
  }

  private void show(String name, String path) {
    show(name, path, path);
  }

  private void devices(Seen unsafe, Seen safe) {
    String id = unsafe.device().id();
    String organisation = unsafe.device().organisation().id();
    show("morning", "/");
    show("morning-week", "/", "/?days=7");
    show("organisations", "/organisations");
    show("organisation", "/organisations/{organisation}", "/organisations/" + organisation);
    show("laptops-care", "/devices", "/devices?tone=care");
    show("laptop", "/devices/{device}", "/devices/" + id);
    show("difference", "/devices/{device}/difference", "/devices/" + id + "/difference");
    show(
        "difference-of-two",
        "/devices/{device}/difference",
        "/devices/" + id + "/difference?other=" + safe.device().id());
    show(
        "difference-not-understood",
        "/devices/{device}/difference",
        "/devices/" + id + "/difference?from=before");
    show(
        "advice",
        "/devices/{device}/advice",
        "/devices/" + id + "/advice?check=" + unsafe.device().worst().orElseThrow().check());
    show("checks", "/checks");
    show("check", "/checks/{check}", "/checks/" + unsafe.device().worst().orElseThrow().check());
    show("places", "/places");
    show(
        "place",
        "/places/{organisation}/{place}",
        "/places/" + organisation + "/" + unsafe.place().orElseThrow());
    show("search", "/search", "/search?q=lt-1");
    show("search-nothing", "/search", "/search?q=nobody");
    show("nothing", "/nowhere");
  }

  private void notes(Ledger ledger, Seen unsafe, Instant now) {
    String check = unsafe.device().worst().orElseThrow().check();
    String device = unsafe.device().id();
    Optional<String> organisation = Optional.of(unsafe.device().organisation().id());
    List<Remark> remarks =
        List.of(
            remark(
                "n1",
                Remark.Kind.NOTE,
                subject(Optional.empty(), Optional.empty(), check),
                "Restart the service first; a reset alone came back twice at another client.",
                now,
                Optional.empty()),
            remark(
                "a1",
                Remark.Kind.ACKNOWLEDGEMENT,
                subject(organisation, Optional.of(device), check),
                "They move to the new office on the first.",
                now,
                Optional.of(now.plus(Duration.ofDays(9)))));
    ledger.notebook(Viewer.operator()).add(remarks, deed("the notes", now));
    show("notes", "/notes");
    show(
        "notes-filled",
        "/notes",
        "/notes?kind=acknowledgement&device=" + device + "&check=" + check);
    show("out", "/out");
  }

  private static Subject subject(
      Optional<String> organisation, Optional<String> device, String check) {
    return new Subject(
        organisation, device, Optional.of(check), Optional.empty(), Optional.empty());
  }

  private static Remark remark(
      String id,
      Remark.Kind kind,
      Subject subject,
      String words,
      Instant now,
      Optional<Instant> expires) {
    return new Remark(id, kind, subject, words, "ada", now.minusSeconds(9_000), expires);
  }

  private void accounts(Register register, Instant now) {
    Crew.seat(register, "ada", Role.ADMIN, Optional.empty(), now);
    Person theo = Crew.seat(register, "theo", Role.TECH, Optional.empty(), now);
    register.link(
        new Link(Digests.ofText(LINK), Optional.of(theo.id()), now.plus(Duration.ofDays(3))),
        deed("theo", now));
    register.addToken(
        new ApiToken(
            "t1",
            Digests.ofText("pla_of-psa"),
            "the ticket system",
            Set.of(Scope.READ, Scope.EXPORT),
            Optional.empty(),
            "ada",
            now,
            now.plus(Duration.ofDays(90)),
            Optional.empty(),
            Optional.empty()),
        deed("the ticket system", now));
    show("people", "/people");
    show("person", "/people/{person}", "/people/" + theo.id());
    show("tokens", "/tokens");
    show("audit", "/audit");
    show("account", "/account");
    show("codes", "/account/codes");
    show("signin", "/signin");
    show("join", "/join/{link}", "/join/" + LINK);
    show("join-gone", "/join/{link}", "/join/used");
  }

  /** Finds out who calls, as a tech does: the form, and what is under way then. */
  void call(Central central) {
    String form = laptop + "/verify";
    show("verify", "/devices/{device}/verify", form);
    String cookie = "porchlight-session=" + ADMIN;
    HttpResponse<String> shown =
        Crew.send(
            HttpRequest.newBuilder(URI.create(central.url() + form))
                .header("Cookie", cookie)
                .build());
    Map<String, String> fields =
        Map.of(
            "csrf",
            Crew.csrf(shown.body()),
            "purpose",
            Word.of(Purpose.PASSWORD_RESET),
            "ticket",
            "T-1042",
            "called",
            "user");
    HttpResponse<String> opened =
        Crew.send(
            HttpRequest.newBuilder(URI.create(central.url() + form))
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Crew.encoded(fields)))
                .build());
    show(
        "verification",
        "/verifications/{verification}",
        opened.headers().firstValue("location").orElseThrow());
  }

  private static Deed deed(String target, Instant now) {
    return new Deed(now, "ada", "127.0.0.1", Act.CHANGED, target, "");
  }

  Map<String, Shown> pages() {
    return pages;
  }

  /** Routes that have a page of which none is here. */
  List<String> missing(List<Route> routes) {
    List<String> shown = pages.values().stream().map(Shown::route).toList();
    return routes.stream()
        .filter(route -> route instanceof Route.Known || route instanceof Route.Threshold)
        .filter(route -> route.method().name().equals("GET"))
        .map(Route::path)
        .filter(path -> !path.startsWith("/v1/") && !NO_PAGES.contains(path))
        .filter(path -> !shown.contains(path))
        .toList();
  }
}
