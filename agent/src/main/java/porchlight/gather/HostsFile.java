package porchlight.gather;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import porchlight.facts.Hosts;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.machine.Question;

/** A hosts file, hosts(5), read as the C library reads it. */
public final class HostsFile {
  private static final Pattern NAME =
      Pattern.compile("(?:[a-z0-9_](?:[a-z0-9_-]{0,62})\\.)+([a-z][a-z0-9-]{0,62})\\.?");

  /** What is never found on the internet: RFC 6761, RFC 6762 appendix G, RFC 8375, ICANN's. */
  private static final Set<String> NOT_PUBLIC =
      Set.of(
          "localhost",
          "localdomain",
          "localdomain4",
          "localdomain6",
          "local",
          "internal",
          "intranet",
          "private",
          "lan",
          "home",
          "corp",
          "mail",
          "test",
          "example",
          "invalid",
          "arpa",
          "onion",
          "alt");

  private HostsFile() {}

  /**
   * What that text says.
   *
   * @param own what the machine calls itself, in small letters and without a domain; may be empty
   * @param isAsked whether programs look into the file
   */
  public static Reading<Hosts> read(Question file, String text, String own, boolean isAsked) {
    var pointed = new ArrayList<Hosts.Entry>();
    var blocked = new HashSet<String>();
    boolean any = false;
    boolean some = false;
    for (String raw : text.lines().toList()) {
      int comment = raw.indexOf('#');
      String line = (comment < 0 ? raw : raw.substring(0, comment)).strip();
      if (line.indexOf('\0') >= 0) {
        return Answers.notUnderstood(file, "it is not text");
      }
      String[] words = line.split("\\s+", -1);
      Optional<IpAddress> address = IpAddress.of(words[0].replaceFirst("%.*", ""));
      any |= !line.isEmpty();
      some |= address.isPresent();
      if (address.isPresent()) { // any other line is passed over by the C library too
        names(words, own)
            .forEach(name -> {
              if (isNobody(address.get())) {
                blocked.add(name);
              } else {
                pointed.add(new Hosts.Entry(name, address.get().text()));
              }
            });
      }
    }
    return any && !some
        ? Answers.notUnderstood(file, "no line of it begins with an address")
        : Reading.known(new Hosts(isAsked, pointed.stream().distinct().toList(), blocked.size()));
  }

  /** A machine may have its own public name here, beside the short one. */
  private static List<String> names(String[] words, String own) {
    var found = new ArrayList<String>();
    for (int i = 1; i < words.length; i++) {
      String name = words[i].toLowerCase(Locale.ROOT);
      if (isPublic(name) && (own.isEmpty() || !name.startsWith(own + "."))) {
        found.add(name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
      }
    }
    return found;
  }

  private static boolean isPublic(String name) {
    var parts = NAME.matcher(name);
    return name.length() <= 254 && parts.matches() && !NOT_PUBLIC.contains(parts.group(1));
  }

  /** This laptop, nobody, or all: no way to lead somebody elsewhere. */
  private static boolean isNobody(IpAddress address) {
    return address.isLoopback()
        || address.isAny()
        || (address.isIpv4() && address.low() >>> 24 == 0)
        || (address.isIpv4() && address.low() >>> 28 >= 14)
        || (!address.isIpv4() && address.high() >>> 56 == 0xff);
  }
}
