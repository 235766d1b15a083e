package porchlight.gather.linux.firewall;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads the matches of iptables: {@code -m name --option value}. */
final class IptablesMatch {
  private static final Condition LUCK = new Condition.Luck();
  private static final Condition ALWAYS = new Condition.Fixed(true);
  private static final Condition NEVER = new Condition.Fixed(false);

  private IptablesMatch() {}

  /** The tests of one match; what is not understood is one test that is not known. */
  static List<Step> read(String name, List<IptablesRule.Option> options, boolean v6) {
    return switch (name) {
      case "comment", "nfacct" -> List.of();
      case "limit", "hashlimit", "connlimit", "statistic", "osf", "tos", "ecn", "tcpmss", "eui64" ->
          List.of(new Step.Test(LUCK));
      case "icmp",
          "icmp6",
          "icmpv6",
          "igmp",
          "sctp",
          "dccp",
          "udplite",
          "ah",
          "esp",
          "mh",
          "ipcomp" ->
          List.of(new Step.Test(NEVER)); // another protocol: the rule's -p says so too
      case "hbh", "dst", "rt", "frag", "srh" ->
          List.of(
              new Step.Test(
                  options.stream().anyMatch(IptablesRule.Option::negated)
                      ? unsure(name, options)
                      : NEVER)); // parts of a packet that an ordinary one does not have
      case "rpfilter" ->
          List.of(
              new Step.Test(
                  options.stream().anyMatch(option -> option.name().equals("--invert"))
                      ? NEVER
                      : ALWAYS)); // a neighbour's address leads back to where it came from
      case "policy" -> List.of(new Step.Test(policy(options)));
      case "recent" -> List.of(new Step.Test(recent(options)));
      case "set" -> each(name, options, option -> set(option));
      case "tcp", "udp", "multiport" -> each(name, options, IptablesMatch::ports);
      case "conntrack", "state" -> each(name, options, IptablesMatch::conntrack);
      case "addrtype" -> each(name, options, option -> addrtype(option, v6));
      case "mark" -> each(name, options, option -> mark(Field.MARK, option));
      case "connmark" -> each(name, options, option -> mark(Field.CTMARK, option));
      case "pkttype", "iprange", "mac", "length", "ttl", "hl", "dscp", "devgroup", "helper" ->
          each(name, options, IptablesMatch::simple);
      default -> List.of(new Step.Test(unsure(name, options)));
    };
  }

  private static Condition unsure(String name, List<IptablesRule.Option> options) {
    return new Condition.Unsure("the match " + name + " " + text(options), false);
  }

  private static String text(List<IptablesRule.Option> options) {
    String text = options.toString();
    return text.length() <= 80 ? text : text.substring(0, 80) + "#" + text.hashCode();
  }

  private static List<Step> each(
      String name,
      List<IptablesRule.Option> options,
      Function<IptablesRule.Option, Optional<Condition>> reader) {
    var steps = new ArrayList<Step>();
    for (IptablesRule.Option option : options) {
      steps.add(new Step.Test(reader.apply(option).orElseGet(() -> unsure(name, List.of(option)))));
    }
    return steps;
  }

  private static Optional<Condition> ports(IptablesRule.Option option) {
    String value = option.value();
    return switch (option.name()) {
      case "--dport", "--dports", "--destination-port", "--destination-ports" ->
          in(Field.DPORT, IptablesValues.ranges(value), option);
      case "--sport", "--sports", "--source-port", "--source-ports" ->
          in(Field.SPORT, IptablesValues.ranges(value), option);
      case "--ports", "--port" ->
          IptablesValues.ranges(value)
              .map(wanted ->
                  new Condition.Listed(
                      List.of(Field.SPORT, Field.DPORT),
                      List.of(
                          List.of(wanted, Field.DPORT.all()), List.of(Field.SPORT.all(), wanted)),
                      option.negated(),
                      false));
      case "--tcp-flags" -> flags(option);
      case "--syn" ->
          Optional.of(
              new Condition.Masked(
                  Field.TCPFLAGS,
                  BigInteger.valueOf(0x17),
                  BigInteger.ZERO,
                  Ranges.just(2),
                  option.negated()));
      case "--tcp-option" -> Optional.of(LUCK);
      default -> Optional.empty();
    };
  }

  private static Optional<Condition> flags(IptablesRule.Option option) {
    if (option.values().size() != 2) {
      return Optional.empty();
    }
    Optional<BigInteger> mask = IptablesValues.flagBits(option.values().get(0));
    Optional<BigInteger> wanted = IptablesValues.flagBits(option.values().get(1));
    return mask.flatMap(bits ->
        wanted.map(set ->
            new Condition.Masked(
                Field.TCPFLAGS, bits, BigInteger.ZERO, Ranges.just(set), option.negated())));
  }

  private static Optional<Condition> conntrack(IptablesRule.Option option) {
    return switch (option.name()) {
      case "--ctstate", "--state" -> states(option);
      case "--ctstatus" ->
          option.value().equals("NONE")
              ? in(Field.CTSTATUS, Optional.of(Ranges.just(0)), option)
              : IptablesValues.words(Field.CTSTATUS, option.value().replace('_', '-'))
                  .map(parts ->
                      new Condition.Masked(
                          Field.CTSTATUS,
                          IptablesValues.orOf(parts),
                          BigInteger.ZERO,
                          Ranges.just(0),
                          !option.negated()));
      case "--ctdir" -> in(Field.CTDIRECTION, direction(option.value()), option);
      case "--ctproto" -> IptablesValues.protocol(option.value(), option.negated());
      case "--ctorigsrc" ->
          IptablesValues.network(Field.CT_SADDR, option.value(), option.negated());
      case "--ctorigdst" ->
          IptablesValues.network(Field.CT_DADDR, option.value(), option.negated());
      case "--ctorigsrcport" -> in(Field.CT_SPORT, IptablesValues.ranges(option.value()), option);
      case "--ctorigdstport" -> in(Field.CT_DPORT, IptablesValues.ranges(option.value()), option);
      default -> Optional.empty();
    };
  }

  private static Optional<Ranges> direction(String word) {
    return Words.meaning(Field.CTDIRECTION, word.toLowerCase(Locale.ROOT));
  }

  private static Optional<Condition> states(IptablesRule.Option option) {
    var bits = new ArrayList<Ranges>();
    BigInteger translated = BigInteger.ZERO;
    for (String word : option.value().split(",", -1)) {
      if (word.equals("SNAT") || word.equals("DNAT")) {
        translated = translated.or(BigInteger.valueOf(word.equals("SNAT") ? 16 : 32));
        continue;
      }
      Optional<Ranges> state = Words.meaning(Field.CTSTATE, word.toLowerCase(Locale.ROOT));
      if (state.isEmpty()) {
        return Optional.empty();
      }
      bits.add(state.get());
    }
    Ranges wanted = bits.isEmpty() ? Ranges.NONE : Ranges.join(bits);
    if (translated.signum() == 0) {
      return in(Field.CTSTATE, Optional.of(wanted), option);
    }
    var marked = new ArrayList<Ranges>();
    for (long status = 0; status < 1024; status++) {
      if (BigInteger.valueOf(status).and(translated).signum() != 0) {
        marked.add(Ranges.just(status));
      }
    }
    return Optional.of(
        new Condition.Listed(
            List.of(Field.CTSTATE, Field.CTSTATUS),
            List.of(
                List.of(wanted, Field.CTSTATUS.all()),
                List.of(Field.CTSTATE.all(), Ranges.join(marked))),
            option.negated(),
            false));
  }

  private static Optional<Condition> addrtype(IptablesRule.Option option, boolean v6) {
    Field field =
        switch (option.name()) {
          case "--src-type" -> Field.FIB_SADDR_TYPE;
          case "--dst-type" -> Field.FIB_DADDR_TYPE;
          default -> Field.MARK;
        };
    if (option.name().startsWith("--limit-iface")) {
      return Optional.of(ALWAYS);
    }
    boolean several = option.value().contains(",");
    if (field == Field.MARK || (v6 && several)) {
      return Optional.empty(); // IPv6 asks for all of the types at once, in ways of its own
    }
    return IptablesValues.words(field, option.value())
        .map(Ranges::join)
        // For IPv6 an address of this laptop is unicast too.
        .map(types -> v6 && option.value().equals("UNICAST") ? types.or(Ranges.just(2)) : types)
        .map(types -> new Condition.In(field, types, option.negated()));
  }

  private static Optional<Condition> mark(Field field, IptablesRule.Option option) {
    return option.name().equals("--mark")
        ? IptablesTarget.valueAndMask(option.value())
            .map(pair ->
                new Condition.Masked(
                    field,
                    pair.get(1),
                    BigInteger.ZERO,
                    Ranges.just(pair.get(0)),
                    option.negated()))
        : Optional.empty();
  }

  private static Optional<Condition> simple(IptablesRule.Option option) {
    String value = option.value();
    return switch (option.name()) {
      case "--pkt-type" -> in(Field.PKTTYPE, Words.meaning(Field.PKTTYPE, value), option);
      case "--src-range" -> in(Field.SADDR, IptablesValues.between(value), option);
      case "--dst-range" -> in(Field.DADDR, IptablesValues.between(value), option);
      case "--mac-source" -> in(Field.ETHER_SADDR, Words.meaning(Field.ETHER_SADDR, value), option);
      case "--length" -> in(Field.LENGTH, IptablesValues.range(value), option);
      case "--ttl-eq", "--hl-eq" -> in(Field.TTL, IptablesValues.range(value), option);
      case "--ttl-gt", "--hl-gt" ->
          in(Field.TTL, IptablesValues.range(value + ":255"), option).map(IptablesMatch::beyond);
      case "--ttl-lt", "--hl-lt" ->
          in(Field.TTL, IptablesValues.range("0:" + value), option).map(IptablesMatch::beyond);
      case "--dscp" -> in(Field.DSCP, IptablesValues.range(value), option);
      case "--src-group" -> in(Field.IIFGROUP, Words.meaning(Field.IIFGROUP, value), option);
      case "--dst-group" -> in(Field.OIFGROUP, Words.meaning(Field.OIFGROUP, value), option);
      case "--helper" -> Optional.of(new Condition.Fixed(option.negated()));
      default -> Optional.empty();
    };
  }

  /** Greater or less than: without the edge itself. A stranger picks its TTL, so luck will do. */
  private static Condition beyond(Condition withEdge) {
    return LUCK;
  }

  private static Condition policy(List<IptablesRule.Option> options) {
    // An ordinary stranger's packet was not decrypted by IPsec.
    for (IptablesRule.Option option : options) {
      if (option.name().equals("--pol") && !option.negated()) {
        return option.value().equals("none") ? ALWAYS : NEVER;
      }
    }
    return unsure("policy", options);
  }

  /** Who comes for the first time is on no list; whether one can get onto it is not known. */
  private static Condition recent(List<IptablesRule.Option> options) {
    for (IptablesRule.Option option : options) {
      switch (option.name()) {
        case "--set" -> {
          return new Condition.Fixed(!option.negated());
        }
        case "--rcheck", "--update", "--remove" -> {
          return new Condition.Doubtful("who is in a list of recent senders", !option.negated());
        }
        default -> {
          // seconds, hitcount, name: how long one stays on the list
        }
      }
    }
    return unsure("recent", options);
  }

  private static Optional<Condition> set(IptablesRule.Option option) {
    return option.name().equals("--match-set")
        ? Optional.of(
            new Condition.Unsure(
                "the members of the ipset " + String.join(" ", option.values()), option.negated()))
        : Optional.empty();
  }

  private static Optional<Condition> in(
      Field field, Optional<Ranges> wanted, IptablesRule.Option option) {
    return wanted.map(ranges -> new Condition.In(field, ranges, option.negated()));
  }
}
