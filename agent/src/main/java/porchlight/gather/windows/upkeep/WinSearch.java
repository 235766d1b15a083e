package porchlight.gather.windows.upkeep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import porchlight.facts.Patches.Pending;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.windows.Blocks;
import porchlight.machine.Machine;
import porchlight.machine.WindowsNative;

/**
 * What Windows Update found missing when it last looked, without looking again. A security update
 * is one of Microsoft's category of that name, or one with a severity: cumulative updates often
 * have none.
 */
final class WinSearch {
  static final WindowsNative SEARCH = WindowsNative.UPDATE_SEARCH;

  private static final String SECURITY = "0fa1201d-4330-4fa8-8ae9-b877473b6441";

  /** Lists of an antivirus, which is judged elsewhere, and drivers. */
  private static final List<String> OTHERS =
      List.of("e0789628-ce08-4437-be74-2495b842f43b", "ebfc1fc5-71a4-4f7b-9aca-3b9a503104a0");

  private static final Pattern GUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern ARTICLE = Pattern.compile("[0-9]{5,8}");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /** OperationResultCode: anything else found part of them, or nothing. */
  private static final String SUCCEEDED = "2";

  private WinSearch() {}

  static Reading<List<Pending>> read(Machine machine) {
    return Blocks.read(machine, SEARCH).flatMap(WinSearch::read);
  }

  private static Reading<List<Pending>> read(List<Blocks.Block> blocks) {
    if (blocks.isEmpty() || !blocks.getFirst().kind().equals("search")) {
      return Answers.notUnderstood(SEARCH, "it does not say how it went");
    }
    var pending = new ArrayList<Pending>();
    int unclear = 0;
    for (Blocks.Block block : blocks.subList(1, blocks.size())) {
      List<String> categories = block.list("categories").stream().map(WinSearch::small).toList();
      String severity = block.text("severity").orElse("");
      if (!block.kind().equals("update")
          || categories.isEmpty()
          || !categories.stream().allMatch(one -> GUID.matcher(one).matches())) {
        unclear++;
      } else if (categories.stream().noneMatch(OTHERS::contains)
          && (categories.contains(SECURITY) || !severity.isBlank())) {
        pending.add(pending(block));
      }
    }
    Blocks.Block head = blocks.getFirst();
    boolean whole =
        unclear == 0
            && head.name().equals(SUCCEEDED)
            && head.text("count").equals(Optional.of(String.valueOf(blocks.size() - 1)));
    return whole || !pending.isEmpty() // what is known to wait, waits
        ? Reading.known(List.copyOf(pending))
        : Answers.notUnderstood(
            SEARCH, "result " + head.name() + " of " + head.text("count").orElse("?") + " updates");
  }

  private static String small(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static Pending pending(Blocks.Block block) {
    String articles =
        String.join(
            " ",
            block.list("kb").stream()
                .filter(one -> ARTICLE.matcher(one).matches())
                .map(one -> "KB" + one)
                .toList());
    boolean hidden = block.text("hidden").equals(Optional.of("1"));
    Optional<String> day = block.text("published").filter(text -> text.length() >= 10);
    return new Pending(
        articles.isEmpty() ? "a security update without a number" : articles,
        hidden ? "hidden by somebody" : "not installed",
        day.map(text -> text.substring(0, 10))
            .filter(text -> DAY.matcher(text).matches())
            .map(text -> "of " + text)
            .orElse("offered"));
  }
}
