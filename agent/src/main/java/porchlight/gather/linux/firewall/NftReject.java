package porchlight.gather.linux.firewall;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import porchlight.json.tree.Json;

/**
 * The rejecting end of a rule, which says more than it seems to: nft lists no {@code meta nfproto
 * ipv4} beside {@code reject with icmp}, because the one implies the other.
 */
final class NftReject {
  private static final Ranges IPV4 = Ranges.just(2);
  private static final Ranges IPV6 = Ranges.just(10);
  private static final Ranges TCP = Ranges.just(6);

  private NftReject() {}

  /** An answer of one family's or protocol's own is given to its packets only. */
  static List<Step> read(Json body) {
    Step drop = Step.decide(new Verdict.Drop());
    return switch (type(body)) {
      case "icmp" -> List.of(Step.test(Field.NFPROTO, IPV4), drop);
      case "icmpv6" -> List.of(Step.test(Field.NFPROTO, IPV6), drop);
      case "tcp reset" -> List.of(Step.test(Field.L4PROTO, TCP), drop);
      default -> List.of(drop);
    };
  }

  private static String type(Json body) {
    return body.asObject().flatMap(reject -> reject.text("type")).orElse("");
  }

  /** Whether any of its rules may be about one family without saying so. */
  static boolean hidesFamilies(NftTable table) {
    return table.rules.values().stream()
        .flatMap(List::stream)
        .anyMatch(rule -> hidesItsFamily(table, rule.parts()));
  }

  /** A reset is an answer of both families, and yet its family's condition is not listed. */
  static boolean hidesItsFamily(NftTable table, List<Json> parts) {
    return Set.of("inet", "netdev").contains(table.family)
        && parts.stream().anyMatch(NftReject::isReset)
        && parts.stream().noneMatch(NftReject::saysFamily);
  }

  private static boolean isReset(Json part) {
    return part.asObject()
        .flatMap(object -> object.get("reject"))
        .filter(body -> type(body).equals("tcp reset"))
        .isPresent();
  }

  private static boolean saysFamily(Json part) {
    Optional<Json.Obj> left =
        part.asObject()
            .flatMap(object -> object.get("match"))
            .flatMap(Json::asObject)
            .flatMap(match -> match.get("left"))
            .flatMap(Json::asObject);
    return left.flatMap(operand -> operand.get("meta"))
            .flatMap(Json::asObject)
            .flatMap(meta -> meta.text("key"))
            .filter(Set.of("nfproto", "protocol")::contains)
            .isPresent()
        || left.flatMap(operand -> operand.get("payload"))
            .flatMap(Json::asObject)
            .flatMap(payload -> payload.text("protocol"))
            .filter(Set.of("ip", "ip6")::contains)
            .isPresent();
  }

  /** The condition that was not listed. */
  static Step family(Optional<Ranges> read) {
    return read.map(families -> Step.test(Field.NFPROTO, families))
        .orElseGet(
            () -> new Step.Test(new Condition.Unsure("the family of a rule that rejects", false)));
  }
}
