package porchlight.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ParseResult;
import porchlight.cli.Doors.Judging;
import porchlight.json.DidYouMean;
import porchlight.json.PolicyReader;
import porchlight.json.Refused;
import porchlight.machine.Recorded;
import porchlight.machine.TranscriptText;
import porchlight.policy.Policy;

/** Reading what the operator gave: words and files. */
final class Given {
  static final int LONGEST_FILE = 64 << 20;

  private Given() {}

  static Optional<String> text(ParseResult given, String option) {
    return given.hasMatchedOption(option)
        ? Optional.of(given.matchedOptionValue(option, ""))
        : Optional.empty();
  }

  /** The words of a list option, in order; refuses one that is not {@code known}. */
  static Set<String> words(
      ParseResult given, String option, String kind, Collection<String> known) {
    String[] words = given.matchedOptionValue(option, new String[0]);
    var wanted = new LinkedHashSet<String>();
    for (String word : words) {
      wanted.add(word(word.strip(), kind, known));
    }
    return wanted;
  }

  static String word(String word, String kind, Collection<String> known) {
    if (known.contains(word)) {
      return word;
    }
    throw new Usage(
        "unknown "
            + kind
            + " \""
            + word
            + "\""
            + DidYouMean.tail(known, word, "known: " + String.join(", ", known)));
  }

  static Policy policy(ParseResult given) {
    return named(given).orElseGet(PolicyReader::packed);
  }

  /** The policy that was named; else the one in force here, or of a recording the program's own. */
  static Judging judging(ParseResult given, Doors doors) {
    return named(given)
        .map(policy -> new Judging(policy, Optional.empty()))
        .orElseGet(
            () -> given.hasMatchedOption("--replay") ? Judging.packed() : doors.agent().judging());
  }

  private static Optional<Policy> named(ParseResult given) {
    return text(given, "--policy").map(file -> PolicyReader.read(file, read(file)));
  }

  static boolean isOffline(ParseResult given) {
    return given.hasMatchedOption("--offline");
  }

  static Optional<Recorded> replay(ParseResult given) {
    return text(given, "--replay").map(Given::recorded);
  }

  private static Recorded recorded(String file) {
    try {
      return TranscriptText.read(machine(file, bytes(file)));
    } catch (TranscriptText.NotATranscript wrong) {
      throw new Refused(file + ": not a recorded machine: " + wrong.getMessage());
    }
  }

  /** The recording itself, or the one in what {@code share} made. */
  private static String machine(String file, byte[] content) {
    if (!Bundle.isZip(content)) {
      return new String(content, StandardCharsets.UTF_8);
    }
    try {
      return Bundle.text(content, Bundle.MACHINE, LONGEST_FILE)
          .orElseThrow(() -> new Refused(file + ": there is no " + Bundle.MACHINE + " in it"));
    } catch (IOException damaged) {
      throw new Refused(file + ": " + damaged.getMessage());
    }
  }

  /** The text of a file that was named. */
  static String read(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  /** The content of a file that was named. */
  static byte[] bytes(String file) {
    Path path = Path.of(file);
    try {
      if (Files.size(path) > LONGEST_FILE) {
        throw new Refused(file + ": too long to be what it should be");
      }
      return Files.readAllBytes(path);
    } catch (IOException failed) {
      throw new Refused(file + ": " + why(failed));
    }
  }

  /** What a failure to read or write is called. */
  static String why(IOException failed) {
    return switch (failed) {
      case NoSuchFileException missing -> "there is no such file";
      case AccessDeniedException denied -> "permission denied";
      default -> String.valueOf(failed.getMessage());
    };
  }
}
