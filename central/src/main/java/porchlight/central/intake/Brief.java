package porchlight.central.intake;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.central.signing.Digests;

/** A report in brief: one header for all that the protocol fixes anyway, written out again. */
final class Brief {
  private static final String HEADER = "porchlight";
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{1,12}) ([A-Za-z0-9_-]{22,64}) ([A-Za-z0-9_-]{43}) ([A-Za-z0-9_-]{86})"
              + " ([0-9a-f-]{36}) (-|[A-Za-z0-9_-]{16})");
  private static final String COVERED =
      "(\"@method\" \"@path\" \"content-type\" \"content-encoding\" \"content-digest\""
          + " \"idempotency-key\")";

  private Brief() {}

  /** The same request with the headers that it leaves out; one that is not in brief as it is. */
  static Incoming writtenOut(Incoming request) throws Refused {
    Optional<String> brief = request.header(HEADER);
    if (brief.isEmpty()) {
      return request;
    }
    Matcher words = FORM.matcher(brief.get());
    if (!words.matches()) {
      throw new Refused(Code.MALFORMED, "the header Porchlight has not the form asked for");
    }
    Map<String, String> typed =
        Map.of("content-type", "application/json", "content-encoding", "gzip");
    byte[] body = Bodies.sent(with(request, typed));
    byte[] signature = Base64.getUrlDecoder().decode(words.group(4));
    Map<String, String> headers =
        Map.of(
            "content-type",
            "application/json",
            "content-encoding",
            "gzip",
            "content-digest",
            Digests.contentDigest(body),
            "idempotency-key",
            words.group(5),
            "signature-input",
            "porchlight="
                + COVERED
                + ";created="
                + words.group(1)
                + ";nonce=\""
                + words.group(2)
                + "\";keyid=\""
                + words.group(3)
                + "\";alg=\"ecdsa-p256-sha256\"",
            "signature",
            "porchlight=:" + Base64.getEncoder().encodeToString(signature) + ":");
    Incoming whole = with(request, headers);
    return new Incoming(
        whole.method(),
        whole.path(),
        whole.address(),
        whole.headers(),
        new ByteArrayInputStream(body));
  }

  /**
   * The one header that answers for all that a receipt says, where it says nothing but the usual.
   *
   * @param request in brief or not
   */
  static Optional<String> receipt(Incoming request, Reports.Taken taken, Duration cadence)
      throws Refused {
    Matcher words = FORM.matcher(request.header(HEADER).orElse(""));
    boolean usual = !taken.fullWanted() && !taken.orders().rotateKey() && taken.more() == 0;
    return words.matches() && usual && words.group(6).equals(policy(taken))
        ? Optional.of(
            words.group(2) + " " + cadence.toSeconds() + " " + taken.serverTime().toEpochMilli())
        : Optional.empty();
  }

  private static String policy(Reports.Taken taken) {
    return taken
        .orders()
        .policy()
        .map(mark -> mark.digest().substring("sha256:".length(), "sha256:".length() + 16))
        .orElse("-");
  }

  /** With those headers; what came under their names counts for nothing. */
  private static Incoming with(Incoming request, Map<String, String> written) {
    Function<String, List<String>> headers =
        name -> {
          String value = written.get(name);
          return value == null ? request.headers().apply(name) : List.of(value);
        };
    return new Incoming(
        request.method(), request.path(), request.address(), headers, request.body());
  }
}
