package porchlight.gather.linux.firewall;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a rule of iptables does with a packet that matches. */
final class IptablesTarget {
  private static final BigInteger ALL = Field.MARK.fullMask();

  private IptablesTarget() {}

  /** The same where only the name is known (nft's JSON leaves out the rest). */
  static List<Step> withoutArguments(String name) {
    return switch (name) {
      case "MARK" -> List.of(new Step.Change(packet -> packet.hiding(Field.MARK)));
      case "CONNMARK" ->
          List.of(new Step.Change(packet -> packet.hiding(Field.MARK).hiding(Field.CTMARK)));
      case "CT", "REDIRECT", "DNAT", "NFQUEUE", "TPROXY", "NETMAP" ->
          List.of(NftRule.perhaps("the target " + name));
      default -> read(name, Map.of());
    };
  }

  /** The steps of a target with its options; a flag's value is "". */
  static List<Step> read(String name, Map<String, String> options) {
    return switch (name) {
      case "ACCEPT", "SNAT", "MASQUERADE" -> List.of(Step.decide(new Verdict.Accept()));
      case "DROP", "REJECT" -> List.of(Step.decide(new Verdict.Drop()));
      case "RETURN" -> List.of(Step.decide(new Verdict.Return()));
      case "LOG",
          "NFLOG",
          "ULOG",
          "TCPMSS",
          "AUDIT",
          "TRACE",
          "SECMARK",
          "CONNSECMARK",
          "CLASSIFY",
          "CHECKSUM",
          "TOS",
          "ECN",
          "SET",
          "TEE",
          "RATEEST",
          "IDLETIMER",
          "LED",
          "TCPOPTSTRIP",
          "HMARK" ->
          name.equals("HMARK")
              ? List.of(new Step.Change(packet -> packet.hiding(Field.MARK)))
              : List.of();
      case "DSCP" -> List.of(new Step.Change(packet -> packet.hiding(Field.DSCP)));
      case "TTL", "HL" -> List.of(new Step.Change(packet -> packet.hiding(Field.TTL)));
      case "NOTRACK" -> List.of(new Step.Change(NftRule::notrack));
      case "CT" ->
          options.containsKey("--notrack")
              ? List.of(new Step.Change(NftRule::notrack))
              : options.containsKey("--zone") || options.containsKey("--zone-orig")
                  ? List.of(new Step.Change(packet -> packet.hiding(Field.CTZONE)))
                  : List.of();
      case "MARK" -> mark(options);
      case "CONNMARK" -> connmark(options);
      case "REDIRECT" -> redirect(options);
      case "DNAT" -> dnat(options);
      case "QUEUE" -> List.of(Step.decide(new Verdict.Queue(0, 0, false)));
      case "NFQUEUE" -> List.of(Step.decide(queue(options)));
      default -> List.of(NftRule.perhaps("the target " + name));
    };
  }

  private static List<Step> mark(Map<String, String> options) {
    return List.of(
        Optional.ofNullable(options.get("--set-xmark"))
            .flatMap(IptablesTarget::valueAndMask)
            .or(() ->
                Optional.ofNullable(options.get("--set-mark"))
                    .flatMap(IptablesTarget::valueAndMask))
            .map(pair -> setting(Field.MARK, Field.MARK, pair.get(1), ALL, pair.get(0)))
            .orElseGet(() -> new Step.Change(packet -> packet.hiding(Field.MARK))));
  }

  /** {@code value} or {@code value/mask}. */
  static Optional<List<BigInteger>> valueAndMask(String text) {
    int slash = text.indexOf('/');
    Optional<BigInteger> value = Words.number(slash < 0 ? text : text.substring(0, slash));
    Optional<BigInteger> mask =
        slash < 0 ? Optional.of(ALL) : Words.number(text.substring(slash + 1));
    return value.flatMap(v -> mask.map(m -> List.of(v, m)));
  }

  private static List<Step> connmark(Map<String, String> options) {
    BigInteger nfmask = Words.number(options.getOrDefault("--nfmask", "")).orElse(ALL);
    BigInteger ctmask = Words.number(options.getOrDefault("--ctmask", "")).orElse(ALL);
    if (options.containsKey("--restore-mark")) {
      return List.of(setting(Field.MARK, Field.CTMARK, nfmask, ctmask, BigInteger.ZERO));
    }
    if (options.containsKey("--save-mark")) {
      return List.of(setting(Field.CTMARK, Field.MARK, ctmask, nfmask, BigInteger.ZERO));
    }
    return List.of(
        Optional.ofNullable(options.get("--set-xmark"))
            .flatMap(IptablesTarget::valueAndMask)
            .map(pair -> setting(Field.CTMARK, Field.CTMARK, pair.get(1), ALL, pair.get(0)))
            .orElseGet(() -> new Step.Change(packet -> packet.hiding(Field.CTMARK))));
  }

  /**
   * {@code to = (to & ~cleared) ^ (from & taken) ^ value}; for a mark set from itself the middle is
   * left out.
   */
  private static Step setting(
      Field to, Field from, BigInteger cleared, BigInteger taken, BigInteger value) {
    return new Step.Change(packet -> {
      Ranges old = packet.get(to);
      Ranges source = packet.get(from);
      if (old.isEmpty() || source.isEmpty()) {
        return packet; // not tracked: there is no connection to keep a mark in
      }
      boolean plain = cleared.equals(ALL) && to == from;
      if (!plain && !(old.isSingle() && source.isSingle())) {
        return packet.hiding(to);
      }
      BigInteger kept = plain ? BigInteger.ZERO : old.first().andNot(cleared);
      BigInteger mixed = to == from ? BigInteger.ZERO : source.first().and(taken);
      return packet.with(to, Ranges.just(kept.xor(mixed).xor(value).and(ALL)));
    });
  }

  private static List<Step> redirect(Map<String, String> options) {
    String ports = options.get("--to-ports");
    return ports == null ? NftNat.to(Ranges.NONE, Ranges.NONE) : to(Ranges.NONE, ports);
  }

  private static List<Step> to(Ranges address, String ports) {
    return IptablesValues.range(ports.replace('-', ':'))
        .map(range -> NftNat.to(address, range))
        .orElseGet(() -> List.of(NftRule.perhaps("where a rule sends packets on to")));
  }

  private static List<Step> dnat(Map<String, String> options) {
    String where = options.getOrDefault("--to-destination", "");
    String address = where;
    String ports = "";
    int end = where.startsWith("[") ? where.indexOf(']') : -1;
    if (end > 0) {
      address = where.substring(1, end);
      ports = where.substring(end + 1).replaceFirst("^:", "");
    } else if (where.indexOf('.') > 0 && where.indexOf(':') > 0) {
      address = where.substring(0, where.indexOf(':'));
      ports = where.substring(where.indexOf(':') + 1);
    } else if (where.startsWith(":")) {
      return to(Ranges.NONE, where.substring(1));
    }
    Optional<Ranges> single = Addresses.parse(address);
    if (single.isEmpty()) {
      return List.of(NftRule.perhaps("where a rule sends packets on to"));
    }
    return ports.isEmpty() ? NftNat.to(single.get(), Ranges.NONE) : to(single.get(), ports);
  }

  private static Verdict queue(Map<String, String> options) {
    String numbers =
        options.getOrDefault("--queue-balance", options.getOrDefault("--queue-num", "0"));
    return IptablesValues.range(numbers)
        .filter(range -> !range.isEmpty())
        .<Verdict>map(range ->
            new Verdict.Queue(
                range.first().intValue(),
                range.parts().get(0).last().intValue(),
                options.containsKey("--queue-bypass")))
        .orElse(new Verdict.Perhaps("the target NFQUEUE"));
  }
}
