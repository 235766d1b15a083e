package porchlight.machine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import porchlight.machine.Redaction.Personal;

/**
 * What is done beyond the usual {@link Redaction} when a recording is given to others: home folders
 * and hosts are looked for in every answer, names in every form in which programs write them, and
 * ids, serial numbers, secrets and addresses of mail by their form.
 *
 * @param inPlace names that are also words which the answers need: replaced only where they are
 *     names
 */
record Disguise(Set<String> inPlace, Shapes shapes, Map<String, String> guises) {

  /** In every answer, whatever was asked. */
  static final List<Personal> ANYWHERE =
      List.of(
          new Personal(
              Pattern.compile(
                  "(?:/home|/Users)/(?!Shared\\b|Guest\\b|linuxbrew\\b)([^/\\s:,;\"'<>]+)"),
              "person"),
          WindowsNames.HOME);

  /** This laptop's own names, and those of others at home or at work, in a hosts file. */
  static final Personal IN_HOSTS =
      new Personal(
          Pattern.compile(
              "(?m)(?:^(?:127\\.0\\.1\\.1|(?:10|192\\.168|172\\.(?:1[6-9]|2\\d|3[01]))\\.[\\d.]+)|\\G(?!^))[ \\t]+"
                  + "([A-Za-z0-9][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]+)*)"),
          "host");

  /** What routers of homes and systems call every network alike. */
  private static final Set<String> EVERYBODYS =
      Set.of(
          "lan",
          "home",
          "local",
          "localdomain",
          "internal",
          "workgroup",
          "home.arpa",
          "fritz.box",
          "speedport.ip",
          "attlocal.net",
          "cable.virginm.net",
          "myfiosgateway.com",
          "fios-router.home",
          "localhost.localdomain",
          "guest",
          "users",
          "public",
          "shared");

  /** Ends of names that are looked up nowhere in the internet. */
  private static final Set<String> INSIDE =
      Set.of("lan", "home", "local", "localdomain", "internal", "intranet", "private", "corp");

  Disguise {
    inPlace = Set.copyOf(inPlace);
  }

  static Disguise but(Set<String> inPlace) {
    return new Disguise(inPlace, new Shapes(), new LinkedHashMap<>());
  }

  static boolean isEverybodys(String name) {
    return EVERYBODYS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** A name of several labels keeps having several, since those of one are judged otherwise. */
  static String shaped(String standIn, String kind, String name) {
    if (!(kind.equals("host") || kind.equals("domain")) || name.indexOf('.') < 0) {
      return standIn;
    }
    String last = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return standIn + "." + (INSIDE.contains(last) ? last : "example.com");
  }

  void learn(String name, String standIn) {
    guises.putAll(Guises.of(name, standIn));
  }

  /** The text without what has a form of its own. */
  String of(String text) {
    String clean = text;
    for (var guise : guises.entrySet()) {
      clean = clean.replace(guise.getKey(), guise.getValue());
    }
    return shapes.of(clean);
  }
}
