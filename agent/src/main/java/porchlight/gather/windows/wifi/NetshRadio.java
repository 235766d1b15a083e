package porchlight.gather.windows.wifi;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import porchlight.facts.Wifi.Security;
import porchlight.gather.Answers;
import porchlight.gather.windows.Lines.Row;

/**
 * What netsh says of one radio. The rows come in this order in every language: name, description,
 * GUID, hardware address, (kind of interface, (its primary one,)) state; of a joined one the
 * network's name, the access point's address, …, the kind of radio (802.11ax), authentication,
 * cipher, …; of one that is not joined only whether the radio is on, in two lines.
 */
final class NetshRadio {
  private static final Pattern MAC = Pattern.compile("(?i)[0-9a-fx]{2}(?:[:-][0-9a-fx]{2}){5}");
  private static final String KIND = "802.11";

  /** How far below the radio's own address it may stand whether it is on. */
  private static final int MOST_BEFORE_ON = 4;

  private static final Pattern RADIO = Pattern.compile("802\\.11[a-z]{1,2}");

  /** Ways of sending in which TKIP is not allowed. */
  private static final List<String> FAST = List.of("ac", "ax", "be");

  private final List<Row> rows;
  private final int own; // the row of the radio's own address
  private final int far; // that of the access point's
  private final int akm; // that of the numbers of the standard, which newer ones have
  private final int kind; // that of the kind of radio

  private NetshRadio(List<Row> rows, int guid) {
    this.rows = List.copyOf(rows);
    this.own = guid < 0 ? endOfRun(0) : isMac(guid + 1) ? guid + 1 : -1;
    this.far = own < 0 ? -1 : endOfRun(own + 1);
    this.akm = first(Akm.SHAPE, Math.max(far, own) + 1);
    this.kind = far < 0 ? -1 : first(RADIO, far + 1);
  }

  /** Of rows in which that one has the GUID. */
  static NetshRadio after(List<Row> rows, int guid) {
    return new NetshRadio(rows, guid);
  }

  /** Of rows without a GUID. */
  static NetshRadio alone(List<Row> rows) {
    return new NetshRadio(rows, -1);
  }

  private String value(int row) {
    return NetshInterfaces.at(rows, row).map(Row::value).orElse("");
  }

  private int first(Pattern value, int from) {
    for (int i = from; i < rows.size(); i++) {
      if (value.matcher(rows.get(i).value()).matches()) {
        return i;
      }
    }
    return -1;
  }

  private boolean isMac(int row) {
    return MAC.matcher(value(row)).matches();
  }

  /** A network may be called like an address; the access point's comes right after its name. */
  private int endOfRun(int from) {
    int start = first(MAC, from);
    int end = start;
    while (end >= 0 && isMac(end + 1)) {
      end++;
    }
    return end;
  }

  /** Not joined: the state, and at once whether the radio is on, which takes two lines. */
  boolean isApart() {
    if (own < 0 || far >= 0 || akm >= 0) {
      return false;
    }
    for (int on = own + 2; on <= own + MOST_BEFORE_ON && on + 1 < rows.size(); on++) {
      if (rows.get(on + 1).label().isEmpty() && !rows.get(on).label().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  boolean isJoined() {
    return far >= 0 || akm >= 0;
  }

  String link() {
    return Answers.brief(value(0));
  }

  String network() {
    return Answers.brief(value(far >= 0 ? far - 1 : akm - 1));
  }

  String accessPoint() {
    return value(far);
  }

  Optional<Security> security() {
    int before = kind >= 0 ? kind : akm;
    int row = akm == before + 1 ? before + 2 : before + 1;
    String authentication = value(row);
    String cipher = value(row + 1);
    if (before < 0 || (kind < 0 && !Words.isStandard(authentication))) {
      return Optional.empty();
    }
    boolean isFast = kind >= 0 && FAST.contains(value(kind).substring(KIND.length()));
    boolean isUntold =
        isFast && !cipher.isEmpty() && Words.isStandard(authentication) && !Words.isCipher(cipher);
    Optional<Security> said = Words.of(authentication, isUntold ? "CCMP" : cipher);
    return akm < 0 ? said : said.flatMap(one -> Akm.agreeing(one, value(akm)));
  }
}
