package porchlight.json.tree;

import porchlight.json.tree.Xml.NotXml;

/** The letters of an XML document, and the pieces that have no elements in them. */
final class XmlText {
  private static final int LONGEST_REFERENCE = 10;

  private final String all;
  private int at;

  XmlText(String all) {
    // Ends of lines are one character everywhere.
    this.all = all.replace("\r\n", "\n").replace('\r', '\n');
  }

  void require(boolean sound) throws NotXml {
    if (!sound) {
      throw new NotXml();
    }
  }

  int at() {
    return at;
  }

  boolean isAtEnd() {
    return at == all.length();
  }

  boolean peek(char letter) {
    return at < all.length() && all.charAt(at) == letter;
  }

  /** Whether that comes next; then it is passed. */
  boolean skip(String word) {
    boolean isNext = all.startsWith(word, at);
    at += isNext ? word.length() : 0;
    return isNext;
  }

  /** Passes white space; whether there was some. */
  boolean white() {
    int from = at;
    while (at < all.length() && isWhite(all.charAt(at))) {
      at++;
    }
    return at > from;
  }

  static boolean isBlank(CharSequence text) {
    return text.chars().allMatch(letter -> isWhite((char) letter));
  }

  private static boolean isWhite(char letter) {
    return letter == ' ' || letter == '\n' || letter == '\t';
  }

  /** The part up to that word, which is passed. */
  private String upTo(String word) throws NotXml {
    int end = all.indexOf(word, at);
    require(end >= 0);
    String part = all.substring(at, end);
    at = end + word.length();
    for (int i = 0; i < part.length(); i = part.offsetByCodePoints(i, 1)) {
      require(isAllowed(part.codePointAt(i)));
    }
    return part;
  }

  private static boolean isAllowed(int point) {
    return point >= ' '
        ? (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
            && (point < 0xFFFE || point > 0xFFFF)
        : point == '\t' || point == '\n' || point == '\r';
  }

  /** A name, of at most one prefix and a local part. */
  String name() throws NotXml {
    int from = at;
    int colon = -1;
    while (at < all.length() && isInName(all.charAt(at), at == from || at == colon + 1)) {
      at++;
      if (colon < 0 && peek(':')) {
        colon = at++;
      }
    }
    require(at > from && at > colon + 1);
    return all.substring(from, at);
  }

  private static boolean isInName(char letter, boolean isFirst) {
    return (letter >= 'a' && letter <= 'z')
        || (letter >= 'A' && letter <= 'Z')
        || letter == '_'
        || (!isFirst && ((letter >= '0' && letter <= '9') || letter == '-' || letter == '.'));
  }

  /** Reads on to the next tag, into what was read of the text before. */
  void text(StringBuilder into) throws NotXml {
    int from = at;
    int end = all.indexOf('<', at);
    require(end >= 0);
    at = end;
    String part = all.substring(from, end);
    require(!part.contains("]]>"));
    decode(part, into);
  }

  /** The value of an attribute, in its quotes. */
  String value() throws NotXml {
    String part = quoted();
    require(part.indexOf('<') < 0);
    var into = new StringBuilder();
    decode(part.replace('\n', ' ').replace('\t', ' '), into);
    return into.toString();
  }

  private void decode(String part, StringBuilder into) throws NotXml {
    int i = 0;
    while (i < part.length()) {
      int point = part.codePointAt(i);
      if (point == '&') {
        int end = part.indexOf(';', i);
        require(end > i && end - i <= LONGEST_REFERENCE);
        into.appendCodePoint(referred(part.substring(i + 1, end)));
        i = end + 1;
      } else {
        require(isAllowed(point));
        into.appendCodePoint(point);
        i += Character.charCount(point);
      }
    }
  }

  private int referred(String name) throws NotXml {
    int point =
        switch (name) {
          case "amp" -> '&';
          case "lt" -> '<';
          case "gt" -> '>';
          case "quot" -> '"';
          case "apos" -> '\'';
          default -> numbered(name);
        };
    require(isAllowed(point));
    return point;
  }

  private int numbered(String name) throws NotXml {
    int base = name.startsWith("#x") ? 16 : 10;
    String digits = name.substring(Math.min(name.length(), base == 16 ? 2 : 1));
    require(
        name.startsWith("#") && !digits.isEmpty() && Character.digit(digits.charAt(0), base) >= 0);
    try {
      int point = Integer.parseInt(digits, base);
      require(Character.isValidCodePoint(point));
      return point;
    } catch (NumberFormatException noNumber) {
      throw new NotXml();
    }
  }

  /** What is marked as nothing but text. */
  void cdata(StringBuilder into) throws NotXml {
    into.append(upTo("]]>"));
  }

  void comment() throws NotXml {
    require(!upTo("--").endsWith("-") && skip(">"));
  }

  void instruction() throws NotXml {
    require(!name().equalsIgnoreCase("xml"));
    if (!skip("?>")) {
      require(white());
      upTo("?>");
    }
  }

  /** The rest of the document's first line. */
  void declaration() throws NotXml {
    String quoted = "\\s*=\\s*(?:\"(?:%1$s)\"|'(?:%1$s)')";
    String form =
        "\\s*version"
            + quoted.formatted("1\\.0")
            + "(?:\\s+encoding"
            + quoted.formatted("[A-Za-z][A-Za-z0-9._-]*")
            + ")?(?:\\s+standalone"
            + quoted.formatted("yes|no")
            + ")?\\s*";
    require(upTo("?>").matches(form));
  }

  /**
   * The document's type, which declares nothing by itself; where more of it lies is passed over.
   */
  void type() throws NotXml {
    require(white());
    name();
    if (white() && !peek('>')) {
      if (skip("PUBLIC")) {
        require(literal().matches("[-'()+,./:=?;!*#@$_%\\s\\w]*"));
      } else {
        require(skip("SYSTEM"));
      }
      literal();
      white();
    }
    require(skip(">"));
  }

  private String literal() throws NotXml {
    require(white());
    return quoted();
  }

  private String quoted() throws NotXml {
    require(peek('"') || peek('\''));
    return upTo(String.valueOf(all.charAt(at++)));
  }
}
