package porchlight.gather.macos.browsers;

import java.util.ArrayList;
import java.util.List;
import porchlight.gather.browsers.Browser;
import porchlight.gather.browsers.Browser.Kind;

/**
 * The browsers that are known on macOS but for Safari; policies are called after the program's
 * bundle.
 */
final class MacBrowsers {
  static final List<Browser> ALL = all();

  private static final String SUPPORT = "Library/Application Support/";

  private MacBrowsers() {}

  private static List<Browser> all() {
    var all = new ArrayList<Browser>();
    chromium(all, "Chrome", "Google/Chrome", "com.google.Chrome");
    chromium(all, "Chrome", "Google/Chrome Beta", "com.google.Chrome.beta");
    chromium(all, "Chrome", "Google/Chrome Dev", "com.google.Chrome.dev");
    chromium(all, "Chrome", "Google/Chrome Canary", "com.google.Chrome.canary");
    chromium(all, "Chromium", "Chromium", "org.chromium.Chromium");
    chromium(all, "Brave", "BraveSoftware/Brave-Browser", "com.brave.Browser");
    chromium(all, "Brave", "BraveSoftware/Brave-Browser-Beta", "com.brave.Browser.beta");
    chromium(all, "Brave", "BraveSoftware/Brave-Browser-Nightly", "com.brave.Browser.nightly");
    chromium(all, "Edge", "Microsoft Edge", "com.microsoft.Edge");
    chromium(all, "Edge", "Microsoft Edge Beta", "com.microsoft.Edge.Beta");
    chromium(all, "Edge", "Microsoft Edge Dev", "com.microsoft.Edge.Dev");
    chromium(all, "Edge", "Microsoft Edge Canary", "com.microsoft.Edge.Canary");
    chromium(all, "Vivaldi", "Vivaldi", "com.vivaldi.Vivaldi");
    all.add(
        new Browser("Firefox", Kind.FIREFOX, SUPPORT + "Firefox", "Profiles", List.of(), false));
    other(all, "Arc", "Arc");
    other(all, "DuckDuckGo", "DuckDuckGo");
    other(all, "Floorp", "Floorp");
    other(all, "LibreWolf", "librewolf");
    other(all, "Opera", "com.operasoftware.Opera");
    other(all, "Orion", "Orion");
    other(all, "Tor Browser", "TorBrowser-Data");
    other(all, "Waterfox", "Waterfox");
    other(all, "Zen", "zen");
    return List.copyOf(all);
  }

  private static void chromium(List<Browser> all, String name, String folder, String bundle) {
    all.add(new Browser(name, Kind.CHROMIUM, SUPPORT + folder, "", List.of(bundle), false));
  }

  private static void other(List<Browser> all, String name, String folder) {
    all.add(new Browser(name, Kind.OTHER, SUPPORT + folder, "", List.of(), false));
  }
}
