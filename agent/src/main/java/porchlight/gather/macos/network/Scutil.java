package porchlight.gather.macos.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import porchlight.facts.Dns;
import porchlight.facts.Dns.Resolver;
import porchlight.facts.Dns.Transport;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Run;

/**
 * {@code scutil --dns}: the name servers as the system uses them. The first plain block answers
 * everything, unless a supplemental one that is for no domain in particular comes before it, as a
 * VPN's does; scoped blocks serve only programs that bind to an interface. Whether a profile
 * encrypts the queries is not told here; who chose the servers, {@link ServiceSettings} says.
 */
public final class Scutil {
  static final Run DNS =
      Run.of("scutil", "--dns")
          .hiding("^  (?:search )?domain(?:\\[\\d+])? *: (?!local$|\\S+\\.arpa$)(.+)$");

  /** All that may be asked. */
  public static final List<Question> QUESTIONS = List.of(DNS, ServiceSettings.SETTINGS);

  private static final String BY = "macOS";
  private static final String TITLE = "DNS configuration";
  private static final String NONE = "No DNS configuration available";
  private static final Pattern BLOCK = Pattern.compile("resolver #\\d+");
  private static final Pattern ROW =
      Pattern.compile("\\s*([a-z_]+(?: [a-z]+)?)(?:\\[\\d+])? *: (.*)");
  private static final Pattern LINK = Pattern.compile("\\d+ \\((\\S+)\\)");

  /** Where the service that carries the default route stands. */
  private static final int PRIMARY = 200_000;

  private Scutil() {}

  public static Reading<Dns> read(Machine machine) {
    return read(machine.ask(DNS))
        .map(
            dns -> dns.resolvers().isEmpty() ? dns : withOrigins(dns, ServiceSettings.of(machine)));
  }

  private static Dns withOrigins(Dns dns, ServiceSettings settings) {
    return new Dns(dns.resolvers().stream().map(settings::withOrigin).toList(), dns.by());
  }

  static Reading<Dns> read(Answer answer) {
    return Answers.read(
        DNS, answer, said -> said.code() == 0 ? parse(said.text()) : Refusal.because(DNS, said));
  }

  /** What comes once in a block; a second one would be a stranger's, who named a domain so. */
  private static final Set<String> SINGLE =
      Set.of("domain", "flags", "options", "order", "if_index");

  private static final class Block {
    private final Set<String> seen = new HashSet<>();
    private final List<String> servers = new ArrayList<>();
    private String domain = "";
    private String link = "";
    private String flags = "";
    private String options = "";
    private int order = PRIMARY;

    private boolean isMulticast() {
      return !options.isEmpty(); // mdns, or pdns: not asked by DNS
    }

    private boolean isScoped() {
      return Stream.of(flags.split(", ", -1)).anyMatch("Scoped"::equals);
    }

    private boolean isSupplemental() {
      return Stream.of(flags.split(", ", -1)).anyMatch("Supplemental"::equals);
    }

    /** One for everything comes before the default; one for a domain is asked for that only. */
    private int rank() {
      return !domain.isEmpty() ? 2 : isSupplemental() && order < PRIMARY ? 0 : 1;
    }
  }

  private static Reading<Dns> parse(String text) {
    if (text.strip().equals(NONE)) {
      return Reading.known(new Dns(List.of(), BY));
    }
    var blocks = new ArrayList<Block>();
    boolean ours = false;
    boolean titled = false;
    for (String line : text.lines().map(String::stripTrailing).toList()) {
      if (line.startsWith(TITLE)) {
        ours = line.equals(TITLE); // the other sections are scoped or for a service
        titled |= ours;
      } else if (ours && BLOCK.matcher(line).matches()) {
        blocks.add(new Block());
      } else if (ours && !line.isEmpty()) {
        Matcher row = ROW.matcher(line);
        // A word that is not known changes nothing; without a block there is nothing to change.
        if (blocks.isEmpty() || (row.matches() && !take(blocks.getLast(), row))) {
          return Answers.notUnderstood(DNS, line);
        }
      }
    }
    return titled && !blocks.isEmpty() ? dns(blocks) : Answers.notUnderstood(DNS, text);
  }

  /** False for a value that is not understood. */
  private static boolean take(Block block, Matcher row) {
    String value = row.group(2).strip();
    if (SINGLE.contains(row.group(1)) && !block.seen.add(row.group(1))) {
      return false;
    }
    switch (row.group(1)) {
      case "nameserver" -> block.servers.add(value);
      case "domain" -> block.domain = value;
      case "flags" -> block.flags = value;
      case "options" -> block.options = value;
      case "order" -> {
        if (!value.matches("[0-9]{1,9}")) {
          return false;
        }
        block.order = Integer.parseInt(value);
      }
      case "if_index" -> {
        Matcher link = LINK.matcher(value);
        block.link = link.matches() ? Answers.brief(link.group(1)) : "";
      }
      default -> {} // search domain, timeout, reach, port
    }
    return true;
  }

  private static Reading<Dns> dns(List<Block> blocks) {
    var resolvers = new ArrayList<Resolver>();
    var used =
        blocks.stream()
            .filter(block -> !block.isScoped() && !block.isMulticast())
            .sorted(Comparator.comparingInt(Block::rank)) // stable: scutil has them in their order
            .toList();
    for (Block block : used) {
      for (String server : block.servers) {
        var address = ServiceSettings.address(server);
        if (address.isEmpty()) {
          return Answers.notUnderstood(DNS, "a name server that is no address");
        }
        // A local server for a domain of one's own, as developers have it, answers nothing else.
        if (block.domain.isEmpty() || !address.get().isLoopback()) {
          resolvers.add(new Resolver(address.get().text(), block.link, Transport.NOT_TOLD));
        }
      }
    }
    return Reading.known(new Dns(resolvers.stream().distinct().toList(), BY));
  }
}
