package porchlight;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/** People in remembered machines, whose names have stand-ins there; and how to find them again. */
final class Peopled {
  /** Names for the stand-ins that recordings have; no word of any program is among them. */
  private static final Map<String, String> PEOPLE = new LinkedHashMap<>();

  static {
    PEOPLE.put("person-1", "a.lindqvist");
    PEOPLE.put("person-2", "bjoern.aakesson");
    PEOPLE.put("person-3", "chioma_o");
    PEOPLE.put("network-1", "Lindqvists Loft 5G");
    PEOPLE.put("network-2", "Zum Goldenen Krug");
    PEOPLE.put("laptop-1", "LT-LINDQVIST-04");
    PEOPLE.put("domain-1", "kontor.lindqvist-partner.example");
    PEOPLE.put("host-1", "proxy.lindqvist-partner.example");
    PEOPLE.put("name-1", "LINDQVISTPARTNER");
  }

  private static final Pattern IPV4 =
      Pattern.compile("(?<![\\d.A-Za-z-])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\d.]|[~+-])");
  private static final Pattern MAC =
      Pattern.compile(
          "(?i)(?<![0-9a-f:-])[0-9a-f]{2}(?:([:-])[0-9a-f]{2})(?:\\1[0-9a-f]{2}){4}(?![0-9a-f:-])");
  private static final Pattern IPV6 =
      Pattern.compile(
          "(?i)(?<![0-9a-f:.])(?:f[cd][0-9a-f]{2}|fe80|[23][0-9a-f]{3})(?::[0-9a-f]{0,4}){2,7}(?![0-9a-f:])");
  private static final Pattern ID =
      Pattern.compile("(?i)(?<![0-9a-f-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern ACCOUNT = Pattern.compile("S-1-5-21(?:-\\d+){3}");

  /** Nobody's: see the words of {@code Addresses} and {@code HomeAddresses}. */
  private static final Pattern NOBODYS =
      Pattern.compile(
          "0\\..*|127\\..*|2(?:2[4-9]|[34]\\d|5[0-5])\\..*|198\\.1[89]\\..*|192\\.0\\.[02]\\..*|198\\.51\\.100\\..*"
              + "|203\\.0\\.113\\..*|10\\.0\\.0\\.(?:0|1|254|255)|(?:10\\.0|172\\.16|192\\.168|169\\.254)\\.0\\.0"
              + "|100\\.64\\.0\\.0|(?:192\\.168|169\\.254)\\.255\\.255|172\\.20\\.10\\.\\d+|192\\.168\\.(?:8|42|43|137)\\.(?:0|1|254|255)"
              + "|(?i:2001:0?db8:.*|fe80::[0-9a-f]{0,2}|02[:-]00[:-]5e.*|(?:00[:-]){5}00|(?:ff[:-]){5}ff|33[:-]33.*|01[:-]00[:-]5e.*"
              + "|00[:-]00[:-]5e[:-]00[:-]0[12].*|0{8}-.*)");

  private Peopled() {}

  static String of(String recording) {
    String peopled = recording;
    for (var one : PEOPLE.entrySet()) {
      peopled = peopled.replaceAll(one.getKey() + "(?!\\d)", one.getValue());
    }
    return peopled;
  }

  /** What must not be found again: by other words than those of the redaction. */
  static Set<String> secrets(String source) {
    var secrets = new TreeSet<String>();
    PEOPLE.values().stream().filter(source::contains).forEach(secrets::add);
    String body = source.substring(Math.max(0, source.indexOf("\n@ ")));
    for (Pattern shape : List.of(IPV4, MAC, IPV6, ID, ACCOUNT)) {
      shape.matcher(body).results().forEach(found -> secrets.add(found.group()));
    }
    secrets.removeIf(one -> NOBODYS.matcher(one).matches() || isPolicys(one) || isNoAddress(one));
    return secrets;
  }

  /** Named in the policy, or asked by the program of every laptop alike. */
  private static boolean isPolicys(String address) {
    return Known.HOLDS.stream().anyMatch(one -> address.toLowerCase(Locale.ROOT).equals(one))
        || address.matches(
            "(?:1\\.[10]\\.[10]|9\\.9\\.9|8\\.8\\.[48]|149\\.112\\.112|208\\.67\\.22[0-3]|94\\.140\\.1[45])\\..*");
  }

  private static boolean isNoAddress(String one) {
    return one.matches("[\\d.]+")
        && Arrays.stream(one.split("\\.", -1)).anyMatch(part -> Integer.parseInt(part) > 255);
  }

  /** Constants of the program and its policy. */
  private static final class Known {
    static final Set<String> HOLDS = holds();

    private static Set<String> holds() {
      var all = new TreeSet<String>();
      try (var files = Files.walk(Path.of("src/main"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          add(all, Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        add(all, Files.readString(Path.of("../config/policy.json")));
      } catch (IOException broken) {
        throw new java.io.UncheckedIOException(broken);
      }
      // Routers of homes are there as signs, and stand for nobody; laptops behind them are not.
      all.removeIf(one -> one.startsWith("192.168.") || one.startsWith("10."));
      return all;
    }

    private static void add(Set<String> all, String text) {
      for (Pattern shape : List.of(IPV4, IPV6, ID)) {
        shape
            .matcher(text)
            .results()
            .forEach(found -> all.add(found.group().toLowerCase(Locale.ROOT)));
      }
    }
  }

  /** The file as it is, its names, and each file in it unpacked. */
  static List<Hay> everyByte(Path bundle) throws IOException {
    byte[] packed = Files.readAllBytes(bundle);
    var all = new ArrayList<Hay>();
    all.add(Hay.of(packed));
    try (var zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        all.add(Hay.of(entry.getName().getBytes(StandardCharsets.UTF_8)));
        all.add(Hay.of(zip.readAllBytes()));
      }
    }
    return all;
  }

  /** Bytes in which secrets are looked for, read once. */
  record Hay(String plain, String lower, String latin) {
    static Hay of(byte[] bytes) {
      String plain = new String(bytes, StandardCharsets.UTF_8);
      return new Hay(
          plain, plain.toLowerCase(Locale.ROOT), new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** As a word: 10.0.0.1 is not in 110.0.0.12. */
    private boolean has(String word) {
      return lower.contains(word.toLowerCase(Locale.ROOT))
          && Pattern.compile(
                  "(?<![\\p{L}\\d.:])" + Pattern.quote(word) + "(?![\\p{L}\\d:]|\\.\\d)",
                  Pattern.CASE_INSENSITIVE)
              .matcher(plain)
              .find();
    }
  }

  /** In which form the secret is there, if in any. */
  static Optional<String> form(String secret, Hay hay) {
    var forms = new LinkedHashMap<String, String>();
    byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
    forms.put("base64", Base64.getEncoder().withoutPadding().encodeToString(utf8));
    forms.put("hexadecimal", HexFormat.of().formatHex(utf8));
    forms.put("url", URLEncoder.encode(secret, StandardCharsets.UTF_8));
    forms.put("numbers", numbers(utf8));
    if (secret.length() >= 16 && MAC.matcher(secret).matches()) {
      forms.put("bare digits", secret.replaceAll("[:-]", ""));
      forms.put("escaped", secret.replace(":", "\\:"));
    }
    forms.put("itself", secret);
    for (var form : forms.entrySet()) {
      if (hay.has(form.getValue())) {
        return Optional.of(form.getKey());
      }
    }
    for (var wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      if (hay.latin.contains(new String(secret.getBytes(wide), StandardCharsets.ISO_8859_1))) {
        return Optional.of(wide.name());
      }
    }
    return Optional.empty();
  }

  private static String numbers(byte[] bytes) {
    var out = new StringBuilder();
    for (byte one : bytes) {
      out.append(one & 0xff).append(';');
    }
    return out.toString();
  }
}
