package porchlight.central;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import porchlight.central.ledger.ApiToken;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.Register;
import porchlight.central.ledger.Session;
import porchlight.central.people.Act;
import porchlight.central.people.Deed;
import porchlight.central.people.Person;
import porchlight.central.people.Role;
import porchlight.central.people.Scope;
import porchlight.central.people.Viewer;
import porchlight.central.signing.Digests;

/** People and programs of every kind on a running central, each with what lets them in. */
final class Crew {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
  private final Running running;
  private final Map<String, Member> members = new LinkedHashMap<>();

  /** Somebody: as whom they are seen, and the header that shows it. */
  record Member(Viewer viewer, String header, String value) {
    boolean byCookie() {
      return header.equals("Cookie");
    }
  }

  /** An admin, a tech, a client of that organisation, and a token of every reach. */
  Crew(Running running, String organisation) throws IOException {
    this.running = running;
    try (Ledger ledger = running.ledger()) {
      Register register = ledger.register();
      person(register, "ada", Role.ADMIN, Optional.empty());
      person(register, "theo", Role.TECH, Optional.empty());
      person(register, "cleo", Role.CLIENT, Optional.of(organisation));
      token(register, "reader", Set.of(Scope.READ), Optional.empty());
      token(register, "meter", Set.of(Scope.METRICS), Optional.empty());
      token(register, "their-reader", Scope.ofPrograms(), Optional.of(organisation));
    }
  }

  Map<String, Member> members() {
    return members;
  }

  private Deed deed(String target) {
    return new Deed(running.now, "this test", "", Act.CHANGED, target, "");
  }

  private void person(Register register, String name, Role role, Optional<String> organisation) {
    Person person = seat(register, name, role, organisation, running.now);
    members.put(
        name, new Member(person.viewer(), "Cookie", "porchlight-session=a-secret-of-" + name));
  }

  /** Somebody who is signed in, with a cookie that is made of their name. */
  static Person seat(
      Register register, String name, Role role, Optional<String> organisation, Instant now) {
    Person person = Person.invited(UUID.randomUUID().toString(), name, role, organisation, now);
    Deed deed = new Deed(now, "this test", "", Act.CHANGED, name, "");
    register.add(person, deed);
    String hash = Digests.ofText("a-secret-of-" + name);
    register.open(
        new Session(hash, person, "127.0.0.1", now, now, now.plus(Duration.ofHours(9))), "", deed);
    return person;
  }

  private void token(
      Register register, String name, Set<Scope> scopes, Optional<String> organisation) {
    String secret = "pla_of-" + name;
    ApiToken token =
        new ApiToken(
            UUID.randomUUID().toString(),
            Digests.ofText(secret),
            name,
            scopes,
            organisation,
            "this test",
            running.now,
            running.now.plus(Duration.ofDays(1)),
            Optional.empty(),
            Optional.empty());
    register.addToken(token, deed(name));
    members.put(name, new Member(token.viewer(), "Authorization", "Bearer " + secret));
  }

  /** What somebody is answered; a form comes from a page of ours. */
  HttpResponse<String> ask(String who, String method, String path, Map<String, String> form) {
    Member member = members.get(who);
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(running.central.url() + path));
    if (member != null) {
      request.header(member.header(), member.value());
    }
    Map<String, String> fields = new LinkedHashMap<>(form);
    if (!method.equals("GET") && member != null && member.byCookie()) {
      fields.put("csrf", csrf(running.get("/signin", "Cookie", member.value()).body()));
      request.header("Origin", running.central.url());
    }
    request
        .header("Content-Type", "application/x-www-form-urlencoded")
        .method(method, HttpRequest.BodyPublishers.ofString(encoded(fields)));
    return send(request.build());
  }

  HttpResponse<String> get(String who, String path) {
    return ask(who, "GET", path, Map.of());
  }

  static String csrf(String page) {
    Matcher found = CSRF.matcher(page);
    if (!found.find()) {
      throw new IllegalStateException("no form on " + page);
    }
    return found.group(1);
  }

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  static HttpResponse<String> send(HttpRequest request) {
    try {
      return Laptop.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
