package porchlight.machine;

/** What came of a question. What the machine did is data, never an exception. */
public sealed interface Answer {

  /**
   * The machine said something.
   *
   * @param code the exit status of a program; 0 for what is not a program
   * @param text standard output or the file's content, decoded as UTF-8 with a replacement
   *     character for what is not
   * @param error what a program said on standard error
   */
  record Said(int code, String text, String error) implements Answer {
    public Said(int code, String text) {
      this(code, text, "");
    }
  }

  /** There is no such program or file. */
  record Missing() implements Answer {}

  /** The operating system did not allow it. */
  record Denied() implements Answer {}

  /** No answer within the question's time; the program was ended with everything it had started. */
  record TimedOut() implements Answer {}

  /** The answer was longer than {@code limit} bytes, so none of it is relied on. */
  record TooLong(int limit) implements Answer {}

  /** Any other failure, such as a read error; or, in a replay, a question that was not recorded. */
  record Failed(String detail) implements Answer {}
}
