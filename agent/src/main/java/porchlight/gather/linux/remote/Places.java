package porchlight.gather.linux.remote;

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
 */
final class Places {
  private static final String USUAL = "/usr/bin";

  /** The last is NixOS's. */
  private static final List<String> PROGRAM_FOLDERS =
      List.of(USUAL, "/usr/sbin", "/usr/local/bin", "/run/current-system/sw/bin");

  private static final List<String> KINDS = List.of("file", "folder", "link", "other");

  private static final Map<String, List<Sign>> SIGNS = signs();

  static final List<Among> QUESTIONS =
      SIGNS.entrySet().stream()
          .map(one -> new Among(one.getKey(), one.getValue().stream().map(Places::name).toList()))
          .toList();

  private Places() {}

  /** By the folder that each lies in. */
  private static Map<String, List<Sign>> signs() {
    var signs = new TreeMap<String, List<Sign>>();
    for (Sign sign : LinuxRemoteTools.SIGNS.of(LinuxRemoteTools.SYSTEM, Kind.PROGRAM)) {
      for (String folder : PROGRAM_FOLDERS) {
        signs.computeIfAbsent(folder, one -> new ArrayList<>()).add(sign);
      }
    }
    for (Sign sign : LinuxRemoteTools.SIGNS.of(LinuxRemoteTools.SYSTEM, Kind.PATH)) {
      String folder = sign.value().substring(0, sign.value().lastIndexOf('/'));
      signs.computeIfAbsent(folder, one -> new ArrayList<>()).add(sign);
    }
    return signs;
  }

  private static String name(Sign sign) {
    return sign.value().substring(sign.value().lastIndexOf('/') + 1);
  }

  static void read(Machine machine, Seen seen) {
    for (Among question : QUESTIONS) {
      Answer answer = machine.ask(question);
      if (answer instanceof Answer.Missing && !question.folder().equals(USUAL)) {
        continue; // no such folder: nothing is in it
      }
      switch (Told.read(question, question.folder(), answer, said -> names(question, said))) {
        case Reading.Known<List<String>>(var names) -> add(question.folder(), names, seen);
        case Reading.Unknown<List<String>> unknown -> seen.unseen(unknown);
      }
    }
  }

  private static void add(String folder, List<String> names, Seen seen) {
    for (Sign sign : SIGNS.getOrDefault(folder, List.of())) {
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
