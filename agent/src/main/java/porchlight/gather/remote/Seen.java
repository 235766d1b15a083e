package porchlight.gather.remote;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import porchlight.facts.Reading;
import porchlight.facts.RemoteTools;
import porchlight.facts.RemoteTools.Found;
import porchlight.facts.RemoteTools.Tool;
import porchlight.facts.Unseen;

/** What the sources have told so far; a source that told nothing leaves it incomplete for good. */
public final class Seen {
  private final Map<Tool, Set<String>> installed = new EnumMap<>(Tool.class);
  private final Map<Tool, Set<String>> running = new EnumMap<>(Tool.class);
  private Optional<Unseen> unseen = Optional.empty();

  /** There is something of it here: a file, a service, a program. */
  public void installed(Tool tool, String what) {
    installed.computeIfAbsent(tool, one -> new TreeSet<>()).add(what);
  }

  /** A process of it, by its name. */
  public void running(Tool tool, String process) {
    running.computeIfAbsent(tool, one -> new TreeSet<>()).add(process);
  }

  /** Something could not be looked into; the first reason stands. */
  public void unseen(Reading.Unknown<?> why) {
    if (unseen.isEmpty()) {
      unseen = Optional.of(new Unseen(why.reason(), why.detail()));
    }
  }

  /** All of it. */
  public RemoteTools all() {
    var found = new ArrayList<Found>();
    for (Tool tool : Tool.values()) {
      if (installed.containsKey(tool) || running.containsKey(tool)) {
        found.add(
            new Found(
                tool,
                List.copyOf(installed.getOrDefault(tool, Set.of())),
                List.copyOf(running.getOrDefault(tool, Set.of()))));
      }
    }
    return new RemoteTools(found, unseen);
  }
}
