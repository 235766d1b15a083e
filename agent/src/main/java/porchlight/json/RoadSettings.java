package porchlight.json;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * How reports get out.
 *
 * @param ways in the order in which they are tried; none: as the system says
 * @param credentials the file with names and passwords for proxies
 * @param pins SHA-256 of the public keys of which one must vouch for central; none: any authority
 *     that this laptop trusts
 * @param keeps whether the connection stays from one report to the next
 */
public record RoadSettings(
    Optional<List<Way>> ways, Optional<Path> credentials, List<String> pins, boolean keeps) {
  /** As the system says. */
  public static final RoadSettings DEFAULTS =
      new RoadSettings(Optional.empty(), Optional.empty(), List.of(), true);

  static final String A_PIN = "sha256/ and the base64 of a public key's SHA-256";

  public RoadSettings {
    pins = List.copyOf(pins);
  }

  static RoadSettings read(Fields fields, RoadSettings fallback, Optional<Path> credentials) {
    var ways =
        fields.has("proxy")
            ? fields.form("proxy", Way.EXPECTED, Way.Chosen::of).ways()
            : fallback.ways();
    List<String> pins =
        fields.has("pins") ? fields.forms("pins", A_PIN, RoadSettings::pin) : fallback.pins();
    if (pins.stream().distinct().count() == 1) {
      throw fields.refused(
          "pins",
          "one pin alone would shut every laptop out on the day that key is changed; name a"
              + " backup's as well");
    }
    boolean keeps =
        fields.word("connection", List.of("cycle", "kept"), RoadSettings::keeps, fallback.keeps());
    return new RoadSettings(ways, credentials, pins, keeps);
  }

  private static Optional<Boolean> keeps(String word) {
    return switch (word) {
      case "kept" -> Optional.of(true);
      case "cycle" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<String> pin(String text) {
    try {
      return text.startsWith("sha256/")
              && Base64.getDecoder().decode(text.substring(7)).length == 32
          ? Optional.of(text.substring(7))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
