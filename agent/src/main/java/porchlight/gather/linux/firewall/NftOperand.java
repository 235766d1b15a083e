package porchlight.gather.linux.firewall;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;

/** Reads what a rule compares, from nft's JSON. */
final class NftOperand {
  private static final Step IPV4 = Step.test(Field.NFPROTO, Ranges.just(2));
  private static final Step IPV6 = Step.test(Field.NFPROTO, Ranges.just(10));
  private static final Step TCP = Step.test(Field.L4PROTO, Ranges.just(6));
  private static final Step UDP = Step.test(Field.L4PROTO, Ranges.just(17));

  private NftOperand() {}

  static Operand read(Json json) {
    if (!(json instanceof Json.Obj object) || object.members().size() != 1) {
      return opaque(json);
    }
    var only = object.members().entrySet().iterator().next();
    String word = only.getKey();
    Json body = only.getValue();
    return switch (word) {
      case "payload" -> body instanceof Json.Obj payload ? payload(payload, json) : opaque(json);
      case "meta" -> key(body).map(key -> meta(key, json)).orElseGet(() -> opaque(json));
      case "ct" -> body instanceof Json.Obj ct ? ct(ct, json) : opaque(json);
      case "fib" -> body instanceof Json.Obj fib ? fib(fib, json) : opaque(json);
      case "&", "|", "^" -> binary(word, body, json);
      case "concat" -> concat(body, json);
      case "tcp option" -> new Operand.Lucky(List.of(TCP));
      case "jhash" -> new Operand.Lucky(hashed(body));
      case "numgen", "symhash", "osf" -> new Operand.Lucky(List.of());
      case "exthdr", "ip option", "sctp chunk", "dccp option", "ipsec", "tunnel" ->
          new Operand.Absent();
      default -> opaque(json);
    };
  }

  /** A hash of what is not in the packet is none. */
  private static List<Step> hashed(Json body) {
    Operand inner =
        body.asObject()
            .flatMap(hash -> hash.get("expr"))
            .map(NftOperand::read)
            .orElse(new Operand.Opaque("nothing"));
    return switch (inner) {
      case Operand.Of one -> one.needs();
      case Operand.Several(var parts) ->
          parts.stream().flatMap(part -> part.needs().stream()).toList();
      case Operand.Lucky(var needs) -> needs;
      case Operand.Absent absent -> List.of(new Step.Test(new Condition.Fixed(false)));
      case Operand.Opaque(var what) -> List.of(new Step.Test(new Condition.Unsure(what, false)));
    };
  }

  private static Operand opaque(Json json) {
    return new Operand.Opaque(NftMatch.cut(JsonText.compact(json)));
  }

  private static Optional<String> key(Json body) {
    return body.asObject().flatMap(object -> object.text("key"));
  }

  private static Operand payload(Json.Obj payload, Json json) {
    if (payload.get("base").isPresent()) {
      return raw(payload, json);
    }
    Optional<String> tunnel = payload.text("tunnel");
    if (tunnel.isPresent()) {
      return carried(tunnel.get(), json);
    }
    String field = payload.text("field").orElse("");
    return switch (payload.text("protocol").orElse("")) {
      case "ip" -> network(field, IPV4, json);
      case "ip6" -> network(field, IPV6, json);
      case "tcp" -> transport(field, json, TCP);
      case "udp" -> transport(field, json, UDP);
      case "th" -> transport(field, json);
      case "ether" ->
          switch (field) {
            case "saddr" -> Operand.Of.whole(Field.ETHER_SADDR);
            case "daddr" -> Operand.Of.whole(Field.ETHER_DADDR);
            case "type" -> Operand.Of.whole(Field.ETHERTYPE);
            default -> opaque(json);
          };
      case "icmp",
          "icmpv6",
          "igmp",
          "arp",
          "vlan",
          "udplite",
          "sctp",
          "dccp",
          "ah",
          "esp",
          "comp" ->
          new Operand.Absent();
      default -> opaque(json);
    };
  }

  /** What is in a packet that another one carries: whoever sends that one writes it. */
  private static Operand carried(String tunnel, Json json) {
    return switch (tunnel) {
      case "vxlan", "geneve" -> new Operand.Lucky(List.of(UDP));
      case "gre", "gretap" -> new Operand.Absent(); // neither TCP nor UDP
      default -> opaque(json);
    };
  }

  private static Operand network(String field, Step family, Json json) {
    return switch (field) {
      case "saddr" -> Operand.Of.whole(Field.SADDR, family);
      case "daddr" -> Operand.Of.whole(Field.DADDR, family);
      case "protocol", "nexthdr" -> Operand.Of.whole(Field.L4PROTO, family);
      case "ttl", "hoplimit" -> Operand.Of.whole(Field.TTL, family);
      case "dscp" -> Operand.Of.whole(Field.DSCP, family);
      case "frag-off" -> Operand.Of.whole(Field.FRAGMENT, family);
      case "version" -> Operand.Of.whole(Field.IP_VERSION, family);
      case "length" ->
          family.equals(IPV4)
              ? Operand.Of.whole(Field.LENGTH, family)
              : new Operand.Lucky(List.of(family));
      case "ecn", "id", "checksum", "hdrlength", "flowlabel" -> new Operand.Lucky(List.of(family));
      default -> opaque(json);
    };
  }

  private static Operand transport(String field, Json json, Step... needs) {
    return switch (field) {
      case "sport" -> Operand.Of.whole(Field.SPORT, needs);
      case "dport" -> Operand.Of.whole(Field.DPORT, needs);
      case "flags" -> Operand.Of.whole(Field.TCPFLAGS, needs);
      case "sequence", "ackseq", "doff", "window", "checksum", "urgptr", "length" ->
          new Operand.Lucky(List.of(needs));
      default -> opaque(json);
    };
  }

  private static Operand raw(Json.Obj payload, Json json) {
    String place =
        payload.text("base").orElse("")
            + number(payload.get("offset"))
            + "+"
            + number(payload.get("len"));
    return switch (place) {
      case "th0+16" -> Operand.Of.whole(Field.SPORT);
      case "th16+16" -> Operand.Of.whole(Field.DPORT);
      default -> opaque(json);
    };
  }

  private static String number(Optional<Json> json) {
    return json.map(value -> value instanceof Json.Num(var literal) ? literal : "?").orElse("?");
  }

  private static Operand meta(String key, Json json) {
    return switch (key) {
      case "iif" -> Operand.Of.whole(Field.IIF);
      case "oif" -> Operand.Of.whole(Field.OIF);
      case "iifname" -> Operand.Of.whole(Field.IIF);
      case "oifname" -> Operand.Of.whole(Field.OIF);
      case "iifgroup" -> Operand.Of.whole(Field.IIFGROUP);
      case "oifgroup" -> Operand.Of.whole(Field.OIFGROUP);
      case "iiftype" -> Operand.Of.whole(Field.IIFTYPE);
      case "oiftype" -> Operand.Of.whole(Field.OIFTYPE);
      case "l4proto" -> Operand.Of.whole(Field.L4PROTO);
      case "nfproto" -> Operand.Of.whole(Field.NFPROTO);
      case "protocol" -> Operand.Of.whole(Field.ETHERTYPE);
      case "mark" -> Operand.Of.whole(Field.MARK);
      case "pkttype" -> Operand.Of.whole(Field.PKTTYPE);
      case "length" -> Operand.Of.whole(Field.LENGTH);
      case "skuid" -> Operand.Of.whole(Field.SKUID);
      case "skgid" -> Operand.Of.whole(Field.SKGID);
      case "cgroup" -> Operand.Of.whole(Field.CGROUP);
      case "ipsec", "secpath" -> Operand.Of.whole(Field.IPSEC);
      case "random" -> new Operand.Lucky(List.of());
      default -> opaque(json);
    };
  }

  private static Operand ct(Json.Obj ct, Json json) {
    if (ct.text("dir").orElse("").equals("reply")) {
      return opaque(json);
    }
    return switch (ct.text("key").orElse("")) {
      case "state" -> Operand.Of.whole(Field.CTSTATE);
      case "status" -> Operand.Of.whole(Field.CTSTATUS);
      case "direction" -> Operand.Of.whole(Field.CTDIRECTION);
      case "mark" -> Operand.Of.whole(Field.CTMARK);
      case "zone" -> Operand.Of.whole(Field.CTZONE);
      case "ip saddr" -> Operand.Of.whole(Field.CT_SADDR, IPV4);
      case "ip6 saddr" -> Operand.Of.whole(Field.CT_SADDR, IPV6);
      case "ip daddr" -> Operand.Of.whole(Field.CT_DADDR, IPV4);
      case "ip6 daddr" -> Operand.Of.whole(Field.CT_DADDR, IPV6);
      case "proto-src" -> Operand.Of.whole(Field.CT_SPORT);
      case "proto-dst" -> Operand.Of.whole(Field.CT_DPORT);
      case "l3proto" -> Operand.Of.whole(Field.NFPROTO);
      case "protocol" -> Operand.Of.whole(Field.L4PROTO);
      default -> opaque(json);
    };
  }

  private static Operand fib(Json.Obj fib, Json json) {
    List<String> flags =
        fib.get("flags").stream()
            .flatMap(value -> value.asItems().orElseGet(() -> List.of(value)).stream())
            .flatMap(value -> value.asText().stream())
            .toList();
    boolean source = flags.contains("saddr");
    if (source == flags.contains("daddr") || flags.contains("oif")) {
      return opaque(json);
    }
    return switch (fib.text("result").orElse("")) {
      case "type" -> Operand.Of.whole(source ? Field.FIB_SADDR_TYPE : Field.FIB_DADDR_TYPE);
      case "oif", "oifname", "check" ->
          source ? Operand.Of.whole(Field.FIB_SADDR_OIF) : opaque(json);
      default -> opaque(json);
    };
  }

  private static Operand binary(String word, Json body, Json json) {
    List<Json> sides = body.asItems().orElse(List.of());
    if (sides.size() != 2 || !(read(sides.get(0)) instanceof Operand.Of left)) {
      return sides.size() == 2 && read(sides.get(0)) instanceof Operand.Lucky lucky
          ? lucky
          : opaque(json);
    }
    Optional<BigInteger> right = NftValues.bits(left.field(), sides.get(1));
    if (right.isEmpty()) {
      return opaque(json);
    }
    BigInteger value = right.get().and(left.field().fullMask());
    return switch (word) {
      case "&" ->
          new Operand.Of(
              left.field(), left.mask().and(value), left.flip().and(value), left.needs());
      case "^" -> new Operand.Of(left.field(), left.mask(), left.flip().xor(value), left.needs());
      default ->
          new Operand.Of(
              left.field(),
              left.mask().andNot(value),
              left.flip().andNot(value).or(value),
              left.needs());
    };
  }

  private static Operand concat(Json body, Json json) {
    var parts = new ArrayList<Operand.Of>();
    for (Json item : body.asItems().orElse(List.of())) {
      Operand part = read(item);
      if (part instanceof Operand.Absent) {
        return part;
      }
      if (!(part instanceof Operand.Of field) || !field.isWhole()) {
        return opaque(json);
      }
      parts.add(field);
    }
    return parts.isEmpty() ? opaque(json) : new Operand.Several(parts);
  }
}
