package porchlight.gather.linux.browsers;

import java.util.ArrayList;
import java.util.List;
import porchlight.gather.browsers.Browser;
import porchlight.gather.browsers.Browser.Kind;

/** The browsers that are known on Linux; policies lie below /etc. */
final class LinuxBrowsers {
  static final List<Browser> ALL = all();

  private LinuxBrowsers() {}

  private static List<Browser> all() {
    var all = new ArrayList<Browser>();
    var chromium = List.of("chromium/policies");
    var snap = List.of("chromium-browser/policies", "chromium/policies");
    var chrome = List.of("opt/chrome/policies");
    var brave = List.of("brave/policies");
    var edge = List.of("opt/edge/policies");
    var vivaldi = List.of("opt/vivaldi/policies", "vivaldi/policies", "chromium/policies");
    chromium(all, "Chromium", chromium, ".config/chromium");
    chromium(
        all,
        "Chrome",
        chrome,
        ".config/google-chrome",
        ".config/google-chrome-beta",
        ".config/google-chrome-unstable");
    chromium(
        all,
        "Brave",
        brave,
        ".config/BraveSoftware/Brave-Browser",
        ".config/BraveSoftware/Brave-Browser-Beta",
        ".config/BraveSoftware/Brave-Browser-Nightly");
    chromium(
        all,
        "Edge",
        edge,
        ".config/microsoft-edge",
        ".config/microsoft-edge-beta",
        ".config/microsoft-edge-dev");
    chromium(all, "Vivaldi", vivaldi, ".config/vivaldi", ".config/vivaldi-snapshot");
    boxed(all, "Chromium", snap, "snap/chromium/common/chromium");
    boxed(all, "Chromium", chromium, ".var/app/org.chromium.Chromium/config/chromium");
    boxed(all, "Chrome", chrome, ".var/app/com.google.Chrome/config/google-chrome");
    boxed(all, "Brave", brave, ".var/app/com.brave.Browser/config/BraveSoftware/Brave-Browser");
    boxed(all, "Edge", edge, ".var/app/com.microsoft.Edge/config/microsoft-edge");
    boxed(all, "Vivaldi", vivaldi, ".var/app/com.vivaldi.Vivaldi/config/vivaldi");
    firefox(all, false, ".mozilla/firefox", ".config/mozilla/firefox");
    firefox(
        all,
        true,
        "snap/firefox/common/.mozilla/firefox",
        "snap/firefox/common/.config/mozilla/firefox",
        ".var/app/org.mozilla.firefox/.mozilla/firefox",
        ".var/app/org.mozilla.firefox/config/mozilla/firefox");
    other(all, "Brave", "snap/brave");
    other(all, "Opera", ".config/opera", "snap/opera", ".var/app/com.opera.Opera");
    other(
        all,
        "LibreWolf",
        ".librewolf",
        ".config/librewolf",
        ".var/app/io.gitlab.librewolf-community");
    other(all, "Waterfox", ".waterfox", ".config/waterfox", ".var/app/net.waterfox.waterfox");
    other(all, "Zen", ".zen", ".config/zen", ".var/app/app.zen_browser.zen");
    other(all, "Floorp", ".floorp", ".config/floorp", ".var/app/one.ablaze.floorp");
    other(all, "GNOME Web", ".local/share/epiphany", ".var/app/org.gnome.Epiphany");
    other(all, "Falkon", ".config/falkon", ".var/app/org.kde.falkon");
    other(all, "qutebrowser", ".local/share/qutebrowser", ".var/app/org.qutebrowser.qutebrowser");
    other(all, "Tor Browser", ".local/share/torbrowser");
    return List.copyOf(all);
  }

  private static void chromium(
      List<Browser> all, String name, List<String> policies, String... folders) {
    for (String folder : folders) {
      all.add(new Browser(name, Kind.CHROMIUM, folder, "", policies, false));
    }
  }

  private static void boxed(List<Browser> all, String name, List<String> policies, String folder) {
    all.add(new Browser(name, Kind.CHROMIUM, folder, "", policies, true));
  }

  private static void firefox(List<Browser> all, boolean boxed, String... folders) {
    for (String folder : folders) {
      all.add(new Browser("Firefox", Kind.FIREFOX, folder, "", List.of(), boxed));
    }
  }

  private static void other(List<Browser> all, String name, String... folders) {
    for (String folder : folders) {
      all.add(new Browser(name, Kind.OTHER, folder, "", List.of(), false));
    }
  }
}
