package porchlight.cli.screen;

import java.util.List;
import porchlight.json.Scene;

/** What a person reads while they prove who calls. */
public final class VerifyScreen {
  private final Look look;

  public VerifyScreen(Look look) {
    this.look = look;
  }

  /** Who waits, for what, and what they must say. */
  public String waiting(Scene.Waiting waiting) {
    return sheet()
        .text(0, Ink.BOLD, waiting.technician() + " wants to know whether it is you.")
        .text(0, Ink.PLAIN, "So says " + waiting.server() + ", and it has sealed that.")
        .gap()
        .labelled("  For      ", Ink.PLAIN, purpose(waiting.purpose()), Ink.PLAIN)
        .labelled("  Ticket   ", Ink.PLAIN, waiting.ticket(), Ink.PLAIN)
        .labelled("  Time     ", Ink.PLAIN, waiting.seconds() + " s left", Ink.PLAIN)
        .gap()
        .text(0, Ink.PLAIN, "The caller must say these two words to you. Do not read them out.")
        .gap()
        .verbatim(4, Ink.BOLD, waiting.words())
        .gap()
        .toString();
  }

  /** Nobody waits. */
  public String nobody(String server) {
    return sheet()
        .text(0, Ink.BOLD, "Nobody at your service desk has opened a verification for this laptop.")
        .text(
            0,
            Ink.PLAIN,
            "Asked just now: "
                + server
                + ". Ask the caller to open one, then try again. If they will not, hang up and call"
                + " the number that you know.")
        .toString();
  }

  /** What the user is asked. */
  public String whatHappened() {
    return sheet()
        .text(0, Ink.PLAIN, "What happened?")
        .verbatim(2, Ink.PLAIN, "1  I called them, on a number that I know; they said the words")
        .verbatim(2, Ink.PLAIN, "2  They called me, and said the words")
        .verbatim(2, Ink.PLAIN, "3  They did not say these words")
        .verbatim(2, Ink.PLAIN, "4  I know nothing of this")
        .toString();
  }

  /** What the user is asked who only checks the technician. */
  public String wordsHeard() {
    return sheet()
        .text(0, Ink.PLAIN, "Did the caller say both words by themselves? y or n")
        .toString();
  }

  /** The caller is the technician. */
  public String techIsReal() {
    return sheet()
        .text(
            0,
            Ink.BOLD,
            "The caller sees your service desk's page for this laptop, for this purpose.")
        .text(
            0,
            Ink.PLAIN,
            "Do only what belongs to that purpose. Tell nobody a password, whatever they say.")
        .toString();
  }

  /** The code, in pairs. */
  public String code(Scene.Code code) {
    return sheet()
        .gap()
        .text(0, Ink.PLAIN, "Read this to them:")
        .gap()
        .verbatim(4, Ink.BOLD, pairs(code.digits()))
        .gap()
        .text(0, Ink.PLAIN, "Waiting until they have typed it, " + code.seconds() + " s at most.")
        .toString();
  }

  /** What it may be for. */
  public String whatFor(List<String> purposes) {
    var sheet = sheet().text(0, Ink.PLAIN, "What do you want of your service desk?");
    for (int i = 0; i < purposes.size(); i++) {
      sheet.verbatim(2, Ink.PLAIN, (i + 1) + "  " + purpose(purposes.get(i)));
    }
    return sheet.toString();
  }

  /** The laptop's question. */
  public String question(String digits) {
    return sheet()
        .text(0, Ink.PLAIN, "Read this to them:")
        .gap()
        .verbatim(4, Ink.BOLD, pairs(digits))
        .gap()
        .toString();
  }

  /** The first number of theirs. */
  public String firstNumber() {
    return sheet().text(0, Ink.PLAIN, "They read two numbers. Type the first:").toString();
  }

  /** The second number of theirs. */
  public String secondNumber() {
    return sheet().text(0, Ink.PLAIN, "And the second:").toString();
  }

  /** They are the service desk; what proves the laptop to them. */
  public String answer(String digits) {
    return sheet()
        .gap()
        .text(0, Ink.BOLD, "They are your service desk, and this is what you want of them.")
        .text(0, Ink.PLAIN, "Read this to them:")
        .gap()
        .verbatim(4, Ink.BOLD, pairs(digits))
        .gap()
        .text(0, Ink.PLAIN, "Tell nobody a password, and take none by voice.")
        .toString();
  }

  /** What they read was not it. */
  public String misread(long left) {
    return left > 0
        ? sheet()
            .text(
                0,
                Ink.BOLD,
                "These numbers do not fit. A digit was misheard, they chose another purpose, or they"
                    + " are not your service desk.")
            .toString()
        : sheet()
            .text(0, Ink.BOLD, "These numbers do not fit either. Hang up.")
            .text(0, Ink.PLAIN, "Call your service desk on a number that you know.")
            .toString();
  }

  private static String pairs(String digits) {
    return digits.replaceAll("(?<=\\d)(?=(\\d\\d)+$)", " ");
  }

  /** It is proven. */
  public String verified() {
    return sheet()
        .text(0, Ink.BOLD, "Verified.")
        .text(
            0,
            Ink.PLAIN,
            "Leave this open: a password or a link comes here, and never by voice. Ctrl-C closes"
                + " it.")
        .toString();
  }

  /** What a technician has sent; on a line of its own, to be copied. */
  public String message(String text) {
    return sheet()
        .gap()
        .text(0, Ink.PLAIN, "They sent you this. It is shown once and kept nowhere:")
        .gap()
        .verbatim(4, Ink.BOLD, text)
        .toString();
  }

  /** It was turned away. */
  public String denied() {
    return sheet()
        .text(0, Ink.BOLD, "Your service desk was told that this is not yours.")
        .text(0, Ink.PLAIN, "Hang up, and do nothing that the caller asked for.")
        .toString();
  }

  /** It is over without a proof. */
  public String ended(String state) {
    return sheet()
        .text(
            0,
            Ink.BOLD,
            switch (state) {
              case "locked" -> "Three wrong codes were typed: it is locked.";
              case "expired" -> "The time was up.";
              case "cancelled" -> "They have taken it back.";
              case "denied" -> "It was turned away.";
              default -> "It is over: " + state + ".";
            })
        .text(0, Ink.PLAIN, "Nothing was proven. They can open another one.")
        .toString();
  }

  /** It does not go on. */
  public String trouble(String why) {
    return sheet()
        .text(0, Ink.BOLD, "This could not be done: " + why + ".")
        .text(0, Ink.PLAIN, "Nothing was proven. Call your service desk on a number that you know.")
        .toString();
  }

  /** What a word of central's means; one that is not known is shown as it is. */
  private static String purpose(String word) {
    return switch (word) {
      case "password-reset" -> "a new password";
      case "second-factor" -> "a new second factor";
      case "remote-help" -> "remote help on this laptop";
      case "account-change" -> "a change of an account or of rights";
      case "other" -> "something else, which the ticket says";
      default -> word;
    };
  }

  private Sheet sheet() {
    return new Sheet(look);
  }
}
