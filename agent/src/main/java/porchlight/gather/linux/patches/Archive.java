package porchlight.gather.linux.patches;

import java.util.Set;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.OsRelease;

/**
 * Where the security updates of this distribution come from, told by what its signed Release files
 * say, never by a host's or a file's name.
 *
 * @param codename of the release that is installed: {@code bookworm}
 */
record Archive(Maker maker, String codename) {
  private static final Pattern CODENAME = Pattern.compile("[a-z]{2,30}");

  /** Whose archive it is. */
  enum Maker {
    DEBIAN,
    UBUNTU
  }

  /**
   * The archive of a distribution whose security updates are known to be there: Debian and Ubuntu
   * themselves, and Mint, which takes both as they are. Other descendants replace packages or have
   * archives of their own, where "nothing pending" would be a guess.
   */
  static Reading<Archive> of(OsRelease os) {
    return switch (os.id()) {
      case "debian" ->
          os.versionId().isEmpty()
              ? Reading.unknown(
                  Reason.NOT_SUPPORTED,
                  "Debian testing and unstable have no security archive that is complete")
              : of(Maker.DEBIAN, os.codename());
      case "ubuntu" -> of(Maker.UBUNTU, os.codename());
      case "linuxmint" ->
          os.isLike("ubuntu")
              ? of(Maker.UBUNTU, os.ubuntuCodename())
              : of(Maker.DEBIAN, os.debianCodename());
      // Not a type of ours: there are hundreds.
      default -> Reading.unknown(Reason.NOT_SUPPORTED, other(os));
    };
  }

  private static Reading<Archive> of(Maker maker, String codename) {
    return CODENAME.matcher(codename).matches()
        ? Reading.known(new Archive(maker, codename))
        : Reading.unknown(Reason.NOT_UNDERSTOOD, "os-release does not name the release");
  }

  private static String other(OsRelease os) {
    if (os.isLike("debian") || os.isLike("ubuntu")) {
      return "apt: which archive brings the security updates of " + os.title() + " is not known";
    }
    return "package manager "
        + (os.isLike("alpine") ? "apk" : "of " + os.title())
        + " is not read yet";
  }

  /** Whether it brings the security updates of the installed release. */
  boolean isSecurity(Release release) {
    return isBase(release) || (maker == Maker.UBUNTU && isExtended(release));
  }

  /** Ubuntu's lists for subscribers, which go on when the base list has ended. */
  private boolean isExtended(Release release) {
    return Set.of("UbuntuESM", "UbuntuESMApps").contains(release.origin())
        && Set.of(codename + "-infra-security", codename + "-apps-security")
            .contains(release.suite());
  }

  /** Whether it is what goes on when the one security list has ended. */
  boolean isSuccessor(Release release) {
    return maker == Maker.UBUNTU
        && isExtended(release)
        && release.suite().equals(codename + "-infra-security");
  }

  /** Whether it is the one security list that every installation has. */
  boolean isBase(Release release) {
    return switch (maker) {
      case DEBIAN ->
          isDebianSecurity(release)
              && Set.of(codename, codename + "-security", codename + "/updates")
                  .contains(release.codename());
      case UBUNTU ->
          release.origin().equals("Ubuntu") && release.suite().equals(codename + "-security");
    };
  }

  /** Whether it brings security updates of another release than the installed one. */
  boolean isOfAnotherRelease(Release release) {
    return !isSecurity(release)
        && switch (maker) {
          case DEBIAN -> isDebianSecurity(release);
          case UBUNTU ->
              release.origin().startsWith("Ubuntu") && release.suite().endsWith("-security");
        };
  }

  /** Whether the installed release itself came from there, as it was on its first day. */
  boolean isOrigin(Release release) {
    return switch (maker) {
      case DEBIAN ->
          release.origin().equals("Debian")
              && release.label().equals("Debian")
              && release.codename().equals(codename);
      case UBUNTU -> release.origin().equals("Ubuntu") && release.suite().equals(codename);
    };
  }

  private static boolean isDebianSecurity(Release release) {
    return release.origin().equals("Debian") && release.label().equals("Debian-Security");
  }
}
