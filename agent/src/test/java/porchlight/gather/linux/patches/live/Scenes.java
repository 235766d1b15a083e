package porchlight.gather.linux.patches.live;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Small Debians and Ubuntus, each with what waits on it in truth. */
final class Scenes {
  private static final String UBUNTU = "ID=ubuntu\nVERSION_ID=24.04\nVERSION_CODENAME=noble\n";

  private static final String MINT =
      """
      ID=linuxmint
      ID_LIKE="ubuntu debian"
      VERSION_ID=22.1
      VERSION_CODENAME=xia
      UBUNTU_CODENAME=noble
      """;

  private static final String NOT_YET = "Phased-Update-Percentage: 0";
  private static final Set<String> FOO = Set.of("foo");
  private static final Set<String> NONE = Set.of();

  /** What is in the scene. */
  interface Scene {
    void build(AptRoot root) throws IOException;
  }

  /**
   * @param pending what waits in truth
   * @param beyondApt those of them that apt would not install now, or not from a security list
   */
  record Truth(Scene scene, Set<String> pending, Set<String> beyondApt) {}

  private final Map<String, Truth> scenes = new LinkedHashMap<>();

  /** All, by what is special about them. */
  Map<String, Truth> all() {
    debian();
    strangers();
    architectures();
    ubuntu();
    return scenes;
  }

  private void same(String name, Set<String> pending, Scene scene) {
    scenes.put(name, new Truth(scene, pending, NONE));
  }

  private void beyond(String name, Set<String> pending, Set<String> beyondApt, Scene scene) {
    scenes.put(name, new Truth(scene, pending, beyondApt));
  }

  private void versions(String name, String installed, String security, boolean pending) {
    same(name, pending ? FOO : NONE, versions(installed, "0.1", security));
  }

  /** Versions of one package: installed, and in either archive. */
  private static Scene versions(String installed, String main, String security) {
    return root -> {
      root.installed("foo", installed, "amd64").main().has("foo", main, "amd64");
      root.security().has("foo", security, "amd64");
    };
  }

  /** An update for a package in that state of dpkg's. */
  private static Scene fixed(String state, String... more) {
    return root -> {
      root.installed("foo", "1.0", "amd64", state).main();
      root.security().has("foo", "1.1", "amd64", more);
    };
  }

  private static Scene architectures(String installed, String security) {
    return root -> {
      root.installed("foo", "1.0", installed).main();
      root.security().has("foo", "1.1", security);
    };
  }

  /** A noble with version 1.0 of foo, and 1.1 of some package in its security archive. */
  private static Scene noble(String secured, String inUpdates, String... more) {
    return root -> {
      root.system(UBUNTU);
      root.installed("foo", "1.0", "amd64");
      noble(root, "-security").has(secured, "1.1", "amd64");
      noble(root, "-updates").has("foo", inUpdates, "amd64", more);
    };
  }

  private void debian() {
    versions("an update", "1.0-1", "1.0-1+deb12u1", true);
    versions("the same", "1.0-1", "1.0-1", false);
    versions("older than installed", "1.0-2", "1.0-1+deb12u9", false);
    versions("a higher epoch", "9.0", "1:1.0", true);
    versions("a lower epoch", "1:1.0", "9.0", false);
    versions("from a preview", "1.0~rc1-1", "1.0-1", true);
    versions("to a preview", "1.0", "1.0~deb12u1", false);
    versions("a backport before", "1.0-1~bpo12+1", "1.0-1", true);
    versions("rebuilt", "1.0-1+b1", "1.0-1+deb12u1", true);
    versions("rebuilt after", "1.0-1+deb12u1+b1", "1.0-1+deb12u1", false);
    versions("long numbers", "20230311+deb12u1", "20250419~deb12u2", true);
    same(
        "only in the main archive",
        NONE,
        root -> {
          root.installed("foo", "1.0", "amd64").main().has("foo", "1.1", "amd64");
          root.security().has("bar", "1.1", "amd64");
        });
    same("the same version in both", FOO, versions("1.0", "1.1", "1.1"));
    beyond("newer in the main archive, and fixed before", FOO, FOO, versions("1.0", "1.2", "1.1"));
    same("newer in the main archive, fixed already", NONE, versions("1.1", "1.2", "1.1"));
    same(
        "two versions in one list",
        FOO,
        root -> {
          root.installed("foo", "1.1", "amd64").main().has("bar", "1", "amd64");
          root.security().has("foo", "1.1", "amd64").has("foo", "1.2", "amd64");
        });
    beyond("held", FOO, FOO, fixed("hold ok installed"));
    beyond(
        "pinned away",
        FOO,
        FOO,
        root -> {
          root.installed("foo", "1.0", "amd64").main().has("foo", "1.0", "amd64");
          root.security().has("foo", "1.1", "amd64");
          root.preferences("Package: *\nPin: release l=Debian-Security\nPin-Priority: -1\n");
        });
    beyond("kept back", FOO, FOO, fixed("install ok installed", "Depends: nowhere"));
    same(
        "with a new dependency",
        FOO,
        root -> {
          root.installed("foo", "1.0", "amd64").main();
          root.security().has("foo", "1.1", "amd64", "Depends: new").has("new", "1", "amd64");
        });
    same("removed but for its settings", NONE, fixed("deinstall ok config-files"));
    same("unpacked and not set up", FOO, fixed("install ok unpacked"));
    same(
        "from elsewhere and newer",
        NONE,
        root -> {
          root.installed("foo", "2.0", "amd64").main();
          root.security().has("foo", "1.1", "amd64");
          root.archive("vendor", "Vendor", "Vendor", "any", "any").has("foo", "2.1", "amd64");
        });
  }

  /** Archives that are not the distribution's, whatever they call themselves. */
  private void strangers() {
    same(
        "another maker's archive that calls itself security",
        FOO,
        root -> {
          root.installed("foo", "1.0", "amd64").installed("bar", "1.0", "amd64").main();
          root.security().has("foo", "1.1", "amd64");
          root.archive("vendor", "Vendor", "Security", "bookworm-security", "bookworm-security")
              .has("bar", "1.1", "amd64");
        });
    same(
        "another maker's archive that is called Debian-Security",
        FOO,
        root -> {
          root.installed("foo", "1.0", "amd64").main();
          root.security().has("foo", "1.1", "amd64");
          root.archive("vendor", "Vendor", "Vendor", "Debian-Security", "bookworm")
              .has("bar", "1.1", "amd64");
        });
    same(
        "put there by hand, from nowhere",
        FOO,
        root -> {
          root.installed("foo", "1.0", "amd64").installed("mine", "1.0", "amd64").main();
          root.installed("mine", "1.0", "i386");
          root.security().has("foo", "1.1", "amd64").has("bar", "1", "i386");
        });
  }

  private void architectures() {
    same(
        "two architectures",
        Set.of("foo", "foo:i386"),
        root -> {
          root.installed("foo", "1.0", "amd64").installed("foo", "1.0", "i386").main();
          root.security().has("foo", "1.1", "amd64").has("foo", "1.1", "i386");
        });
    same(
        "the foreign one only",
        Set.of("bar:i386"),
        root -> {
          root.installed("foo", "1.0", "amd64").installed("bar", "1.0", "i386").main();
          root.security().has("foo", "1.0", "amd64").has("bar", "1.1", "i386");
        });
    same("for any architecture", FOO, architectures("all", "all"));
    same("from one to any architecture", FOO, architectures("amd64", "all"));
    same(
        "a part that is empty in the security archive",
        FOO,
        root -> {
          root.installed("foo", "1.0", "amd64");
          root.main().hasIn("contrib", "bar", "1", "amd64");
          root.security().has("foo", "1.1", "amd64").hasEmpty("contrib");
        });
  }

  private void ubuntu() {
    beyond(
        "Ubuntu, in security, and held back by the phase of the same version in updates",
        FOO,
        FOO,
        noble("foo", "1.1", NOT_YET));
    same("Ubuntu, security and updates alike", FOO, noble("foo", "1.1"));
    same("Ubuntu, only in updates and phased", NONE, noble("bar", "1.1", NOT_YET));
    beyond("Ubuntu, newer in updates, and fixed before", FOO, FOO, noble("foo", "1.2"));
    same(
        "Ubuntu for subscribers",
        FOO,
        root -> {
          root.system(UBUNTU);
          root.installed("foo", "1.0", "amd64");
          noble(root, "-security").has("bar", "1.1", "amd64");
          root.archive("esm", "UbuntuESMApps", "UbuntuESMApps", "noble-apps-security", "noble")
              .has("foo", "1.1~esm1", "amd64");
        });
    same(
        "Mint made from Ubuntu",
        FOO,
        root -> {
          root.system(MINT);
          root.installed("foo", "1.0", "amd64");
          noble(root, "-security").has("foo", "1.1", "amd64");
          root.archive("mint", "linuxmint", "linuxmint", "xia", "xia").has("bar", "1", "amd64");
        });
  }

  private static AptRoot.Archive noble(AptRoot root, String pocket) {
    return root.archive("noble" + pocket, "Ubuntu", "Ubuntu", "noble" + pocket, "noble");
  }
}
