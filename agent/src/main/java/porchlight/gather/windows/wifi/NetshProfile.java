package porchlight.gather.windows.wifi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Wifi.Security;
import porchlight.facts.WifiAutoJoin.Profile;
import porchlight.gather.Answers;
import porchlight.gather.windows.Lines.Row;

/** One stored network as netsh prints it: sections under lines, the third about its protection. */
final class NetshProfile {
  static final Pattern SECTION = Pattern.compile("\\s*-{5,}");

  private static final Pattern BY_ITSELF =
      Pattern.compile("(?iu)autom[aá]t|автомат|自动|自動|자동|otomati|tự động|αυτόματ|אוטומט");
  private static final Pattern BY_HAND =
      Pattern.compile(
          "(?iu)manual|manuell|manuel|manuál|вручн|手动|手動|수동|handmatig|ręczn|ručn|thủ công|χειροκ");
  private static final Pattern QUOTED = Pattern.compile("[\"“„«「](.+)[\"“”»」]");
  private static final int SECURITY = 3;

  private final List<String> lines;

  NetshProfile(List<String> lines) {
    this.lines = List.copyOf(lines);
  }

  private String value(int line) {
    return line < lines.size() ? Row.of(lines.get(line)).map(Row::value).orElse("") : "";
  }

  /** The network, where anybody can pretend to be it and it is joined without asking. */
  Reading<Optional<Profile>> weak() {
    Optional<Security> security = security();
    if (security.isEmpty()) {
      return Reading.unknown(
          Reason.NOT_UNDERSTOOD, "how a stored network is protected is not told");
    }
    Optional<Profile> weak =
        WinWifiAutoJoin.weakness(security.get()).map(why -> new Profile(name(), why, "Windows"));
    if (weak.isEmpty()) {
      return Reading.known(weak);
    }
    boolean byItself = BY_ITSELF.matcher(mode()).find();
    boolean byHand = BY_HAND.matcher(mode()).find();
    if (byItself == byHand) {
      return Reading.unknown(
          Reason.NOT_UNDERSTOOD, "whether a stored network is joined by itself is not told");
    }
    return Reading.known(byItself ? weak : Optional.empty());
  }

  /** It stands in quotes, those of the language. */
  String name() {
    for (int i = 0; i < lines.size(); i++) {
      Matcher quoted = QUOTED.matcher(value(i));
      if (quoted.matches()) {
        return Answers.brief(quoted.group(1));
      }
    }
    return "?";
  }

  /** The first row below the one that has no value of its own. */
  private String mode() {
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (Row.of(lines.get(i)).filter(row -> row.value().isEmpty()).isPresent()) {
        return value(i + 1);
      }
    }
    return "";
  }

  /** Pairs of authentication and cipher begin the section; the weakest counts. */
  Optional<Security> security() {
    var starts = new ArrayList<Integer>();
    for (int i = 0; i < lines.size(); i++) {
      if (SECTION.matcher(lines.get(i)).matches()) {
        starts.add(i + 1);
      }
    }
    if (starts.isEmpty()) {
      return Optional.empty();
    }
    // Some people leave the others out of what they show; then only names of standards tell it
    // apart from what a link costs.
    boolean isWhole = starts.size() >= SECURITY;
    int at = isWhole ? starts.get(SECURITY - 1) : starts.getLast();
    Optional<Security> weakest = Optional.empty();
    if (!isWhole && !Words.isCipher(value(at + 1))) {
      return weakest;
    }
    while (weakest.isEmpty() || Words.isCipher(value(at + 1))) {
      Optional<Security> one = Words.of(value(at), value(at + 1));
      if (one.isEmpty()) {
        return Optional.empty();
      }
      weakest = Protection.weaker(weakest, one.get());
      at += 2;
    }
    return weakest;
  }
}
