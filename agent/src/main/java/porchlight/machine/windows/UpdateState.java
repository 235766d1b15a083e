package porchlight.machine.windows;

/** What Windows Update says of itself. */
final class UpdateState {
  private UpdateState() {}

  private interface Part {
    String ask() throws Refused;
  }

  static String ask() throws Refused {
    return Com.apartment(() -> {
      var blocks = new Block();
      blocks.begin("updates", 1);
      part(blocks, "searched", () -> result("LastSearchSuccessDate"));
      part(blocks, "installed", () -> result("LastInstallationSuccessDate"));
      part(
          blocks,
          "level",
          () -> {
            try (var service = Automation.of("Microsoft.Update.AutoUpdate");
                var settings = service.object("Settings")) {
              return settings.text("NotificationLevel");
            }
          });
      part(
          blocks,
          "rebootRequired",
          () -> {
            try (var system = Automation.of("Microsoft.Update.SystemInfo")) {
              return system.text("RebootRequired");
            }
          });
      return blocks.toString();
    });
  }

  private static String result(String name) throws Refused {
    try (var service = Automation.of("Microsoft.Update.AutoUpdate");
        var results = service.object("Results")) {
      return results.text(name);
    }
  }

  private static void part(Block blocks, String name, Part part) {
    try {
      blocks.some(name, part.ask());
    } catch (Refused refused) {
      blocks.put(name + "Code", Refused.text(refused.code()));
    }
  }
}
