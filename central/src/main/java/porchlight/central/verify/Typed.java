package porchlight.central.verify;

/** What became of something that a tech did to a verification. */
public enum Typed {
  /** It is done. */
  DONE,
  /** The code is not right. */
  WRONG,
  /** It was the third that was not right. */
  LOCKED,
  /** It is over, or not so far. */
  NOT_NOW,
  /** It is none: digits are missing, or a text is too long. */
  NOT_UNDERSTOOD
}
