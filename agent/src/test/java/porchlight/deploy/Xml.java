package porchlight.deploy;

/** Texts in XML. */
final class Xml {
  private Xml() {}

  static String text(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
