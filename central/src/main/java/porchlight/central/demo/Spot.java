package porchlight.central.demo;

/**
 * A place as the demo knows it; {@code name} stays here, reports carry what a key makes of it.
 *
 * @param kind its kind, as reports say it
 * @param sure how sure that is
 * @param wifi how its Wi-Fi is protected: wpa3, wpa2, open, or none where there is a cable
 */
record Spot(String name, String kind, String sure, String wifi) {
  static Spot home(String household) {
    return new Spot("home " + household, "home", "likely", "wpa2");
  }

  static Spot office(String of) {
    return new Spot("office " + of, "office", "sure", "none");
  }

  static Spot open(String name) {
    return new Spot(name, "public-hotspot", "likely", "open");
  }

  static Spot hotspot(String name) {
    return new Spot(name, "public-hotspot", "likely", "wpa2");
  }

  static Spot guest(String of) {
    return new Spot("guest " + of, "guest", "perhaps", "wpa2");
  }

  static Spot phone(String of) {
    return new Spot("phone " + of, "phone-hotspot", "likely", "wpa3");
  }
}
