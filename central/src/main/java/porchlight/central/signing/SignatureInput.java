package porchlight.central.signing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code Signature-Input} header with its one label; {@code parameters} is its text after the
 * label, which the signature covers letter by letter.
 */
public record SignatureInput(
    List<String> components,
    Instant created,
    String nonce,
    String keyId,
    String algorithm,
    String parameters) {

  /** The one algorithm of version 1. */
  public static final String ECDSA_P256 = "ecdsa-p256-sha256";

  private static final Pattern SHAPE =
      Pattern.compile(
          "porchlight=(\\((\"[a-z@-]{1,40}\"(?: \"[a-z@-]{1,40}\"){0,9})\\)"
              + ";created=(-?\\d{1,15})"
              + ";nonce=\"([A-Za-z0-9_-]{22,64})\""
              + ";keyid=\"([A-Za-z0-9_-]{43})\""
              + ";alg=\"([a-z0-9-]{1,40})\")");

  /** Reads the header; empty when it has not the form of the protocol. */
  public static Optional<SignatureInput> parse(String header) {
    Matcher matcher = SHAPE.matcher(header.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<String> components =
        List.of(matcher.group(2).substring(1, matcher.group(2).length() - 1).split("\" \"", -1));
    return Optional.of(
        new SignatureInput(
            components,
            Instant.ofEpochSecond(Long.parseLong(matcher.group(3))),
            matcher.group(4),
            matcher.group(5),
            matcher.group(6),
            matcher.group(1)));
  }
}
