package porchlight.gather.linux.firewall;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * {@code nft}: every rule of nftables, whoever loaded it (ufw, firewalld, docker, iptables-nft).
 */
final class Nft {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  static final Run JSON = Run.of("nft", "-j", "list", "ruleset").within(LIMIT);

  /** Asked only when the JSON of nft 1.0.6 cannot be trusted: see {@link NftText}. */
  static final Run TEXT = Run.of("nft", "list", "ruleset").within(LIMIT);

  private static final Set<String> FLAGS = Set.of("dormant", "owner", "persist");

  private Nft() {}

  static Reading<List<NftTable>> read(Answer answer) {
    return Answers.read(
        JSON,
        answer,
        said -> {
          Reading<String> text = permitted(said, JSON);
          return text.flatMap(Nft::tables);
        });
  }

  static Reading<NftText> readText(Answer answer) {
    return Answers.read(TEXT, answer, said -> permitted(said, TEXT).map(NftText::read));
  }

  static Reading<String> permitted(Answer.Said said, Run question) {
    if (said.error().contains("Operation not permitted")
        || said.error().contains("Permission denied")
        || said.error().contains("must be root")) {
      return Reading.unknown(Reason.NEEDS_PRIVILEGE, "nft: operation not permitted");
    }
    if (said.code() != 0) {
      return Answers.notUnderstood(question, "exit " + said.code() + " " + said.error());
    }
    return Reading.known(said.text());
  }

  private static Reading<List<NftTable>> tables(String text) {
    try {
      return Reading.known(NftTable.all(JsonText.parse(text)));
    } catch (JsonText.NotJson | NftTable.Odd wrong) {
      return Answers.notUnderstood(JSON, String.valueOf(wrong.getMessage()));
    }
  }

  /** Whether the text must be read to know which tables sleep and where chains are bound. */
  static boolean needsText(List<NftTable> tables) {
    return tables.stream()
        .anyMatch(table ->
            (table.flags.isPresent() && !areWords(table.flags.get()))
                || table.chains.values().stream().anyMatch(Nft::isUnbound));
  }

  private static boolean isUnbound(Json.Obj chain) {
    String hook = chain.text("hook").orElse("");
    return (hook.equals("ingress") || hook.equals("egress"))
        && chain.get("dev").isEmpty()
        && chain.get("devices").isEmpty();
  }

  private static List<String> words(Json flags) {
    return flags.asItems().orElseGet(() -> List.of(flags)).stream()
        .map(flag -> flag.asText().orElse("?"))
        .toList();
  }

  private static boolean areWords(Json flags) {
    return FLAGS.containsAll(words(flags));
  }

  /** Whether the table sleeps; unknown when neither form says so clearly. */
  static Reading<Boolean> isDormant(NftTable table, NftText text) {
    if (table.flags.isEmpty()) {
      return Reading.known(false);
    }
    if (areWords(table.flags.get())) {
      return Reading.known(words(table.flags.get()).contains("dormant"));
    }
    return text.isDormant(table.family, table.name)
        .map(Reading::known)
        .orElseGet(() -> Answers.notUnderstood(TEXT, "the flags of a table"));
  }
}
