package porchlight.gather.windows.wifi;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.WifiAutoJoin;
import porchlight.facts.WifiAutoJoin.Saved;
import porchlight.facts.WifiAutoJoin.Unseen;
import porchlight.gather.Answers;
import porchlight.gather.windows.Lines;
import porchlight.gather.windows.Lines.Row;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** {@code netsh wlan show profiles}: the bare list of the stored networks' names. */
final class NetshList {
  static final Run LIST =
      Run.of(NetshInterfaces.NETSH, "wlan", "show", "profiles")
          .hiding("^ {3,4}\\S[^:\\r\\n]*: (.+)$");

  private static final Pattern NONE = Pattern.compile("<[^<>]{1,40}>");

  private NetshList() {}

  /** Only how many there are: the protection of none is told here. */
  static Reading<WifiAutoJoin> read(Answer answer) {
    return Answers.read(
        LIST,
        answer,
        said -> {
          Set<String> names = new LinkedHashSet<>();
          boolean isNone = false;
          boolean isTitled = false;
          for (String line : Lines.of(said.text())) {
            Optional<Row> row = Row.of(line);
            if (NONE.matcher(line.strip()).matches()) {
              isNone = true;
            } else if (row.filter(one -> one.value().isEmpty()).isPresent()) {
              isTitled = true;
            } else if (Lines.indent(line) > 0 && !NetshProfile.SECTION.matcher(line).matches()) {
              names.add(row.map(Row::value).orElse(line.strip())); // a policy's have no label
            }
          }
          if (said.code() != 0 || !isTitled || (names.isEmpty() && !isNone)) {
            return Answers.notUnderstood(
                LIST, "code " + said.code() + ", and no title or no name in it");
          }
          var unseen =
              new Unseen(
                  Reason.NOT_UNDERSTOOD, "how the stored networks are protected is not told");
          return Reading.known(
              new Saved(
                  List.of(), names.size(), Optional.of(unseen).filter(some -> !names.isEmpty())));
        });
  }
}
