package porchlight.machine.windows;

import java.util.ArrayList;
import java.util.List;

/**
 * What Windows Update has found missing, from what it remembers: nobody is asked over the network.
 */
final class UpdateSearch {
  private static final int MOST = 1_000;

  /** Hidden ones too: what somebody hid still is not there. */
  private static final String MISSING = "IsInstalled=0 and Type='Software'";

  private UpdateSearch() {}

  static String ask() throws Refused {
    return Com.apartment(() -> {
      var blocks = new Block();
      try (var session = Automation.of("Microsoft.Update.Session");
          var searcher = session.object("CreateUpdateSearcher");
          var offline = Variant.of(false);
          var criteria = Variant.of(MISSING)) {
        searcher.put("Online", offline);
        try (var result = searcher.object("Search", criteria);
            var updates = result.object("Updates")) {
          blocks.begin("search", result.text("ResultCode")).put("count", updates.text("Count"));
          updates.each(MOST, (update, place) -> update(blocks, update, place));
        }
      }
      return blocks.toString();
    });
  }

  private static void update(Block blocks, Automation update, int place) throws Refused {
    blocks
        .begin("update", place)
        .some("kb", strings(update, "KBArticleIDs"))
        .some("severity", update.text("MsrcSeverity"))
        .some("categories", categories(update))
        .some("published", update.text("LastDeploymentChangeTime"))
        .some("reboot", reboot(update));
    if (update.text("IsHidden").equals("1")) {
      blocks.put("hidden", 1);
    }
  }

  private static String reboot(Automation update) throws Refused {
    try (var behavior = update.object("InstallationBehavior")) {
      return behavior.text("RebootBehavior");
    }
  }

  private static List<String> strings(Automation update, String name) throws Refused {
    var all = new ArrayList<String>();
    try (var collection = update.object(name)) {
      int count = count(collection);
      for (int i = 0; i < count; i++) {
        try (var place = Variant.of(i)) {
          all.add(collection.text("Item", place));
        }
      }
    }
    return all;
  }

  private static List<String> categories(Automation update) throws Refused {
    var all = new ArrayList<String>();
    try (var collection = update.object("Categories")) {
      int count = count(collection);
      for (int i = 0; i < count; i++) {
        try (var place = Variant.of(i);
            var category = collection.object("Item", place)) {
          all.add(category.text("CategoryID"));
        }
      }
    }
    return all;
  }

  private static int count(Automation collection) throws Refused {
    return collection.value("Count") instanceof Long count ? (int) Math.min(count, 64) : 0;
  }
}
