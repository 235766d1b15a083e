package porchlight.gather.windows.browsers;

import java.util.ArrayList;
import java.util.List;
import porchlight.gather.browsers.Browser;
import porchlight.gather.browsers.Browser.Kind;

/** The browsers that are known on Windows; policies lie in the registry, below their maker. */
final class WinBrowsers {
  static final String EDGE = "Microsoft\\Edge";
  static final List<Browser> ALL = all();

  private static final String LOCAL = "AppData/Local/";
  private static final String ROAMING = "AppData/Roaming/";

  private WinBrowsers() {}

  private static List<Browser> all() {
    var all = new ArrayList<Browser>();
    chromium(all, "Chrome", "Google\\Chrome", "Google/Chrome");
    chromium(all, "Chrome", "Google\\Chrome", "Google/Chrome Beta");
    chromium(all, "Chrome", "Google\\Chrome", "Google/Chrome Dev");
    chromium(all, "Chrome", "Google\\Chrome", "Google/Chrome SxS");
    chromium(all, "Chromium", "Chromium", "Chromium");
    chromium(all, "Brave", "BraveSoftware\\Brave", "BraveSoftware/Brave-Browser");
    chromium(all, "Brave", "BraveSoftware\\Brave", "BraveSoftware/Brave-Browser-Beta");
    chromium(all, "Brave", "BraveSoftware\\Brave", "BraveSoftware/Brave-Browser-Nightly");
    chromium(all, "Edge", EDGE, "Microsoft/Edge");
    chromium(all, "Edge", EDGE, "Microsoft/Edge Beta");
    chromium(all, "Edge", EDGE, "Microsoft/Edge Dev");
    chromium(all, "Edge", EDGE, "Microsoft/Edge SxS");
    chromium(all, "Vivaldi", "Vivaldi", "Vivaldi");
    firefox(all, ROAMING + "Mozilla/Firefox", false);
    firefox(
        all,
        LOCAL + "Packages/Mozilla.Firefox_n80bbvh6b1yt2/LocalCache/Roaming/Mozilla/Firefox",
        true);
    other(all, "Opera", ROAMING + "Opera Software");
    other(all, "LibreWolf", ROAMING + "librewolf");
    other(all, "Waterfox", ROAMING + "Waterfox");
    other(all, "Zen", ROAMING + "zen");
    other(all, "Floorp", ROAMING + "Floorp");
    other(all, "Yandex", LOCAL + "Yandex/YandexBrowser");
    other(all, "Arc", LOCAL + "Packages/TheBrowserCompany.Arc_ttt1ap7aakyb4");
    other(all, "Tor Browser", "Desktop/Tor Browser");
    return List.copyOf(all);
  }

  private static void chromium(List<Browser> all, String name, String policies, String folder) {
    all.add(
        new Browser(
            name, Kind.CHROMIUM, LOCAL + folder + "/User Data", "", List.of(policies), false));
  }

  private static void firefox(List<Browser> all, String folder, boolean boxed) {
    all.add(new Browser("Firefox", Kind.FIREFOX, folder, "Profiles", List.of(), boxed));
  }

  private static void other(List<Browser> all, String name, String folder) {
    all.add(new Browser(name, Kind.OTHER, folder, "", List.of(), false));
  }
}
