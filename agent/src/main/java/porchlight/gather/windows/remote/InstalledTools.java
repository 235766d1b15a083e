package porchlight.gather.windows.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.RemoteSigns.Kind;
import porchlight.gather.RemoteSigns.Sign;
import porchlight.gather.remote.Seen;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.machine.InstalledPrograms;
import porchlight.machine.Machine;

/**
 * What of the known tools is in the lists of installed programs: everybody's in both views of the
 * registry, and each person's own. No other program is ever told of.
 */
final class InstalledTools {
  private static final List<Sign> SIGNS = WindowsSigns.of(Kind.PROGRAM);
  static final InstalledPrograms LISTS =
      new InstalledPrograms(SIGNS.stream().map(Sign::value).distinct().toList());

  private static final List<String> EVERYBODYS = List.of("HKLM", "HKLM32");

  private InstalledTools() {}

  static void read(Machine machine, Seen seen) {
    switch (Blocks.read(machine, LISTS).flatMap(InstalledTools::lists)) {
      case Known<List<Block>>(var lists) -> lists.forEach(list -> read(list, seen));
      case Unknown<List<Block>> unknown -> seen.unseen(unknown);
    }
  }

  /** All of them, and the two that every Windows has among them. */
  private static Reading<List<Block>> lists(List<Block> blocks) {
    var lists = new ArrayList<>(blocks);
    Optional<Block> head = lists.isEmpty() ? Optional.empty() : Optional.of(lists.removeFirst());
    boolean whole =
        head.filter(one -> one.kind().equals("installed"))
                .filter(one -> one.name().equals(String.valueOf(lists.size())))
                .isPresent()
            && lists.stream().allMatch(one -> one.kind().equals("list"))
            && lists.stream().map(Block::name).toList().containsAll(EVERYBODYS);
    return whole
        ? Reading.known(lists)
        : Answers.notUnderstood(LISTS, lists.size() + " lists of installed programs");
  }

  private static void read(Block list, Seen seen) {
    switch (list.text("state").orElse("")) {
      case "absent" -> {}
      case "denied" ->
          seen.unseen(
              new Unknown<>(
                  Reason.NEEDS_PRIVILEGE,
                  EVERYBODYS.contains(list.name())
                      ? "a list of installed programs"
                      : "what other people installed for themselves"));
      case "read" -> found(list, seen);
      default -> seen.unseen(new Unknown<>(Reason.NOT_UNDERSTOOD, "a list of installed programs"));
    }
  }

  private static void found(Block list, Seen seen) {
    for (String name : list.list("found")) {
      boolean known = false;
      for (Sign sign : SIGNS) {
        if (sign.value().equals(name)) {
          seen.installed(sign.tool(), name.replace("*", ""));
          known = true;
        }
      }
      if (!known) {
        seen.unseen(new Unknown<>(Reason.NOT_UNDERSTOOD, "a program that was not asked for"));
      }
    }
    if (!list.text("unreadable").equals(Optional.of("0"))) {
      seen.unseen(
          new Unknown<>(Reason.NOT_UNDERSTOOD, "an installed program without a readable name"));
    }
  }
}
