package porchlight.gather.linux.firewall;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.json.tree.Json;

/** Reads what a rule of nft's JSON changes about a packet. */
final class NftMangle {
  private NftMangle() {}

  /** What the packet has to have for it, which nft does not list beside it, and the change. */
  static List<Step> read(Json.Obj mangle) {
    Json.Obj key =
        mangle.get("key").flatMap(Json::asObject).orElse(new Json.Obj(java.util.Map.of()));
    var steps = new ArrayList<>(needs(key));
    steps.add(change(mangle, key));
    return steps;
  }

  private static List<Step> needs(Json.Obj key) {
    return switch (NftOperand.read(key)) {
      case Operand.Of one -> one.needs();
      case Operand.Lucky(var needs) -> needs;
      case Operand.Absent absent -> List.of(new Step.Test(new Condition.Fixed(false)));
      case Operand.Several several -> List.of();
      case Operand.Opaque opaque -> List.of();
    };
  }

  private static Step change(Json.Obj mangle, Json.Obj key) {
    Json value = mangle.get("value").orElseGet(Json.Null::new);
    Optional<String> meta = key.get("meta").flatMap(Json::asObject).flatMap(m -> m.text("key"));
    Optional<String> ct = key.get("ct").flatMap(Json::asObject).flatMap(c -> c.text("key"));
    Optional<Json.Obj> payload = key.get("payload").flatMap(Json::asObject);
    if (meta.isPresent()) {
      return switch (meta.get()) {
        case "mark" -> mark(Field.MARK, value);
        case "pkttype" -> set(Field.PKTTYPE, value);
        case "priority", "nftrace", "rtclassid", "secmark" -> new Step.Change(packet -> packet);
        default -> NftRule.perhaps("a rule that changes the packet");
      };
    }
    if (ct.isPresent()) {
      return switch (ct.get()) {
        case "mark" -> mark(Field.CTMARK, value);
        case "zone" -> new Step.Change(packet -> packet.hiding(Field.CTZONE));
        case "helper", "event", "label", "secmark", "timeout" -> new Step.Change(packet -> packet);
        default -> NftRule.perhaps("a rule that changes the connection");
      };
    }
    if (payload.isPresent()) {
      return switch (payload.get().text("field").orElse("")) {
        case "ttl", "hoplimit" -> new Step.Change(packet -> packet.hiding(Field.TTL));
        case "dscp" -> new Step.Change(packet -> packet.hiding(Field.DSCP));
        case "ecn", "checksum", "flowlabel" -> new Step.Change(packet -> packet);
        default -> NftRule.perhaps("a rule that changes the packet");
      };
    }
    return key.get("tcp option").isPresent()
        ? new Step.Change(packet -> packet)
        : NftRule.perhaps("a rule that changes the packet");
  }

  private static Step set(Field field, Json value) {
    return NftValues.ranges(field, value)
        .<Step>map(ranges -> new Step.Change(packet -> packet.with(field, ranges)))
        .orElseGet(() -> new Step.Change(packet -> packet.hiding(field)));
  }

  private static Step mark(Field field, Json value) {
    return new Step.Change(packet ->
        compute(packet, value)
            .map(result -> packet.with(field, Ranges.just(result.and(field.fullMask()))))
            .orElseGet(() -> packet.hiding(field)));
  }

  /** The value for this packet, when it has one. */
  private static Optional<BigInteger> compute(Packet packet, Json value) {
    if (value instanceof Json.Obj object && object.members().size() == 1) {
      var only = object.members().entrySet().iterator().next();
      List<Json> sides = only.getValue().asItems().orElse(List.of());
      if (sides.size() == 2) {
        return compute(packet, sides.get(0))
            .flatMap(left ->
                compute(packet, sides.get(1)).flatMap(right -> apply(only.getKey(), left, right)));
      }
      if (NftOperand.read(value) instanceof Operand.Of(var field, var mask, var flip, var needs)) {
        return Optional.of(packet.get(field))
            .filter(Ranges::isSingle)
            .map(one -> one.first().and(mask).xor(flip));
      }
      return Optional.empty();
    }
    return NftValues.ranges(Field.MARK, value).filter(Ranges::isSingle).map(Ranges::first);
  }

  private static Optional<BigInteger> apply(String op, BigInteger left, BigInteger right) {
    return switch (op) {
      case "&" -> Optional.of(left.and(right));
      case "|" -> Optional.of(left.or(right));
      case "^" -> Optional.of(left.xor(right));
      case "<<" ->
          right.bitLength() < 6 ? Optional.of(left.shiftLeft(right.intValue())) : Optional.empty();
      case ">>" ->
          right.bitLength() < 6 ? Optional.of(left.shiftRight(right.intValue())) : Optional.empty();
      default -> Optional.empty();
    };
  }
}
