package porchlight.gather.linux.firewall;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * What the kernel's own form of the rules says and nft's listings leave out: whether a rule that
 * ends in {@code reject with tcp reset} is about IPv4 only, IPv6 only, or both. (Both listings drop
 * a {@code meta nfproto ipv4} that stands in such a rule, as if the rejection implied it.)
 */
final class NftBytecode {
  static final Run LISTING =
      Run.of("nft", "--debug=netlink", "list", "ruleset").within(Duration.ofSeconds(10));

  private static final String LOAD_FAMILY = "  [ meta load nfproto => reg ";
  private static final String LOAD_ETHERTYPE = "  [ meta load protocol => reg ";
  private static final Ranges IPV4 = Ranges.just(2);
  private static final Ranges IPV6 = Ranges.just(10);

  /** What a number that the family or the ethertype is compared with says. */
  private static final Map<String, Ranges> NUMBERS =
      Map.of(
          "0x00000002",
          IPV4,
          "0x02",
          IPV4,
          "0x0000000a",
          IPV6,
          "0x0a",
          IPV6,
          "0x00000008",
          IPV4,
          "0x0800",
          IPV4,
          "0x0000dd86",
          IPV6,
          "0x86dd",
          IPV6);

  private static final Ranges BOTH = IPV4.or(IPV6);

  /** By family, table, chain and handle; nothing where it was not understood. */
  private final Map<String, Optional<Ranges>> families = new HashMap<>();

  /** Nothing was read. */
  static NftBytecode none() {
    return new NftBytecode();
  }

  static Reading<NftBytecode> read(Answer answer) {
    return Answers.read(
        LISTING, answer, said -> Nft.permitted(said, LISTING).map(NftBytecode::understand));
  }

  private static NftBytecode understand(String text) {
    var read = new NftBytecode();
    String rule = "";
    String register = "";
    for (String line : text.split("\n", -1)) {
      if (!line.startsWith(" ")) {
        String[] words = line.split(" ", -1);
        boolean isRule =
            words.length >= 4
                && Set.of("inet", "netdev", "ip", "ip6", "bridge").contains(words[0])
                && words[3].matches("[0-9]{1,18}");
        rule = isRule ? String.join(" ", words[0], words[1], words[2], words[3]) : "";
        register = "";
        if (isRule) {
          read.families.put(rule, Optional.of(BOTH));
        }
      } else if (line.startsWith(LOAD_FAMILY) || line.startsWith(LOAD_ETHERTYPE)) {
        register = line.substring(line.indexOf("=> reg ") + 7).replace(" ]", "");
      } else if (!register.isEmpty()) {
        String[] words = line.strip().split(" +", -1);
        boolean compares = words.length == 7 && words[1].equals("cmp") && words[4].equals(register);
        Optional<Ranges> said =
            compares && words[2].equals("eq")
                ? Optional.ofNullable(NUMBERS.get(words[5]))
                : Optional.empty();
        read.families.put(rule, said);
        register = "";
      }
    }
    return read;
  }

  /** The families (nfproto) that the rule is about; empty when that was not read. */
  Optional<Ranges> families(NftTable table, String chain, long handle) {
    return families.getOrDefault(
        String.join(" ", table.family, table.name, chain, Long.toString(handle)), Optional.empty());
  }
}
