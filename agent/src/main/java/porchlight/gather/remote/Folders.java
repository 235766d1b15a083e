package porchlight.gather.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.RemoteSigns.Kind;
import porchlight.gather.RemoteSigns.Sign;
import porchlight.gather.Told;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.Among;

/**
 * What there is of them among files: programs by their names, and what lies outside of the folders
 * for programs. Each folder is asked by itself, because some are links and no link below the asked
 * one is followed.
 *
 * @param usual one that every such system has: without it nothing is known
 */
public record Folders(Map<String, List<Sign>> signs, List<Among> questions, String usual) {
  private static final List<String> KINDS = List.of("file", "folder", "link", "other");

  public Folders {
    signs = Map.copyOf(signs);
    questions = List.copyOf(questions);
  }

  /** Those of these signs that are files, and programs in these folders. */
  public static Folders of(List<Sign> all, List<String> programs, String usual) {
    var signs = new TreeMap<String, List<Sign>>();
    for (Sign sign : all) {
      if (sign.kind() == Kind.PROGRAM) {
        for (String folder : programs) {
          signs.computeIfAbsent(folder, one -> new ArrayList<>()).add(sign);
        }
      }
    }
    for (Sign sign : all) {
      if (sign.kind() == Kind.PATH) {
        String folder = sign.value().substring(0, sign.value().lastIndexOf('/'));
        signs.computeIfAbsent(folder, one -> new ArrayList<>()).add(sign);
      }
    }
    var questions = new ArrayList<Among>();
    signs.forEach((folder, some) ->
        questions.add(new Among(folder, some.stream().map(Folders::name).toList())));
    return new Folders(signs, questions, usual);
  }

  private static String name(Sign sign) {
    return sign.value().substring(sign.value().lastIndexOf('/') + 1);
  }

  /** Looks into all of them. */
  public void read(Machine machine, Seen seen) {
    for (Among question : questions) {
      Answer answer = machine.ask(question);
      if (answer instanceof Answer.Missing && !question.folder().equals(usual)) {
        continue; // no such folder: nothing is in it
      }
      switch (Told.read(question, question.folder(), answer, said -> names(question, said))) {
        case Reading.Known<List<String>>(var names) -> add(question.folder(), names, seen);
        case Reading.Unknown<List<String>> unknown -> seen.unseen(unknown);
      }
    }
  }

  private void add(String folder, List<String> names, Seen seen) {
    for (Sign sign : signs.getOrDefault(folder, List.of())) {
      if (names.contains(name(sign))) {
        seen.installed(sign.tool(), folder + "/" + name(sign));
      }
    }
  }

  private static Reading<List<String>> names(Among question, Answer.Said said) {
    var names = new ArrayList<String>();
    for (String line : said.text().lines().toList()) {
      int blank = line.indexOf(' ');
      String name = line.substring(blank + 1);
      if (blank > 0
          && KINDS.contains(line.substring(0, blank))
          && question.paths().contains(name)) {
        names.add(name);
      } else {
        return line.startsWith("denied ")
            ? Reading.unknown(Reason.NEEDS_PRIVILEGE, question.folder() + ": permission denied")
            : Reading.unknown(
                Reason.NOT_UNDERSTOOD, question.folder() + ": not told what is in it");
      }
    }
    return said.code() == 0
        ? Reading.known(names)
        : Reading.unknown(Reason.NOT_UNDERSTOOD, question.folder() + ": not told what is in it");
  }
}
