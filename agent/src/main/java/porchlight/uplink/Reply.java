package porchlight.uplink;

import java.time.Duration;
import porchlight.json.Replies;
import porchlight.json.Replies.Problem;

/** What came back over HTTP. */
sealed interface Reply {
  /** What came back, for the one who asks what has left. */
  default String brief() {
    return switch (this) {
      case Said said -> said.status() < 400 ? Integer.toString(said.status()) : said.words();
      case Silent(var why) -> "no answer: " + why;
    };
  }

  /**
   * An answer, of central or of something in between.
   *
   * @param after what {@code Retry-After} asks for; zero when it is not there
   * @param trust whether it is central's word
   */
  record Said(int status, String text, Duration after, Seal.Trust trust) implements Reply {
    /** Whether it is central's word, as far as that can be known. */
    boolean believed() {
      return trust != Seal.Trust.NONE;
    }

    boolean sealed() {
      return trust == Seal.Trust.SEALED;
    }

    Problem problem() {
      return Replies.problem(text);
    }

    /** The status and central's own words, on one short line. */
    String words() {
      var problem = problem();
      if (problem.code().isEmpty()) {
        return "answered " + status + ", not as central does";
      }
      return status
          + " "
          + problem.code()
          + (problem.detail().isEmpty() ? "" : ": " + problem.detail());
    }
  }

  /** No answer. */
  record Silent(String why) implements Reply {}
}
