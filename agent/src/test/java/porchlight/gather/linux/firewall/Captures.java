package porchlight.gather.linux.firewall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** Machines that answer with what a real one said while a ruleset was loaded. */
final class Captures {
  static final Path FOLDER = Path.of("src/test/captures/linux/firewall");
  static final Path MATRIX = FOLDER.resolve("matrix");

  private Captures() {}

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static Answer said(Path file) {
    return new Answer.Said(0, text(file));
  }

  /** The rulesets of the matrix, by name. */
  static List<String> rulesets() {
    return Files.exists(MATRIX.resolve("TRUTH.tsv"))
        ? text(MATRIX.resolve("TRUTH.tsv"))
            .lines()
            .skip(1)
            .map(line -> line.split("\t", -1)[0])
            .toList()
        : List.of();
  }

  /** The laptop of the matrix with that ruleset loaded. */
  static Machine machine(String ruleset) {
    Map<Question, Answer> answers = new HashMap<>(laptop());
    answers.put(Nft.JSON, said(MATRIX.resolve(ruleset + ".nft.json")));
    put(answers, Nft.TEXT, ruleset + ".nft.txt", "");
    put(answers, IptablesSave.NFT4, ruleset + ".iptables.txt", "");
    put(answers, IptablesSave.NFT6, ruleset + ".ip6tables.txt", "");
    legacy(answers, ruleset, "iptables", IptablesSave.LOADED4, IptablesSave.LEGACY4);
    legacy(answers, ruleset, "ip6tables", IptablesSave.LOADED6, IptablesSave.LEGACY6);
    return question -> answers.getOrDefault(question, new Answer.Missing());
  }

  /** Its interfaces and routes, no firewall at all. */
  static Map<Question, Answer> laptop() {
    return Map.of(
        IpAddr.LINKS, said(FOLDER.resolve("ip-addr-wlan0-vpn0.json")),
        IpAddr.ROUTES4, said(FOLDER.resolve("ip-route4-default.json")),
        IpAddr.ROUTES6, said(FOLDER.resolve("ip-route6-default.json")),
        Nft.JSON, said(MATRIX.resolve("none.nft.json")),
        IptablesSave.LOADED4, new Answer.Said(0, ""),
        IptablesSave.LOADED6, new Answer.Said(0, ""));
  }

  private static void put(
      Map<Question, Answer> answers, Question question, String file, String otherwise) {
    Path path = MATRIX.resolve(file);
    answers.put(question, Files.exists(path) ? said(path) : new Answer.Said(0, otherwise));
  }

  private static void legacy(
      Map<Question, Answer> answers, String ruleset, String tool, Question loaded, Question save) {
    Path path = MATRIX.resolve(ruleset + "." + tool + "-legacy.txt");
    if (Files.exists(path)) {
      answers.put(loaded, new Answer.Said(0, "filter\n"));
      answers.put(save, said(path));
    }
  }
}
