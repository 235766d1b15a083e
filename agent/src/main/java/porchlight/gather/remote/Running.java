package porchlight.gather.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.RemoteSigns.Sign;
import porchlight.gather.Told;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.Processes;

/** Which of them run, whoever has started them and from wherever. */
public record Running(List<Sign> signs, Processes question) {
  private static final String NAME = "the names of processes";
  private static final Pattern END = Pattern.compile("# seen ([1-9]\\d{0,6}) hidden (\\d{1,7})");

  public Running {
    signs = List.copyOf(signs);
  }

  public static Running of(List<Sign> signs) {
    return new Running(signs, new Processes(signs.stream().map(Sign::value).toList()));
  }

  private record Names(List<String> found, boolean hidden) {}

  /** Asks for them. */
  public void read(Machine machine, Seen seen) {
    switch (Told.read(question, NAME, machine.ask(question), this::names)) {
      case Reading.Unknown<Names> unknown -> seen.unseen(unknown);
      case Reading.Known<Names>(var names) -> {
        for (Sign sign : signs) {
          if (names.found().contains(sign.value())) {
            seen.running(sign.tool(), sign.value());
          }
        }
        if (names.hidden()) {
          seen.unseen(
              new Reading.Unknown<Names>(
                  Reason.NEEDS_PRIVILEGE, NAME + ": those of other people are hidden"));
        }
      }
    }
  }

  private Reading<Names> names(Answer.Said said) {
    List<String> lines = said.text().lines().toList();
    var end = END.matcher(lines.isEmpty() ? "" : lines.getLast());
    if (said.code() != 0 || !end.matches()) {
      return Reading.unknown(Reason.NOT_UNDERSTOOD, NAME + ": not told to the end");
    }
    var found = new ArrayList<>(lines.subList(0, lines.size() - 1));
    return question.names().containsAll(found)
        ? Reading.known(new Names(found, Integer.parseInt(end.group(2)) > 0))
        : Reading.unknown(Reason.NOT_UNDERSTOOD, NAME + ": one that was not asked for");
  }
}
