package porchlight.gather.windows.network;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.Lan.Category;
import porchlight.facts.Reading.Known;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.machine.Answer;
import porchlight.machine.WindowsNative;

/** What Windows takes each connected network for, by the GUID of its adapter. */
final class Networks {
  static final WindowsNative NATIVE = WindowsNative.NETWORKS;

  private Networks() {}

  /** Only those that are told, and told in one way. */
  static Map<String, Category> categories(Answer answer) {
    Map<String, Optional<Category>> byNetwork = new HashMap<>();
    Map<String, Optional<Category>> found = new HashMap<>();
    if (Blocks.read(NATIVE, answer) instanceof Known<List<Block>>(var blocks)) {
      for (Block block : blocks) {
        if (block.kind().equals("network")) {
          byNetwork.put(block.name(), category(block.text("category").orElse("")));
        } else if (block.kind().equals("connection")) {
          var category = byNetwork.getOrDefault(block.name(), Optional.empty());
          String adapter = block.text("adapter").orElse("").toUpperCase(Locale.ROOT);
          found.merge(adapter, category, (one, two) -> one.equals(two) ? one : Optional.empty());
        }
      }
    }
    Map<String, Category> known = new HashMap<>();
    found.forEach((adapter, one) -> one.ifPresent(category -> known.put(adapter, category)));
    return known;
  }

  private static Optional<Category> category(String number) {
    return switch (number) {
      case "0" -> Optional.of(Category.PUBLIC);
      case "1" -> Optional.of(Category.PRIVATE);
      case "2" -> Optional.of(Category.DOMAIN);
      default -> Optional.empty();
    };
  }
}
