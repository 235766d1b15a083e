package porchlight.cli.screen;

import java.util.ArrayList;
import java.util.List;
import porchlight.facts.ScreenLock;
import porchlight.facts.ScreenLock.Lock;
import porchlight.facts.WifiAutoJoin;

/** What the people of a laptop have set or saved, in lines for {@link FactScreen}. */
final class PeopleWords {
  private PeopleWords() {}

  static List<String> of(ScreenLock lock) {
    return switch (lock) {
      case ScreenLock.NoDesktop(var because) -> List.of(because);
      case ScreenLock.Desktops(var seats) -> seats.stream().map(PeopleWords::line).toList();
    };
  }

  private static String line(ScreenLock.Seat seat) {
    return (seat.person().isEmpty() ? "others" : seat.person())
        + (seat.desktop().isEmpty() ? "" : " in " + seat.desktop())
        + switch (seat.lock()) {
          case Lock.After after -> ": locks after " + after.words();
          case Lock.AtLatest last ->
              ": locks after " + last.words() + " at the latest; before: " + last.detail();
          case Lock.Never(var because) -> ": never locks: " + because;
          case Lock.Unclear(var reason, var detail) ->
              ": could not tell (" + reason.word() + "): " + detail;
        };
  }

  static List<String> of(WifiAutoJoin join) {
    return switch (join) {
      case WifiAutoJoin.NoAdapter() -> List.of("no Wi-Fi adapter");
      case WifiAutoJoin.Saved(var weak, var networks, var unseen) -> {
        var lines = new ArrayList<String>();
        lines.add(networks + " saved networks seen, " + weak.size() + " joined without a password");
        weak.forEach(one ->
            lines.add(one.network() + ": " + one.weakness().word() + ", saved by " + one.by()));
        unseen.ifPresent(why -> lines.add("not looked into: " + why.detail()));
        yield lines;
      }
    };
  }
}
