package porchlight.cli.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.AutoLogin;
import porchlight.facts.AutoLogin.Entry;
import porchlight.facts.NameBroadcast;
import porchlight.facts.Proxy;
import porchlight.facts.RemoteTools;
import porchlight.facts.Unseen;

/** Ways into a laptop and its traffic, in lines for {@link FactScreen}. */
final class AccessWords {
  private AccessWords() {}

  static List<String> of(AutoLogin login) {
    return switch (login) {
      case AutoLogin.NoDoor(var because) -> List.of(because);
      case AutoLogin.Doors(var doors) -> doors.stream().map(AccessWords::line).toList();
    };
  }

  static List<String> of(NameBroadcast broadcast) {
    var lines = new ArrayList<String>();
    broadcast
        .asking()
        .forEach(asking ->
            lines.add(
                "asks by "
                    + asking.way().label()
                    + (asking.link().isEmpty() ? "" : " on " + asking.link())
                    + ", "
                    + asking.by()));
    return withUnseen(lines, broadcast.unseen(), "no neighbour is asked");
  }

  static List<String> of(Proxy proxy) {
    var lines = new ArrayList<String>();
    for (Proxy.Setting setting : proxy.settings()) {
      String who = setting.person().isEmpty() ? "" : " of " + setting.person();
      lines.add(setting.where() + who + ": " + words(setting.way()));
    }
    return withUnseen(lines, proxy.unseen(), "no proxy is set");
  }

  static List<String> of(RemoteTools tools) {
    var lines = new ArrayList<String>();
    for (RemoteTools.Found found : tools.found()) {
      String runs = found.running().isEmpty() ? "" : ", runs";
      String what = found.installed().isEmpty() ? "" : ": " + String.join(", ", found.installed());
      lines.add(found.tool().label() + runs + what);
    }
    return withUnseen(lines, tools.unseen(), "no known tool for remote control");
  }

  private static String words(Proxy.Way way) {
    return switch (way) {
      case Proxy.Way.Fixed(var host, var port) -> host + (port == 0 ? "" : ":" + port);
      case Proxy.Way.Script(var scheme, var host) ->
          "a script by " + scheme + (host.isEmpty() ? "" : " from " + host);
      case Proxy.Way.Discovered() -> "as the network says (WPAD)";
    };
  }

  private static List<String> withUnseen(
      List<String> lines, Optional<Unseen> unseen, String nothing) {
    unseen.ifPresent(why -> lines.add("not looked into: " + why.detail()));
    return lines.isEmpty() ? List.of(nothing) : lines;
  }

  private static String line(AutoLogin.Door door) {
    return door.name()
        + switch (door.entry()) {
          case Entry.Asks asks -> ": asks for a password";
          case Entry.Opens(var person, var setting) ->
              ": logs in " + (person.isEmpty() ? "somebody" : person) + " (" + setting + ")";
          case Entry.Unclear(var reason, var detail) ->
              ": could not tell (" + reason.word() + "): " + detail;
        };
  }
}
