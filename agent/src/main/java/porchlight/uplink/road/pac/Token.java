package porchlight.uplink.road.pac;

/**
 * A word of a script.
 *
 * @param text of a string its value, of a regular expression its source and flags with a line end
 *     between
 * @param afterLine whether a line ended before it
 */
record Token(Kind kind, String text, boolean afterLine, int line) {
  enum Kind {
    NAME,
    NUMBER,
    STRING,
    PATTERN,
    SIGN,
    END
  }

  boolean is(String sign) {
    return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
  }
}
