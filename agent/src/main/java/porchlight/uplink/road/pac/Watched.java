package porchlight.uplink.road.pac;

/** A text of which each letter looked at is a step: so no regular expression runs for ever. */
record Watched(String text, Budget budget) implements CharSequence {
  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    budget.step();
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
