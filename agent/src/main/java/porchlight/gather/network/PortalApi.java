package porchlight.gather.network;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Lan;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Portal.Told;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.First;
import porchlight.machine.Answer;
import porchlight.machine.Probe.HttpGet;
import porchlight.machine.Probe.Over;

/**
 * Asks a network itself, at the place that its DHCP server names (RFC 8910), whether somebody must
 * log in (RFC 8908). Only by TLS, only of a name that somebody else vouches for: the network
 * chooses the place, so it must not be able to send us to a machine that is known by its address
 * alone. It is asked by the network's own link only, and no more than a path is said.
 */
final class PortalApi {
  private static final Pattern PLACE =
      Pattern.compile(
          "(?i)https://((?:[a-z0-9_-]{1,63}[.]){1,20}[a-z][a-z0-9-]{0,62})[.]?(?::(\\d{1,5}))?"
              + "(/[A-Za-z0-9/._~%-]{0,200})?");

  private PortalApi() {}

  /** Of the network that is preferred, alone: another one's login page is in nobody's way. */
  private static Optional<Attachment> here(First first) {
    return first.lan() instanceof Known<Lan>(var known)
        ? known.attachments().stream().findFirst()
        : Optional.empty();
  }

  private static String place(Attachment here) {
    return here.lease() instanceof Known<Lan.Lease>(var lease) ? lease.portal() : "";
  }

  /**
   * Nothing through a tunnel: there the network would judge the tunnel's other end. And nothing
   * that lies on another network of this laptop's, where it could be somebody else's door.
   */
  static Optional<HttpGet> question(First first) {
    return here(first)
        .filter(here -> !first.mayBeTunnelled())
        .flatMap(here -> question(place(here), here.link()));
  }

  static Optional<HttpGet> question(String place, String link) {
    Matcher parts = PLACE.matcher(place);
    if (!parts.matches() || parts.group(1).length() > 200) {
      return Optional.empty();
    }
    int port = Optional.ofNullable(parts.group(2)).map(Integer::parseInt).orElse(443);
    String path = Optional.ofNullable(parts.group(3)).orElse("/");
    return port < 1 || port > 65535
        ? Optional.empty()
        : Optional.of(
            new HttpGet(
                true, parts.group(1), port, path, Over.ANY, false, link, PortalAsking.LIMIT));
  }

  /** What is told where nothing could be asked. */
  static Told unasked(First first) {
    return here(first).filter(here -> !place(here).isEmpty()).isEmpty()
        ? new Told.Nothing()
        : new Told.Silent(
            Reason.NOT_UNDERSTOOD,
            first.mayBeTunnelled()
                ? "it is not asked while a tunnel carries traffic"
                : "the place that it names cannot be asked");
  }

  static Told told(Answer answer) {
    return switch (answer) {
      case Answer.Said(int code, var text, var error) -> said(text);
      case Answer.TimedOut() -> new Told.Silent(Reason.TIMED_OUT, "no answer in time");
      case Answer.Failed(var detail) ->
          new Told.Silent(Reason.NOT_UNDERSTOOD, Answers.brief(detail));
      case Answer.Denied() ->
          new Told.Silent(Reason.NEEDS_PRIVILEGE, "this laptop does not let it be asked");
      case Answer.Missing() -> new Told.Silent(Reason.NOT_UNDERSTOOD, "nothing was asked");
      case Answer.TooLong(int limit) -> new Told.Silent(Reason.NOT_UNDERSTOOD, "too long");
    };
  }

  private static Told said(String text) {
    String captive = PortalAsking.value(text, "json captive");
    boolean isPlain = captive.equals("true") || captive.equals("false");
    if (!PortalAsking.value(text, "status").equals("200")
        || !PortalAsking.value(text, "type").equals("captive")
        || !isPlain) {
      return new Told.Silent(Reason.NOT_UNDERSTOOD, "its answer is not understood");
    }
    return new Told.Said(
        captive.equals("true"), Answers.brief(PortalAsking.value(text, "json user-portal-url")));
  }
}
