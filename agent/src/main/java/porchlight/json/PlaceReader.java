package porchlight.json;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import porchlight.checks.Check;
import porchlight.checks.Place;
import porchlight.facts.Network;
import porchlight.facts.Place.Kind;
import porchlight.policy.PlaceRules;
import porchlight.policy.PlaceRules.Office;

/** Reads what a policy says of places. */
final class PlaceReader {
  private static final String KEY = "32 random bytes as base64url, as in openssl rand -base64 32";
  private static final String FINGERPRINT = "a fingerprint, as porchlight place shows it";
  private static final String MAC = "a hardware address such as 00:11:22:33:44:55";
  private static final String RANGE = "a range such as 10.20.0.0/16";
  private static final int KEY_LENGTH = 32;

  private PlaceReader() {}

  static PlaceRules read(Fields fields) {
    var offices = new ArrayList<Office>();
    if (fields.has("offices")) {
      fields.objects("offices").forEach(office -> offices.add(office(office)));
    }
    Optional<String> key =
        fields.has("key")
            ? Optional.of(fields.form("key", KEY, PlaceReader::key))
            : Optional.empty();
    var rules = new PlaceRules(key, fields.truth("peopleSay", true), offices);
    fields.finish();
    return rules;
  }

  static Check check(Fields rule) {
    return new Place(rule.forms("refused", "a kind of place such as public-hotspot", Kind::of));
  }

  private static Office office(Fields fields) {
    var fingerprint = form(fields, "fingerprint", FINGERPRINT, PlaceReader::fingerprint);
    var gateway = form(fields, "gateway", MAC, PlaceReader::mac);
    var subnet = form(fields, "subnet", RANGE, Network::of);
    var suffix = form(fields, "suffix", "a domain such as corp.example.com", PlaceReader::domain);
    var wifi = fields.texts("wifi", List.of());
    fields.finish();
    if (fingerprint.isEmpty() && gateway.isEmpty()) {
      throw fields.wrong(
          "gateway", "this or a \"fingerprint\": all else is what any network can say of itself");
    }
    return new Office(fingerprint, gateway, subnet, suffix, wifi);
  }

  private static <T> Optional<T> form(
      Fields fields,
      String name,
      String expected,
      java.util.function.Function<String, Optional<T>> of) {
    return fields.has(name) ? Optional.of(fields.form(name, expected, of)) : Optional.empty();
  }

  /** As the rest of the house keeps keys: plain base64. */
  private static Optional<String> key(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.strip().replace('-', '+').replace('_', '/'));
      return bytes.length == KEY_LENGTH
          ? Optional.of(Base64.getEncoder().encodeToString(bytes))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<String> fingerprint(String text) {
    return text.matches("[A-Za-z0-9_-]{22}") ? Optional.of(text) : Optional.empty();
  }

  private static Optional<String> mac(String text) {
    String mac = text.toLowerCase(Locale.ROOT).replace('-', ':');
    return mac.matches("[0-9a-f]{2}(:[0-9a-f]{2}){5}") ? Optional.of(mac) : Optional.empty();
  }

  private static Optional<String> domain(String text) {
    return text.matches("[A-Za-z0-9_.-]+") ? Optional.of(text) : Optional.empty();
  }
}
