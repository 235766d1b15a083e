package porchlight.machine;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who owns a file or folder of Windows and who may change it, in the words of the system (SDDL).
 */
public final class Sddl {
  private static final String WHO = "(S-1-[0-9-]{1,180}|[A-Z]{2})";
  private static final Pattern WHOLE =
      Pattern.compile("O:" + WHO + "(?:G:" + WHO + ")?D:[A-Z]*((?:\\([^()]*\\))*)");
  private static final Pattern ENTRY = Pattern.compile("\\(([^()]*)\\)");
  private static final int MEMBERS = 6;

  /**
   * The system, administrators (the group, the built-in one, the domain's), what installs Windows.
   */
  private static final Set<String> ADMINISTRATORS =
      Set.of(
          "SY",
          "S-1-5-18",
          "BA",
          "S-1-5-32-544",
          "LA",
          "DA",
          "EA",
          "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464");

  /** What whoever made a file below may do with it; who may make one is said by others. */
  private static final Set<String> MAKER = Set.of("CO", "S-1-3-0");

  private Sddl() {}

  /**
   * Why somebody else than administrators could put something there; nothing when nobody can.
   *
   * @param asking the security identifier of who asks, who is no stranger to what is their own
   */
  public static Optional<String> weakness(String sddl, String asking) {
    Matcher whole = WHOLE.matcher(sddl.strip());
    if (!whole.matches()) { // a list that is missing lets everybody do all, and has no such form
      return Optional.of("who may write there is not understood");
    }
    var trusted = new HashSet<>(ADMINISTRATORS);
    trusted.add(asking);
    if (!trusted.contains(whole.group(1))) {
      return Optional.of("it belongs to somebody who is no administrator");
    }
    Matcher entry = ENTRY.matcher(whole.group(3));
    while (entry.find()) {
      String[] members = entry.group(1).split(";", -1);
      if (members.length != MEMBERS || !(members[0].equals("A") || members[0].equals("D"))) {
        return Optional.of("who may write there is not understood");
      }
      boolean maker = MAKER.contains(members[5]) && isForWhatIsBelow(members[1]);
      if (members[0].equals("A")
          && !trusted.contains(members[5])
          && !maker
          && SddlRights.change(members[2])) {
        return Optional.of("others than administrators may write there");
      }
    }
    return Optional.empty();
  }

  /** Inherit only, among flags of two letters. */
  private static boolean isForWhatIsBelow(String flags) {
    for (int at = 0; at + 1 < flags.length(); at += 2) {
      if (flags.startsWith("IO", at)) {
        return true;
      }
    }
    return false;
  }
}
