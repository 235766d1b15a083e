package porchlight.central.ledger;

/** What a text column takes everywhere: PostgreSQL refuses U+0000. */
final class Storable {
  private Storable() {}

  static String text(String text) {
    return text.replace('\u0000', '\uFFFD');
  }
}
