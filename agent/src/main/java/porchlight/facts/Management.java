package porchlight.facts;

/** Whether somebody's server may set up and change this laptop, as the system itself offers it. */
public sealed interface Management {

  /**
   * It may.
   *
   * @param server the host of the server; empty when it is not told
   * @param approved whether a person at the laptop, or its maker's record of owners, agreed
   */
  record Enrolled(String server, boolean approved) implements Management {}

  /** It may not. */
  record NotEnrolled() implements Management {}

  /** This system has no such thing. */
  record DoesNotApply(String because) implements Management {}
}
