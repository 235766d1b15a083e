package porchlight.gather;

import java.util.List;
import porchlight.machine.Answer;

/** The ways in which a source fails, or says what it never would. */
public final class Broken {
  public static final List<Answer> WAYS =
      List.of(
          new Answer.Missing(),
          new Answer.Denied(),
          new Answer.TimedOut(),
          new Answer.TooLong(8 << 20),
          new Answer.Failed("Input/output error"),
          new Answer.Said(1, "", "error: something went wrong"),
          new Answer.Said(139, "{\"half\": [", ""),
          new Answer.Said(0, "\uFFFD\u0000\uFFFD garbage \u001b[31m", ""));

  private Broken() {}
}
