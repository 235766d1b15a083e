package porchlight.cli.screen;

import java.util.List;
import porchlight.facts.PasswordManager;
import porchlight.facts.PasswordManager.Keeper;
import porchlight.facts.PhishingProtection;
import porchlight.facts.PhishingProtection.Warning;

/** What the browsers of a laptop's people do, in lines for {@link FactScreen}. */
final class BrowserWords {
  private BrowserWords() {}

  static List<String> of(PhishingProtection protection) {
    return protection.profiles().isEmpty()
        ? List.of("no known browser was used here")
        : protection.profiles().stream()
            .map(profile ->
                whose(profile.person(), profile.browser(), profile.name())
                    + words(profile.warning()))
            .toList();
  }

  private static String whose(String person, String browser, String profile) {
    return (person.isEmpty() ? "others" : person)
        + (browser.isEmpty() ? "" : ", " + browser)
        + (profile.isEmpty() ? "" : " (" + profile + ")");
  }

  private static String words(Warning warning) {
    return switch (warning) {
      case Warning.On(var by) -> ": warns, by " + by;
      case Warning.Off(var by) -> ": does not warn, by " + by;
      case Warning.Unclear(var reason, var detail) ->
          ": could not tell (" + reason.word() + "): " + detail;
    };
  }

  static List<String> of(PasswordManager manager) {
    return manager.places().isEmpty()
        ? List.of("no known browser was used here")
        : manager.places().stream()
            .map(place ->
                whose(place.person(), place.browser(), place.profile()) + words(place.keeper()))
            .toList();
  }

  private static String words(Keeper keeper) {
    return switch (keeper) {
      case Keeper.Dedicated(var name) -> ": " + name;
      case Keeper.BuiltIn() -> ": the browser itself";
      case Keeper.Nothing() -> ": nothing";
      case Keeper.NotDedicated(var reason, var detail) ->
          ": no manager of its own; the browser: could not tell (" + reason.word() + "): " + detail;
      case Keeper.Unclear(var reason, var detail) ->
          ": could not tell (" + reason.word() + "): " + detail;
    };
  }
}
