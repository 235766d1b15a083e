package porchlight.cli.screen;

import java.util.List;
import porchlight.facts.PhishingProtection;
import porchlight.facts.PhishingProtection.Warning;

/** What the browsers of a laptop's people do, in lines for {@link FactScreen}. */
final class BrowserWords {
  private BrowserWords() {}

  static List<String> of(PhishingProtection protection) {
    return protection.profiles().isEmpty()
        ? List.of("nobody has used a browser here")
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
}
