package porchlight.gather.linux.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.json.tree.Json;

/** Reads a verdict map of nft's JSON. */
final class NftLookup {
  private final NftTable table;

  NftLookup(NftTable table) {
    this.table = table;
  }

  List<Step> read(Json.Obj vmap) {
    List<Operand.Of> parts =
        switch (vmap.get("key").map(NftOperand::read).orElse(new Operand.Opaque("nothing"))) {
          case Operand.Of one when one.isWhole() -> List.of(one);
          case Operand.Several(var several) -> several;
          case Operand.Of masked -> List.of();
          case Operand.Lucky lucky -> List.of();
          case Operand.Absent absent -> List.of();
          case Operand.Opaque opaque -> List.of();
        };
    if (parts.isEmpty()) {
      return List.of(NftRule.perhaps("what a rule looks up"));
    }
    var steps = new ArrayList<Step>();
    parts.forEach(part -> steps.addAll(part.needs()));
    List<Field> fields = parts.stream().map(Operand.Of::field).toList();
    steps.add(
        items(vmap)
            .flatMap(items -> entries(fields, items))
            .<Step>map(entries -> new Step.Lookup(fields, entries, isFilled(vmap)))
            .orElseGet(() -> NftRule.perhaps("a map that is not understood")));
    return steps;
  }

  private boolean isFilled(Json.Obj vmap) {
    return vmap.text("data").filter(name -> table.filled.contains(name.substring(1))).isPresent();
  }

  private Optional<List<Json>> items(Json.Obj vmap) {
    Optional<String> name = vmap.text("data").filter(word -> word.startsWith("@"));
    if (name.isPresent()) {
      return Optional.ofNullable(table.sets.get(name.get().substring(1)))
          .map(map -> map.get("elem").flatMap(Json::asItems).orElse(List.of()));
    }
    return vmap.get("data")
        .flatMap(Json::asObject)
        .flatMap(data -> data.get("set"))
        .flatMap(Json::asItems);
  }

  private static Optional<List<Step.Entry>> entries(List<Field> fields, List<Json> items) {
    var entries = new ArrayList<Step.Entry>();
    var otherwise = new ArrayList<Step.Entry>();
    for (Json item : items) {
      List<Json> pair = item.asItems().orElse(List.of());
      Optional<List<Ranges>> box =
          pair.size() == 2 ? NftValues.box(fields, pair.get(0)) : Optional.empty();
      if (box.isEmpty()) {
        return Optional.empty();
      }
      boolean rest = pair.get(0).equals(new Json.Str("*"));
      (rest ? otherwise : entries).add(new Step.Entry(box.get(), NftRule.verdict(pair.get(1))));
    }
    entries.addAll(otherwise);
    return Optional.of(entries);
  }
}
