package porchlight.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import porchlight.facts.Probes.Portal;
import porchlight.facts.Probes.Site;

/** Reads which pages and servers are reached for: {@code portals} and {@code tls}. */
final class ReachReader {
  private static final String URL = "an address such as http://probe.example.com/v1/probe";
  private static final String HOST = "a host such as central.example.com, with or without a port";
  static final String PIN = "64 hexadecimal digits";
  private static final int LONGEST_BODY = 4000;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private ReachReader() {}

  /** One that has neither a text nor a challenge must answer with 204. */
  static List<Portal> portals(Fields fields) {
    var portals = new ArrayList<Portal>();
    for (Fields one : fields.objects("portals")) {
      Place place = one.form("url", URL, ReachReader::url);
      boolean challenge = one.truth("challenge", false);
      String body = one.text("body", "");
      if (body.getBytes(StandardCharsets.UTF_8).length > LONGEST_BODY) {
        throw one.wrong("body", "at most " + LONGEST_BODY + " bytes, for no more is read");
      }
      Portal.Expected expected =
          challenge
              ? new Portal.Challenge()
              : body.isEmpty() ? new Portal.Empty() : new Portal.Page(body);
      portals.add(new Portal(place.host, place.port, place.path, expected));
      one.finish();
    }
    return ProbesReader.held(fields, "portals", portals);
  }

  static List<Site> sites(Fields fields) {
    var sites = new ArrayList<Site>();
    for (Fields one : fields.objects("tls")) {
      Place place = one.form("host", HOST, text -> place(text, HTTPS, ""));
      sites.add(new Site(place.host, place.port, one.forms("pins", PIN, ReachReader::pin)));
      one.finish();
    }
    return ProbesReader.held(fields, "tls", sites);
  }

  private record Place(String host, int port, String path) {}

  private static Optional<Place> url(String text) {
    String start = "http://";
    int slash = text.indexOf('/', start.length());
    if (!text.startsWith(start) || slash < 0) {
      return Optional.empty();
    }
    String path = text.substring(slash);
    return path.matches("/[A-Za-z0-9/._~%?=&-]{0,200}")
        ? place(text.substring(start.length(), slash), HTTP, path)
        : Optional.empty();
  }

  private static final Pattern PLACE =
      Pattern.compile("([A-Za-z0-9-]{1,63}(?:[.][A-Za-z0-9-]{1,63})*)(?::(\\d{1,5}))?");

  private static Optional<Place> place(String text, int usual, String path) {
    var found = PLACE.matcher(text);
    if (text.length() > 200 || !found.matches()) {
      return Optional.empty();
    }
    int port = found.group(2) == null ? usual : Integer.parseInt(found.group(2));
    return port < 1 || port > 65535
        ? Optional.empty()
        : Optional.of(new Place(found.group(1), port, path));
  }

  static Optional<String> pin(String text) {
    return text.matches("[0-9a-f]{64}") ? Optional.of(text) : Optional.empty();
  }
}
