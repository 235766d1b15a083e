package porchlight.gather.linux.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.json.tree.Json;

/** Reads a translation to another port or address, from nft's JSON. */
final class NftNat {
  private static final Ranges LOOPBACK =
      Addresses.prefix("127.0.0.0", 8).orElseThrow().or(Ranges.just(1));

  private NftNat() {}

  static List<Step> read(Json body) {
    Optional<Json> addr = body.asObject().flatMap(object -> object.get("addr"));
    Optional<Json> port = body.asObject().flatMap(object -> object.get("port"));
    Optional<Ranges> toAddress =
        addr.map(json -> NftValues.ranges(Field.DADDR, json)).orElse(Optional.of(Ranges.NONE));
    Optional<Ranges> toPort =
        port.map(json -> NftValues.ranges(Field.DPORT, json)).orElse(Optional.of(Ranges.NONE));
    var steps = new ArrayList<Step>();
    body.asObject()
        .flatMap(object -> object.text("family"))
        .ifPresent(family ->
            steps.add(Step.test(Field.NFPROTO, Ranges.just(family.equals("ip6") ? 10 : 2))));
    steps.addAll(
        toAddress
            .flatMap(address -> toPort.map(ports -> to(address, ports)))
            .orElseGet(() -> List.of(NftRule.perhaps("where a rule sends packets on to"))));
    return steps;
  }

  /** The translation, which also ends the base chain. */
  static List<Step> to(Ranges address, Ranges port) {
    if (!address.and(LOOPBACK).isEmpty()) {
      return List.of(NftRule.perhaps("a rule that sends packets to the loopback address"));
    }
    return List.of(new Step.Translate(address, port), Step.decide(new Verdict.Accept()));
  }
}
