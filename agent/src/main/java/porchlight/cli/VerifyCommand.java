package porchlight.cli;

import static porchlight.cli.Command.config;
import static porchlight.cli.Command.flag;

import java.io.InputStream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import porchlight.cli.screen.VerifyScreen;
import porchlight.daemon.verify.Talk;
import porchlight.json.Said;
import porchlight.json.Scene;

/** {@code porchlight verify}. */
final class VerifyCommand implements Command {
  private static final int PACE_MILLIS = 2000;

  /** How long a window stays open after a proof: as long as central sends something to it. */
  private static final int MOST_LOOKS = 13 * 60 * 1000 / PACE_MILLIS;

  private final Choices typed;
  private final long pace;

  VerifyCommand() {
    this(System.in, PACE_MILLIS);
  }

  VerifyCommand(InputStream typed, long pace) {
    this.typed = new Choices(typed);
    this.pace = pace;
  }

  @Override
  public String about() {
    return "Prove to your technician that it is you who calls, and find out whether it is they.";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(
            flag("--tech", "Only find out whether a caller is your technician; sign nothing."))
        .addOption(flag("--offline", "Without a network: read numbers to each other, four in all."))
        .addOption(config());
  }

  @Override
  public int run(ParseResult given, Doors doors, Terminal terminal) {
    var screen = new VerifyScreen(terminal.look());
    try (Talk talk = doors.agent().talk(Given.text(given, "--config"))) {
      if (given.hasMatchedOption("--offline")) {
        return new VerifyOffline(talk, typed, screen, terminal).run();
      }
      Scene scene = talk.say(new Said.Look());
      if (scene instanceof Scene.Nobody(var server)) {
        terminal.result(screen.nobody(server));
        return Exit.FOUND;
      }
      if (!(scene instanceof Scene.Waiting waiting)) {
        return stuck(scene, screen, terminal);
      }
      terminal.result(screen.waiting(waiting));
      return given.hasMatchedOption("--tech")
          ? heard(talk, screen, terminal)
          : asked(talk, screen, terminal);
    }
  }

  /** The reverse: did the caller say the words? */
  private int heard(Talk talk, VerifyScreen screen, Terminal terminal) {
    String answer = typed.one(screen.wordsHeard(), "yn", terminal);
    if (answer.equals("y")) {
      terminal.result(screen.techIsReal());
      return Exit.SAFE;
    }
    return answer.equals("n") ? denied(talk, "words", screen, terminal) : Exit.CANNOT_SAY;
  }

  private int asked(Talk talk, VerifyScreen screen, Terminal terminal) {
    String answer = typed.one(screen.whatHappened(), "1234", terminal);
    return switch (answer) {
      case "1" -> sign(talk, "user", screen, terminal);
      case "2" -> sign(talk, "tech", screen, terminal);
      case "3" -> denied(talk, "words", screen, terminal);
      case "4" -> denied(talk, "unknown", screen, terminal);
      default -> Exit.CANNOT_SAY; // nothing was answered
    };
  }

  private int denied(Talk talk, String why, VerifyScreen screen, Terminal terminal) {
    Scene scene = talk.say(new Said.No(why));
    if (scene instanceof Scene.Trouble(var wrong)) {
      return trouble(wrong, screen, terminal);
    }
    terminal.result(screen.denied());
    return Exit.FOUND;
  }

  private int sign(Talk talk, String called, VerifyScreen screen, Terminal terminal) {
    Scene scene = talk.say(new Said.Yes(called));
    if (scene instanceof Scene.Stands(var state, var message)) {
      return ended(state, screen, terminal);
    }
    if (!(scene instanceof Scene.Code code)) {
      return stuck(scene, screen, terminal);
    }
    terminal.result(screen.code(code));
    return await(talk, screen, terminal);
  }

  /** Looks how it stands until it is over; what is sent is shown as it comes. */
  private int await(Talk talk, VerifyScreen screen, Terminal terminal) {
    boolean verified = false;
    for (int look = 0; look < MOST_LOOKS; look++) {
      pause();
      Scene scene = talk.say(new Said.Stand());
      if (!(scene instanceof Scene.Stands(var state, var message))) {
        return verified && scene instanceof Scene.Trouble
            ? Exit.SAFE
            : stuck(scene, screen, terminal);
      }
      if (state.equals("verified")) {
        if (!verified) {
          verified = true;
          terminal.result(screen.verified());
        }
        if (message.isPresent()) {
          terminal.result(screen.message(message.get()));
          return Exit.SAFE;
        }
      } else if (!state.equals("signed")) {
        return ended(state, screen, terminal);
      }
    }
    return verified ? Exit.SAFE : Exit.CANNOT_SAY;
  }

  private static int ended(String state, VerifyScreen screen, Terminal terminal) {
    terminal.result(screen.ended(state));
    return Exit.FOUND;
  }

  /** What it says is trouble, or nothing that belongs here. */
  private static int stuck(Scene scene, VerifyScreen screen, Terminal terminal) {
    return scene instanceof Scene.Trouble(var why)
        ? trouble(why, screen, terminal)
        : outOfTurn(screen, terminal);
  }

  static int outOfTurn(VerifyScreen screen, Terminal terminal) {
    return trouble("the agent answered out of turn", screen, terminal);
  }

  static int trouble(String why, VerifyScreen screen, Terminal terminal) {
    terminal.result(screen.trouble(why));
    return Exit.CANNOT_SAY;
  }

  private void pause() {
    try {
      Thread.sleep(pace);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
