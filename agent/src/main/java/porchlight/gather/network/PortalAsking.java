package porchlight.gather.network;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Portal;
import porchlight.facts.Portal.Page;
import porchlight.facts.Portal.Seen;
import porchlight.facts.Probes;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.First;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Probe;
import porchlight.machine.Probe.HttpGet;
import porchlight.machine.Probe.Over;

/** Fetches pages whose answer is known, by plain HTTP, following nothing. */
public final class PortalAsking {
  /** Looking up the name, connecting and the answer. */
  static final int LIMIT = 2600;

  private static final String CHALLENGE = "porchlight-probe:";

  private PortalAsking() {}

  public static Reading<Portal> read(Machine machine, First first) {
    var asked = new LinkedHashMap<HttpGet, Probes.Portal>();
    List<Over> ways = first.ways();
    for (Probes.Portal portal : first.probes().portals()) {
      ways.forEach(way -> asked.put(question(portal, way), portal));
    }
    if (asked.isEmpty()) {
      return Reading.unknown(Reason.TURNED_OFF, "the policy names no page to ask for");
    }
    Optional<HttpGet> api = PortalApi.question(first);
    var all = new ArrayList<>(asked.keySet());
    api.ifPresent(all::add);
    var answers = new Together(machine).ask(all, LIMIT);
    var pages = new ArrayList<Page>();
    asked.forEach((get, portal) -> {
      Answer answer = answers.getOrDefault(get, new Answer.TimedOut());
      pages.add(page(portal, get.over(), ways.size() > 1, answer));
    });
    var told =
        api.map(get -> PortalApi.told(answers.getOrDefault(get, new Answer.TimedOut())))
            .orElseGet(() -> PortalApi.unasked(first));
    return Reading.known(new Portal(first.asOf(), pages, told));
  }

  private static HttpGet question(Probes.Portal portal, Over way) {
    boolean challenge = portal.expected() instanceof Probes.Portal.Challenge;
    return new HttpGet(
        false, portal.host(), portal.port(), portal.path(), way, challenge, "", LIMIT);
  }

  static Page page(Probes.Portal portal, Over way, boolean isOneOfTwo, Answer answer) {
    boolean challenge = portal.expected() instanceof Probes.Portal.Challenge;
    String address = answer instanceof Answer.Said said ? value(said.text(), "to") : "";
    boolean empty = portal.expected() instanceof Probes.Portal.Empty;
    boolean ipv6 = way == Over.IPV6;
    Seen seen =
        ipv6
                && isOneOfTwo
                && answer instanceof Answer.Failed(var detail)
                && Probe.isUnreached(detail)
            ? new Seen.Unreached(detail)
            : seen(portal, answer);
    return new Page(portal.url(), address, challenge, empty, ipv6, seen);
  }

  private static Seen seen(Probes.Portal portal, Answer answer) {
    return Probed.seen(answer, text -> seen(portal, text), Seen.Silent::new);
  }

  private static Seen seen(Probes.Portal portal, String text) {
    String word = value(text, "status");
    if (!word.matches("[1-5]\\d\\d")) {
      return new Seen.Silent(Reason.NOT_UNDERSTOOD, "its answer is not understood");
    }
    int status = Integer.parseInt(word);
    String place = value(text, "location");
    if (status >= 300 && status < 400 && !place.isEmpty()) {
      // To the same host by TLS, as a server of one's own may do, is no stranger's page.
      return place.matches("https://" + java.util.regex.Pattern.quote(portal.host()) + "(?::\\d+)?")
          ? new Seen.Trouble(status)
          : new Seen.Sent();
    }
    if (portal.expected() instanceof Probes.Portal.Page
        && status == 200
        && value(text, "cut").equals("yes")) {
      return new Seen.Silent(Reason.TIMED_OUT, "its answer did not come to an end");
    }
    boolean right =
        switch (portal.expected()) {
          case Probes.Portal.Empty() -> status == 204;
          case Probes.Portal.Page(var page) ->
              status == 200
                  && (value(text, "sha256").equals(sha256(page))
                      || value(text, "sha256").equals(sha256(page + "\n")));
          case Probes.Portal.Challenge() ->
              status == 204
                  && value(text, "answer").equals(sha256(CHALLENGE + value(text, "challenge")));
        };
    if (right) {
      return new Seen.Right();
    }
    return status < 300 || status == 511 ? new Seen.Other(status) : new Seen.Trouble(status);
  }

  static String value(String text, String name) {
    for (String line : text.split("\n", -1)) {
      if (line.startsWith(name + " ")) {
        return line.substring(name.length() + 1);
      }
    }
    return "";
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
